// The codes that rows of a terminology have taken.
#pragma once

#include "pack/known_keys.h"

namespace crosscheck {

/// Each terminology has its own: inside one, a code stands in one row only.  Two
/// may give one code to different ingredients: then the code has both meanings.
struct TakenCodes {
  KnownKeys rxnorm{"RxCUI"};
  KnownKeys ndc{"NDC"};
  KnownKeys snomed{"SNOMED CT concept id"};
};

}  // namespace crosscheck
