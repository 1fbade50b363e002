// Questions for the tests of check/.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/question.h"

namespace crosscheck {

/// A list of medications by their texts.
inline Question ask(std::vector<std::string> texts) {
  Question question;
  for (auto& text : texts) {
    MedicationEntry entry;
    entry.text = std::move(text);
    question.medications.push_back(std::move(entry));
  }
  return question;
}

}  // namespace crosscheck
