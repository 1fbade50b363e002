// Holds the terminology against the reference tables that stand beside the
// checkout, and lists every difference in reference_differences.txt.  The file
// is reviewed by people; CROSSCHECK_UPDATE_GOLDEN=1 writes it anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

#include "terminology/csv.h"
#include "terminology/own_rules.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

const fs::path kReference = fs::path(CROSSCHECK_SOURCE_DIR) / "../shared/reference";
const fs::path kGolden =
    fs::path(CROSSCHECK_SOURCE_DIR) / "tests/terminology/reference_differences.txt";

const std::map<std::string, std::string> kClasses{
    {"alcohol", "alcohol"},
    {"anti_seizure", "anti-seizure-drug"},
    {"antidepressant_other", "other-antidepressant"},
    {"antidiabetic_injectable", "injectable-antidiabetic"},
    {"antidiabetic_oral", "oral-antidiabetic"},
    {"antihistamine_nonsedating", "non-sedating-antihistamine"},
    {"antihistamine_sedating", "sedating-antihistamine"},
    {"antihypertensive", "antihypertensive"},
    {"antiparkinson_other", "antiparkinson-drug"},
    {"antipsychotic", "antipsychotic"},
    {"anxiolytic_other", "anxiolytic"},
    {"barbiturate", "barbiturate"},
    {"benzodiazepine", "benzodiazepine"},
    {"botulinum_toxin", "botulinum-toxin"},
    {"cannabinoid", "cannabinoid"},
    {"cns_depressant", "cns-depressant"},
    {"cns_depressant_other", "cns-depressant"},
    {"general_anesthetic", "general-anaesthetic"},
    {"hypnotic", "hypnotic"},
    {"hypotension_producing_other", "hypotensive-drug"},
    {"insulin", "insulin"},
    {"levodopa", "levodopa"},
    {"lithium", "lithium"},
    {"maoi", "maoi"},
    {"muscle_relaxant", "muscle-relaxant"},
    {"nephrotoxic_other", "nephrotoxic-drug"},
    {"neuromuscular_blocker", "neuromuscular-blocker"},
    {"nsaid", "nsaid"},
    {"opioid", "opioid"},
    {"tricyclic_antidepressant", "tricyclic-antidepressant"},
};

Recognition recognise(const std::string& text) {
  return own_rules().recogniser().recognise(text, {});
}

bool holds(const Recognition& recognition, IngredientId wanted) {
  for (const auto& part : recognition.parts) {
    if (std::find(part.begin(), part.end(), wanted) != part.end()) return true;
  }
  return false;
}

bool is_known(const Recognition& recognition) {
  return !recognition.parts.empty() && recognition.unknown_words.empty() &&
         recognition.recognised != Recognised::corrected;
}

// Every name and code of the vocabulary.
void compare_vocabulary(std::set<std::string>& differences) {
  for (const CsvRow& row : read_csv(kReference / "vocabulary.csv")) {
    const std::string& generic = row.at("generic");
    const Recognition recognition = recognise(generic);
    if (!is_known(recognition) || recognition.parts[0].size() != 1) {
      differences.insert("ingredient " + generic + ": not known as one");
      continue;
    }
    const IngredientId id = recognition.parts[0][0];
    const auto& codes = own_rules().knowledge().ingredient(id).rxnorm;
    const std::string& code = row.at("rxcui");
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end())
      differences.insert("ingredient " + generic + ": has not the RxCUI " + code);
    for (const std::string& brand : split_bars(row.at("brands"))) {
      if (!holds(recognise(brand), id))
        differences.insert("brand " + brand + ": does not mean " + generic);
    }
  }
}

void compare_classes(std::set<std::string>& differences) {
  const KnowledgeBase& knowledge = own_rules().knowledge();
  for (const CsvRow& row : read_csv(kReference / "classes.csv")) {
    const std::string& name = row.at("class");
    const std::string& generic = row.at("generic");
    const auto key = kClasses.find(name);
    REQUIRE_MESSAGE(key != kClasses.end(), "unknown class " << name);
    const DrugClass* drug_class = knowledge.find_class(key->second);
    REQUIRE(drug_class != nullptr);
    const auto members = knowledge.members(*drug_class);
    const Recognition recognition = recognise(generic);
    const bool has = std::any_of(members.begin(), members.end(),
                                 [&](IngredientId id) { return holds(recognition, id); });
    if (!has)
      differences.insert("class " + key->second + ": " + generic + " is no member");
  }
}

void compare_combinations(std::set<std::string>& differences) {
  for (const CsvRow& row : read_csv(kReference / "combinations.csv")) {
    const Recognition recognition = recognise(row.at("brand"));
    for (const std::string& ingredient : split_bars(row.at("ingredients"))) {
      const Recognition wanted = recognise(ingredient);
      const bool known = !wanted.parts.empty() && holds(recognition, wanted.parts[0][0]);
      if (!known)
        differences.insert("combination " + row.at("brand") + ": does not mean " +
                           row.at("ingredients"));
    }
  }
}

// The share of product codes that are known, in thousandths.
std::size_t known_product_codes() {
  std::size_t known = 0, all = 0;
  for (const CsvRow& row : read_csv(kReference / "rxnorm_products.csv")) {
    const Coding coding{"rxnorm", row.at("rxcui"), ""};
    ++all;
    if (!own_rules().recogniser().recognise("", {&coding, 1}).parts.empty()) ++known;
  }
  return all == 0 ? 0 : known * 1000 / all;
}

TEST_CASE("the terminology differs from the reference only where it is written down") {
  if (!fs::exists(kReference / "vocabulary.csv")) {
    MESSAGE("SKIPPED, NOT TESTED: no shared/reference beside the checkout");
    return;
  }
  std::set<std::string> differences;
  compare_vocabulary(differences);
  compare_classes(differences);
  compare_combinations(differences);
  if (std::getenv("CROSSCHECK_UPDATE_GOLDEN") != nullptr) {
    std::ofstream file(kGolden);
    for (const auto& difference : differences) file << difference << "\n";
  }
  std::set<std::string> written_down;
  std::ifstream file(kGolden);
  for (std::string line; std::getline(file, line);) written_down.insert(line);
  for (const auto& difference : differences)
    CHECK_MESSAGE(written_down.count(difference) == 1, "new: " << difference);
  for (const auto& difference : written_down)
    CHECK_MESSAGE(differences.count(difference) == 1, "no longer: " << difference);
  CHECK(known_product_codes() >= 950);
}

TEST_CASE("the terminology is as broad as promised") {
  const Terminology& terminology = own_rules().knowledge().terminology();
  CHECK(terminology.ingredients.size() >= 2000);
  std::size_t combinations = 0;
  for (const Product& product : terminology.products)
    combinations += product.ingredients.size() > 1 ? product.brands.size() : 0;
  CHECK(combinations >= 1200);
}

}  // namespace
}  // namespace crosscheck
