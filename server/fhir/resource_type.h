// The types of resources that FHIR knows.
#pragma once

#include <string_view>

namespace crosscheck {

/// Whether FHIR has, or had, a type of this name, in these very letters: R4, R5 and
/// what earlier releases called otherwise.  What is none may be a misspelt medication.
bool is_resource_type(std::string_view type);

/// Whether a resource of `type` may stand beside medications in the answer to a search
/// for them: who takes or ordered them, and where.
bool accompanies_medications(std::string_view type);

}  // namespace crosscheck
