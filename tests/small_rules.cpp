#include "small_rules.h"

namespace crosscheck {
namespace {

using Kind = Participant::Kind;

Participant ingredient(std::string key, std::vector<std::string> routes = {}) {
  return {Kind::ingredient, std::move(key), {}, std::move(routes)};
}

Participant drug_class(std::string key, std::vector<std::string> except = {}) {
  return {Kind::drug_class, std::move(key), std::move(except), {}};
}

Interaction interaction(std::string id, Participant one, Participant other,
                        Severity severity) {
  return {{std::move(id),
           severity,
           severity <= Severity::major,
           {"drowsiness"},
           "",
           "Take care.",
           {{"S", "Interactions", {}, "They add up."}}},
          {std::move(one), std::move(other)},
          {}};
}

Precaution precaution(std::string id, Participant of, PrecautionKind kind,
                      Severity severity) {
  Precaution rule;
  rule.id = std::move(id);
  rule.of = std::move(of);
  rule.kind = kind;
  rule.severity = severity;
  rule.effects = {"drowsiness"};
  rule.management = "Take care.";
  rule.evidence = {{"S", "Precautions", {}, "Be careful."}};
  return rule;
}

}  // namespace

Terminology small_terminology() {
  Terminology t;
  t.ingredients = {
      {"baclofen", "baclofen", {"1292"}, {"M03BX01"}, {}},
      {"diazepam", "diazepam", {"3322"}, {"N05BA01"}, {}},
      {"morphine", "morphine", {"7052"}, {"N02AA01"}, {}},
      {"phenelzine", "phenelzine", {"8123"}, {"N06AF03"}, {}},
      {"ibuprofen", "ibuprofen", {"5640"}, {"M01AE01"}, {}},
      {"carbidopa", "carbidopa", {"2019"}, {}, {}},
      {"levodopa", "levodopa", {"6375"}, {"N04BA01"}, {"L-dopa"}},
      {"doxylamine", "doxylamine", {"3642"}, {"R06AA09"}, {}},
      {"diphenhydramine", "diphenhydramine", {"3498"}, {"R06AA02"}, {}},
      {"acetaminophen", "acetaminophen", {"161"}, {"N02BE01"}, {"paracetamol"}},
      {"amitriptyline", "amitriptyline", {"704"}, {"N06AA09"}, {}},
      {"clonidine", "clonidine", {"2599"}, {"C02AC01"}, {}},
      {"clonazepam", "clonazepam", {"2598"}, {"N03AE01"}, {}},
      {"insulin-glargine", "insulin glargine", {"274783"}, {"A10AE04"}, {}},
      {"insulin", "insulin", {"236646"}, {"A10AB01"}, {}},
      {"insulin-human", "insulin human", {"253182"}, {"A10AB01"}, {}},
      {"hydralazine", "hydralazine", {"5470"}, {"C02DB02"}, {}},
      {"hydroxyzine", "hydroxyzine", {"5553"}, {"N05BB01"}, {}},
      {"ethanol", "ethanol", {"448"}, {}, {"alcohol", "gin"}},
  };
  t.products = {
      {{"baclofen"}, {"Lioresal", "FIRST-Baclofen", "Apo-Baclofen"}, {"197391"}, ""},
      {{"baclofen"}, {"Gablofen", "Lioresal Intrathecal"}, {}, "intrathecal"},
      {{"carbidopa", "levodopa"}, {"Sinemet", "Sinemet CR"}, {"197443"}, ""},
      {{"doxylamine"}, {"Unisom"}, {}, ""},
      {{"diphenhydramine"}, {"Unisom", "Benadryl"}, {}, ""},
      {{"phenelzine"}, {"Nardil"}, {}, ""},
      {{"morphine"}, {"Nardol"}, {}, ""},
      {{"acetaminophen", "diphenhydramine"}, {"Tylenol PM"}, {}, ""},
      {{"acetaminophen"}, {"Tylenol"}, {}, ""},
  };
  t.abbreviations = {{"MS", {"morphine", "diazepam"}}, {"DTO", {"morphine"}}};
  t.classes = {
      {"benzodiazepine", "benzodiazepines", {}, {"diazepam", "clonazepam"}, true},
      {"opioid", "opioids", {}, {"morphine"}},
      {"cns-depressant",
       "CNS depressants",
       {"benzodiazepine", "opioid"},
       {"baclofen", "amitriptyline", "doxylamine", "diphenhydramine", "ethanol"}},
      {"maoi", "MAO inhibitors", {}, {"phenelzine"}},
  };
  t.effects = {{"drowsiness", "drowsiness"}, {"not-stated", "effect not stated"}};
  t.conditions = {
      {"renal-impairment",
       "renal impairment",
       {"kidney disease", "CKD"},
       {"N18"},
       {"709044004"}},
      {"stroke", "stroke", {"CVA"}, {"I63"}, {}, {"heat stroke"}},
      {"pregnancy", "pregnancy", {"pregnant"}, {}, {}},
  };
  t.routes = {{"oral", "oral", {"po", "by mouth"}, false},
              {"intrathecal", "intrathecal", {"it pump"}, false},
              {"ophthalmic", "ophthalmic", {"eye drops"}, true}};
  t.order_words = {{"hydrochloride", "hcl"},
                   {"tablet", "tab", "tabs", "er", "extended release"},
                   {"mg", "ml", "units"},
                   {"take", "daily", "with", "and", "tid", "for spasms"},
                   {"apo", "teva"},
                   {"alcohol swab", "insulin syringe"},
                   {"pm", "dm"}};
  t.look_alikes = {{"clonidine", "clonazepam"}, {"hydralazine", "hydroxyzine"}};
  return t;
}

Pack small_pack() {
  Pack pack;
  pack.id = "small";
  pack.version = "1.0.0";
  pack.title = "Small";
  pack.sources = {{"S", "A source", "", "", "s.txt"}};
  pack.interactions = {
      interaction("baclofen-cns", ingredient("baclofen"), drug_class("cns-depressant"),
                  Severity::major),
      interaction("baclofen-opioid", drug_class("opioid"), ingredient("baclofen"),
                  Severity::moderate),
      interaction("maoi-cns", drug_class("maoi"),
                  drug_class("cns-depressant", {"ethanol"}), Severity::contraindicated),
      interaction("cns-cns", drug_class("cns-depressant"), drug_class("cns-depressant"),
                  Severity::minor),
      interaction("baclofen-it-ibuprofen", ingredient("baclofen", {"intrathecal"}),
                  ingredient("ibuprofen"), Severity::moderate),
  };
  Precaution kidney = precaution("baclofen-kidney", ingredient("baclofen"),
                                 PrecautionKind::condition, Severity::major);
  kidney.conditions = {"renal-impairment"};
  Precaution old_age = precaution("baclofen-old", ingredient("baclofen"),
                                  PrecautionKind::age, Severity::moderate);
  old_age.age = AgeRange{65, {}};
  Precaution young =
      precaution("baclofen-young", ingredient("baclofen", {"oral", "unstated"}),
                 PrecautionKind::age, Severity::moderate);
  young.age = AgeRange{{}, 12};
  Precaution dose =
      precaution("baclofen-dose", ingredient("baclofen", {"oral", "unstated"}),
                 PrecautionKind::dose, Severity::major);
  dose.daily_dose = DoseLimit{80};
  pack.precautions = {
      kidney,
      old_age,
      young,
      dose,
      precaution("baclofen-pregnancy", ingredient("baclofen"), PrecautionKind::pregnancy,
                 Severity::major),
      precaution("baclofen-milk", ingredient("baclofen"), PrecautionKind::breastfeeding,
                 Severity::moderate),
      precaution("baclofen-allergy", ingredient("baclofen"), PrecautionKind::allergy,
                 Severity::contraindicated),
      precaution("baclofen-stop", ingredient("baclofen", {"oral", "unstated"}),
                 PrecautionKind::abrupt_stop, Severity::major),
      precaution("baclofen-stop-it", ingredient("baclofen", {"intrathecal"}),
                 PrecautionKind::abrupt_stop, Severity::contraindicated),
      precaution("baclofen-it", ingredient("baclofen", {"intrathecal"}),
                 PrecautionKind::route, Severity::major),
      precaution("baclofen-lab", ingredient("baclofen"), PrecautionKind::laboratory,
                 Severity::minor),
  };
  return pack;
}

std::shared_ptr<const RulesInForce> small_rules() {
  return std::make_shared<const RulesInForce>("1", "2026-11-22", "sha256:0",
                                              small_terminology(),
                                              std::vector<Pack>{small_pack()});
}

}  // namespace crosscheck
