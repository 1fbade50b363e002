// A code for a medication or a condition, as the caller sent it.
#pragma once

#include <string>

namespace crosscheck {

/// FHIR's Coding: a code and the system that it belongs to.
struct Coding {
  std::string system;  ///< A short name, a URI or a urn:oid, as sent.
  std::string code;
  std::string display;  ///< May be empty.
};

}  // namespace crosscheck
