#include "json/problem.h"

namespace crosscheck {

std::string to_string(const Problem& problem) {
  const std::string& where = problem.pointer;
  return problem.source + ": " + (where.empty() ? "(document)" : where) + ": " +
         problem.message;
}

}  // namespace crosscheck
