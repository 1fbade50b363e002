#include "check/checker.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/ask.h"
#include "check/wording.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

using Lines = std::vector<std::string>;

std::string joined(const std::vector<std::size_t>& positions) {
  std::string text;
  for (const auto position : positions)
    text += (text.empty() ? "" : "+") + std::to_string(position);
  return text;
}

// "0+1 major baclofen diazepam: baclofen-cns cns-cns"
Lines interactions(const RulesInForce& rules, const Question& question) {
  Lines lines;
  for (const auto& alert : check(rules, question).interactions) {
    std::string text = joined({alert.first.position, alert.second.position}) + " " +
                       std::string(to_string(alert.severity));
    for (const auto* side : {&alert.first, &alert.second}) {
      for (const auto id : side->ingredients)
        text += " " + rules.knowledge().ingredient(id).key;
    }
    text += ":";
    for (const auto* rule : alert.rules) text += " " + rule->id;
    lines.push_back(text);
  }
  return lines;
}

// "0 major because: rule"
Lines precautions(const RulesInForce& rules, const Question& question) {
  Lines lines;
  for (const auto& alert : check(rules, question).precautions) {
    if (is_information(alert.kind)) continue;
    std::string text = joined(alert.medications) + " " +
                       std::string(to_string(alert.severity)) + " " + alert.because + ":";
    for (const auto* rule : alert.rules) text += " " + rule->id;
    lines.push_back(text);
  }
  return lines;
}

TEST_CASE("check: one alert a pair, all rules inside, worst first") {
  struct Case {
    std::string description;
    std::vector<std::string> list;
    Lines expected;
  };
  const Case cases[] = {
      {"nothing taken", {}, {}},
      {"one drug alone", {"baclofen"}, {}},
      {"a class member",
       {"baclofen", "diazepam"},
       {"0+1 major baclofen diazepam: baclofen-cns cns-cns"}},
      {"the other way round",
       {"diazepam", "baclofen"},
       {"0+1 major diazepam baclofen: baclofen-cns cns-cns"}},
      {"three rules, one alert",
       {"Lioresal", "morphine"},
       {"0+1 major baclofen morphine: baclofen-cns baclofen-opioid cns-cns"}},
      {"an excepted member", {"phenelzine", "alcohol"}, {}},
      {"the same drug twice is no interaction", {"baclofen", "Lioresal"}, {}},
      {"a combination does not interact with itself", {"Tylenol PM"}, {}},
      {"a combination counts as its ingredients",
       {"Nardil", "Tylenol PM"},
       {"0+1 contraindicated phenelzine diphenhydramine: maoi-cns"}},
      {"worst first",
       {"diazepam", "baclofen", "Nardil"},
       {"0+2 contraindicated diazepam phenelzine: maoi-cns",
        "1+2 contraindicated baclofen phenelzine: maoi-cns",
        "0+1 major diazepam baclofen: baclofen-cns cns-cns"}},
      {"drugs of one entry that are no product",
       {"baclofen, phenelzine"},
       {"0+0 contraindicated baclofen phenelzine: maoi-cns"}},
      {"meanings of one name do not interact", {"Unisom"}, {}},
      {"all meanings of a name are checked",
       {"Unisom", "Nardil"},
       {"0+1 contraindicated doxylamine diphenhydramine phenelzine: maoi-cns"}},
      {"a route that the rule asks for",
       {"Gablofen", "ibuprofen"},
       {"0+1 moderate baclofen ibuprofen: baclofen-it-ibuprofen"}},
      {"another route", {"baclofen oral", "ibuprofen"}, {}},
      {"a misspelling",
       {"bacloffen", "diazepam"},
       {"0+1 major baclofen diazepam: baclofen-cns cns-cns"}},
      {"an unknown name", {"frobnicate", "diazepam"}, {}},
  };
  const auto rules = small_rules();
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(interactions(*rules, ask(c.list)) == c.expected);
  }
}

TEST_CASE("check: a finding that rests on a doubtful name says so") {
  const auto rules = small_rules();
  const auto assumed = [&](std::vector<std::string> texts) {
    return check(*rules, ask(std::move(texts))).interactions.at(0).assumed;
  };
  CHECK(!assumed({"baclofen", "diazepam"}));
  CHECK(assumed({"bacloffen", "diazepam"}));
  CHECK(assumed({"baclofen", "Unisom"}));
  CHECK(check(*rules, ask({"bacloffen"})).precautions.at(0).assumed);
  CHECK(!check(*rules, ask({"bacloffen", "baclofen"})).precautions.at(0).assumed);
}

