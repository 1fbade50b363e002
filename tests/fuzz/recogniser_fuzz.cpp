// Fuzzes the reader of order texts: whatever the bytes, it neither crashes nor
// reads beyond them, and what it says is in order.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "api/question_reader.h"
#include "check/checker.h"
#include "pack/rules_loader.h"

namespace {

using namespace crosscheck;

const RulesInForce& rules() {
  static const auto loaded = [] {
    Problems problems;
    return load_rules(CROSSCHECK_SOURCE_DIR "/rules",
                      [](const JsonNode& node) { return read_question(node); }, problems);
  }();
  if (loaded == nullptr) std::abort();
  return *loaded;
}

void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Recognition recognition = rules().recogniser().recognise(text, {});
  expect((recognition.recognised == Recognised::unrecognised) <=
         recognition.parts.empty());
  for (const auto& part : recognition.parts) {
    expect(!part.empty());
    for (const IngredientId id : part)
      expect(id.position < rules().knowledge().ingredient_count());
  }

  // Whatever the text: it is checked, or the answer says that it was not.
  Question question;
  question.medications.resize(2);
  question.medications[0].text = text;
  question.medications[1].text = "baclofen";
  question.patient = Patient{};
  question.patient->conditions = {{std::string(text), {}}};
  question.patient->allergies = {std::string(text)};
  const Report report = check(rules(), question);
  expect(!recognition.parts.empty() || !report.complete());
  return 0;
}
