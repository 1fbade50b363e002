// Times imports of files as large as the official ones.
#pragma once

#include "knowledge/terminology.h"

namespace crosscheck {

/// Writes synthetic files of the official formats into a temporary folder, with
/// names of `terminology`, imports them with the crosscheck binary that stands beside
/// this one, and prints the time and the peak memory of that process.  The peak is
/// never less than what this process has held until then: call it early.
void time_imports(const Terminology& terminology);

}  // namespace crosscheck