TEST_CASE("summary: a local route silences nothing and is said") {
  const auto rules = small_rules();
  const Report report = check(*rules, ask({"baclofen", "clonazepam eye drops"}));
  CHECK(report.medications.at(1).route == "ophthalmic");
  CHECK(summary(rules->knowledge(), report.interactions.at(0)) ==
        "baclofen with clonazepam (ophthalmic): drowsiness");
}

TEST_CASE("check: what was not checked is said") {
  const auto rules = small_rules();
  const auto lines = [&](const Question& question) {
    Lines all;
    for (const auto& note : check(*rules, question).not_checked)
      all.push_back((note.subject == NotChecked::Subject::medication
                         ? std::to_string(note.position)
                     : note.subject == NotChecked::Subject::condition ? "condition"
                                                                      : "allergy") +
                    " " + note.text + ": " + std::string(to_string(note.reason)));
    return all;
  };
  CHECK(lines(ask({"baclofen", "diazepam"})).empty());
  CHECK(lines(ask({"baclofen", "frobnicate 10 mg", "hydrolyzine", "bacloffen", "Unisom",
                   "diazepam with wibble"})) ==
        Lines{"1 frobnicate 10 mg: unrecognised", "2 hydrolyzine: ambiguous",
              "3 bacloffen: assumed", "4 Unisom: ambiguous", "5 wibble: unrecognised"});

  Question question = ask({"baclofen", "Sinemet", "baclofen"});
  question.medications[0].route = "by drone";
  question.medications[0].daily_dose = DailyDose{3, "drops"};
  question.medications[2].daily_dose = DailyDose{3, "mg/day"};
  question.patient = Patient{};
  question.patient->conditions = {{"ckd", {}}, {"lycanthropy", {}}, {"no stroke", {}}};
  question.patient->allergies = {"Lioresal", "NKDA", "peanuts", "Unisom"};
  CHECK(lines(question) ==
        Lines{"0 by drone: unrecognised", "0 daily dose in drops: unrecognised",
              "condition lycanthropy: unrecognised", "condition no stroke: unrecognised",
              "allergy peanuts: unrecognised", "allergy Unisom: ambiguous"});
}

TEST_CASE("check: drugs that no rule speaks of are named") {
  const auto rules = small_rules();
  const Report report = check(*rules, ask({"baclofen", "Tylenol PM", "insulin"}));
  REQUIRE(report.not_covered.size() == 2);
  CHECK(report.not_covered[0].position == 1);
  CHECK(rules->knowledge().ingredient(report.not_covered[0].ingredient).key ==
        "acetaminophen");
  CHECK(report.not_covered[1].position == 2);
  CHECK(report.complete());
}

