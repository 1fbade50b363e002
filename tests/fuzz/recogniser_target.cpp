// The reader of order texts: whatever the bytes, it neither crashes nor reads
// beyond them, and what it says is in order.
#include "check/checker.h"
#include "fuzz/targets.h"

namespace crosscheck {

void feed_recogniser(std::string_view bytes) {
  const RulesInForce& rules = fuzzed_rules();
  const Recognition recognition = rules.recogniser().recognise(bytes, {});
  expect(
      (recognition.recognised == Recognised::unrecognised) <= recognition.parts.empty(),
      "what is not recognised has no parts");
  for (const auto& part : recognition.parts) {
    expect(!part.empty(), "no part is empty");
    for (const IngredientId id : part)
      expect(id.position < rules.knowledge().ingredient_count(), "ingredients exist");
  }

  // Whatever the text: it is checked, or the answer says that it was not.
  Question question;
  question.medications.resize(2);
  question.medications[0].text = bytes;
  question.medications[1].text = "baclofen";
  question.patient = Patient{};
  question.patient->conditions = {{std::string(bytes), {}}};
  question.patient->allergies = {std::string(bytes)};
  const Report report = check(rules, question);
  expect(!recognition.parts.empty() || !report.complete(),
         "what is not recognised is said to be not checked");
}

}  // namespace crosscheck
