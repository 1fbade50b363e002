// One file of a sound set of rules, replaced by any bytes: the set is refused with a
// place, or it is another set that still proves itself by its examples.
#include "check/checker.h"
#include "fuzz/targets.h"
#include "pack/digest.h"
#include "pack/rules_loader.h"
#include "pack/sound_rules.h"

namespace crosscheck {
namespace {

constexpr const char* kExamples = "baclofen/examples.json";

const std::map<std::string, std::string>& sound() {
  static const auto files = sound_rules();
  return files;
}

RulesDirectory with_file(const std::string& path, std::string_view content) {
  RulesDirectory directory{sound(), {"baclofen"}, {}};
  directory.files[path] = content;
  return directory;
}

std::string path_at(char letter) {
  const auto position = static_cast<unsigned char>(letter) % sound().size();
  return std::next(sound().begin(), static_cast<std::ptrdiff_t>(position))->first;
}

}  // namespace

void feed_pack(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string path = path_at(bytes[0]);
  const RulesDirectory directory = with_file(path, bytes.substr(1));
  Problems problems;
  const auto rules = load_rules(directory, read_small_question, problems);
  expect((rules == nullptr) == !problems.empty(), "there are rules or problems");
  for (const Problem& problem : problems)
    expect(!problem.source.empty() && !problem.message.empty(), "a problem has a place");
  if (rules == nullptr) return;

  const bool is_sound = directory.files == sound();
  expect((rules->digest() == digest(sound())) == is_sound,
         "other bytes have another digest");
  Question question;
  question.medications.resize(2);
  question.medications[0].text = "Lioresal";
  question.medications[1].text = "phenelzine";
  const Report report = check(*rules, question);
  expect(report.medications.size() == 2, "no entry of the list is lost");
  expect(path == kExamples || !report.interactions.empty(),
         "what the examples ask for is found");
}

}  // namespace crosscheck