TEST_CASE("check: precautions of the patient, the dose, the route and the stop") {
  struct Case {
    std::string description;
    void (*change)(Question&);
    Lines expected;
  };
  const Case cases[] = {
      {"no patient, nothing", [](Question&) {}, {}},
      {"a condition by synonym",
       [](Question& q) {
         q.patient->conditions = {{"kidney disease", {}}};
       },
       {"0 major renal impairment (kidney disease): baclofen-kidney"}},
      {"a condition by its name",
       [](Question& q) {
         q.patient->conditions = {{"Renal impairment", {}}};
       },
       {"0 major renal impairment: baclofen-kidney"}},
      {"a condition by ICD-10 code",
       [](Question& q) {
         q.patient->conditions = {{"", {{"icd10", "N18.3", ""}}}};
       },
       {"0 major renal impairment (icd10 N18.3): baclofen-kidney"}},
      {"a bare ICD-10 code",
       [](Question& q) {
         q.patient->conditions = {{"N18.3", {}}};
       },
       {"0 major renal impairment (N18.3): baclofen-kidney"}},
      {"a SNOMED code",
       [](Question& q) {
         q.patient->conditions = {{"", {{"http://snomed.info/sct", "709044004", "CKD"}}}};
       },
       {"0 major renal impairment (CKD): baclofen-kidney"}},
      {"the same condition twice is one alert",
       [](Question& q) {
         q.patient->conditions = {{"CKD", {}}, {"kidney disease", {}}};
       },
       {"0 major renal impairment (CKD): baclofen-kidney"}},
      {"a condition without a rule",
       [](Question& q) {
         q.patient->conditions = {{"stroke", {}}};
       },
       {}},
      {"64 years", [](Question& q) { q.patient->age_years = 64.9; }, {}},
      {"65 years",
       [](Question& q) { q.patient->age_years = 65; },
       {"0 moderate age 65: baclofen-old"}},
      {"12 years", [](Question& q) { q.patient->age_years = 12; }, {}},
      {"11 years",
       [](Question& q) { q.patient->age_years = 11.5; },
       {"0 moderate age 11.5: baclofen-young"}},
      {"11 years, another route",
       [](Question& q) {
         q.patient->age_years = 11;
         q.medications[0].route = "intrathecal";
       },
       {"0 major intrathecal: baclofen-it"}},
      {"pregnancy",
       [](Question& q) { q.patient->pregnant = true; },
       {"0 major pregnancy: baclofen-pregnancy"}},
      {"pregnancy as a condition",
       [](Question& q) {
         q.patient->conditions = {{"pregnant", {}}};
       },
       {"0 major pregnancy: baclofen-pregnancy"}},
      {"breastfeeding",
       [](Question& q) { q.patient->breastfeeding = true; },
       {"0 moderate breastfeeding: baclofen-milk"}},
      {"allergy by brand",
       [](Question& q) { q.patient->allergies = {"Gablofen"}; },
       {"0 contraindicated allergy to baclofen: baclofen-allergy"}},
      {"allergy to something else",
       [](Question& q) { q.patient->allergies = {"morphine"}; },
       {}},
      {"the dose at its limit",
       [](Question& q) {
         q.medications[0].daily_dose = DailyDose{80, "mg"};
       },
       {}},
      {"the dose over its limit",
       [](Question& q) {
         q.medications[0].daily_dose = DailyDose{0.0805, "g"};
       },
       {"0 major 80.5 mg a day, over 80 mg a day: baclofen-dose"}},
      {"two entries share the limit",
       [](Question& q) {
         q.medications[0].daily_dose = DailyDose{50, "mg"};
         q.medications.push_back(q.medications[0]);
       },
       {"0+1 major 100 mg a day, over 80 mg a day: baclofen-dose"}},
      {"an abrupt stop",
       [](Question& q) { q.medications[0].stopping = true; },
       {"0 major abrupt stop: baclofen-stop"}},
      {"an abrupt stop of the pump",
       [](Question& q) {
         q.medications[0].stopping = true;
         q.medications[0].text = "Gablofen";
       },
       {"0 contraindicated abrupt stop: baclofen-stop-it",
        "0 major intrathecal: baclofen-it"}},
  };
  const auto rules = small_rules();
  for (const Case& c : cases) {
    CAPTURE(c.description);
    Question question = ask({"baclofen"});
    question.patient = Patient{};
    c.change(question);
    CHECK(precautions(*rules, question) == c.expected);
  }
}

TEST_CASE(
    "check: the worst rule of a precaution speaks first, whichever entry brings it") {
  const auto rules = small_rules();
  Question question = ask({"baclofen", "Gablofen"});
  for (MedicationEntry& entry : question.medications) entry.stopping = true;
  CHECK(precautions(*rules, question) ==
        Lines{"0+1 contraindicated abrupt stop: baclofen-stop-it baclofen-stop",
              "1 major intrathecal: baclofen-it"});
}

TEST_CASE("check: a minimum severity leaves rows out and says how many") {
  const auto rules = small_rules();
  Question question = ask({"baclofen", "diazepam", "Nardil"});
  question.minimum_severity = Severity::contraindicated;
  const Report report = check(*rules, question);
  CHECK(report.interactions.size() == 2);
  CHECK(report.precautions.empty());
  CHECK(report.hidden == 2);  // one major pair, one laboratory note
  CHECK(report.counts == SeverityCounts{2, 1, 0, 1});
  CHECK(report.highest_severity == Severity::contraindicated);
}

TEST_CASE("check: laboratory notes are for professionals") {
  const auto rules = small_rules();
  Question question = ask({"baclofen"});
  CHECK(check(*rules, question).precautions.size() == 1);
  question.audience = Audience::consumer;
  CHECK(check(*rules, question).precautions.empty());
}

}  // namespace
}  // namespace crosscheck
