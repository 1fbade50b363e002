#include "naming/recogniser.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "small_rules.h"

namespace crosscheck {
namespace {

// "exact baclofen", "ambiguous morphine | baclofen ?foo @oral"
std::string spelled(const KnowledgeBase& knowledge, const Recognition& recognition) {
  std::string text(to_string(recognition.recognised));
  for (std::size_t i = 0; i < recognition.parts.size(); ++i) {
    text += i == 0 ? "" : " |";
    for (const IngredientId id : recognition.parts[i])
      text += " " + knowledge.ingredient(id).key;
  }
  for (const auto& words : recognition.unknown_words) text += " ?" + words;
  if (!recognition.route.empty()) text += " @" + recognition.route;
  return text;
}

TEST_CASE("recognise: the text of an order") {
  struct Case {
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"baclofen", "exact baclofen"},
      {"  BACLOFEN  ", "exact baclofen"},
      {"Ｂａｃｌｏｆｅｎ", "exact baclofen"},
      {"Lioresal", "brand baclofen"},
      {"Lioresal® 10 mg tablet", "brand baclofen"},
      {"Lioresal™", "brand baclofen"},
      {"Lioresal(R)", "brand baclofen"},
      {"Lio-resal", "brand baclofen"},
      {"AMITRIPTYLINE HCL 50MG TAB", "exact amitriptyline"},
      {"amitriptyline hydrochloride 50 mg extended release", "exact amitriptyline"},
      {"baclofen 10mg po tid", "exact baclofen @oral"},
      {"Baclofen 10 MG Oral Tablet [Lioresal]", "exact baclofen @oral"},
      {"Gablofen", "brand baclofen @intrathecal"},
      {"Lioresal Intrathecal 500 mcg/ml", "brand baclofen ?mcg @intrathecal"},
      {"TEVA-baclofen", "exact baclofen"},
      {"baclofen 10 mg (Teva)", "exact baclofen"},
      {"baclofen zz", "exact baclofen ?zz"},
      {"acetaminophen PM", "exact acetaminophen ?pm"},
      {"acetaminophen and PM", "exact acetaminophen ?pm"},
      {"Tylenol 500 mg PM", "corrected diphenhydramine acetaminophen"},
      {"Tylenol tab #3", "brand acetaminophen ?3"},
      {"Tylenol PM #3", "product diphenhydramine acetaminophen"},
      {"Tylenol 500 mg at 9 PM", "brand acetaminophen ?at"},
      {"baclofen 20-5", "exact baclofen ?20-5"},
      {"baclofen 25/2.5 mg", "exact baclofen ?25/2.5"},
      {"baclofen 10-20 mg", "exact baclofen"},
      {"baclofen 5,000-10,000 units", "exact baclofen"},
      {"carbidopa 25-100", "exact carbidopa ?25-100"},
      {"diazepam, alcohol; swab", "ambiguous diazepam | ethanol ?swab"},
      {"Benadryl or Unisom", "ambiguous doxylamine diphenhydramine ?or"},
      {"acetaminophen D", "exact acetaminophen ?d"},
      {"acetaminophen 500 mg q 6 h", "exact acetaminophen"},
      {"baclofen 10 mg at 9 PM", "exact baclofen ?at"},
      {"baclofen 1 g in water", "exact baclofen ?in water"},
      {"Lio resal", "brand baclofen"},
      {"baclofen lioresol", "exact baclofen ?lioresol"},
      {"baclofen diazpam", "ambiguous baclofen | diazepam"},
      {"Nardul", "ambiguous ?nardul"},
      {"Apo-Baclofen 20", "brand baclofen"},
      {"carbidopa/levodopa 25-100", "product carbidopa levodopa"},
      {"levodopa + carbidopa", "product carbidopa levodopa"},
      {"Sinemet CR 50/200", "product carbidopa levodopa"},
      {"Sinemet (carbidopa and levodopa)", "product carbidopa levodopa"},
      {"l-DOPA", "exact levodopa"},
      {"Tylenol PM", "product diphenhydramine acetaminophen"},
      {"paracetamol 500", "exact acetaminophen"},
      {"insulin glargine 100 units/ml", "exact insulin-glargine"},
      {"insulin", "exact insulin"},

      {"baclofen, phenelzine", "ambiguous baclofen | phenelzine"},
      {"baclofen and Sinemet", "ambiguous baclofen | carbidopa levodopa"},
      {"Unisom", "ambiguous doxylamine diphenhydramine"},
      {"MS", "ambiguous diazepam morphine"},
      {"MS 4 mg", "ambiguous diazepam morphine"},
      {"DTO", "ambiguous morphine"},
      {"baclofen 10 mg tab MS", "exact baclofen ?ms"},
      {"Unisom (doxylamine)", "brand doxylamine"},
      {"acetaminophen 500 / diphenhydramine 25 [Tylenol PM]",
       "product diphenhydramine acetaminophen"},
      {"Unisom and baclofen", "ambiguous baclofen | doxylamine diphenhydramine"},

      {"bacloffen", "corrected baclofen"},
      {"baclofn 10 mg", "corrected baclofen"},
      {"abclofen", "corrected baclofen"},
      {"amitryptiline", "corrected amitriptyline"},
      {"amitryptilin", "unrecognised ?amitryptilin"},
      {"insulin glargin", "corrected insulin-glargine"},
      {"carbidopa/levodpa", "corrected carbidopa levodopa"},
      {"clonidin", "corrected clonidine"},
      {"clonadine", "corrected clonidine"},
      {"clonazepan", "corrected clonazepam"},
      {"hydrolyzine", "ambiguous ?hydrolyzine"},
      {"hydralizine", "corrected hydralazine"},
      {"hydralazinee", "corrected hydralazine"},
      {"morfine", "unrecognised ?morfine"},

      {"baclofen frobnicate", "exact baclofen ?frobnicate"},
      {"frobnicate 10 mg", "unrecognised ?frobnicate"},
      {"alcohol swab", "unrecognised"},
      {"insulin syringe 1 ml", "unrecognised"},
      {"alcohol", "exact ethanol"},
      {"baclo", "unrecognised ?baclo"},
      {"baclofenate", "unrecognised ?baclofenate"},
      {"xbaclofenx", "corrected baclofen"},
      {"xxbaclofenxx", "unrecognised ?xxbaclofenxx"},
      {"10 mg tablet", "unrecognised"},
      {"hydrochloride", "unrecognised"},
      {"", "unrecognised"},
      {"---", "unrecognised"},
      {"\xff\xfe baclofen \xc3", "exact baclofen"},
      {"бaclofen", "corrected baclofen"},
  };
  const auto rules = small_rules();
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(spelled(rules->knowledge(), rules->recogniser().recognise(c.text, {})) ==
          c.expected);
  }
}

TEST_CASE("recognise: codes, alone and beside a text") {
  struct Case {
    std::string description;
    std::vector<Coding> codings;
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"ingredient code", {{"rxnorm", "1292", ""}}, "", "code baclofen"},
      {"product code", {{"rxnorm", "197391", ""}}, "", "code baclofen"},
      {"combination code", {{"RxNorm", " 197443", ""}}, "", "code carbidopa levodopa"},
      {"system as URI",
       {{"http://www.nlm.nih.gov/research/umls/rxnorm", "1292", ""}},
       "",
       "code baclofen"},
      {"system as OID",
       {{"urn:oid:2.16.840.1.113883.6.88", "1292", ""}},
       "",
       "code baclofen"},
      {"ATC in lower case", {{"atc", "m03bx01", ""}}, "", "code baclofen"},
      {"ATC code of two substances",
       {{"atc", "A10AB01", ""}},
       "",
       "ambiguous insulin insulin-human"},
      {"ATC group", {{"atc", "N05BA", ""}}, "", "ambiguous"},
      {"code agrees with its text",
       {{"rxnorm", "1292", ""}},
       "Lioresal 10 mg",
       "code baclofen"},
      {"code contradicts its text",
       {{"rxnorm", "1292", ""}},
       "Nardil",
       "ambiguous baclofen phenelzine"},
      {"a text that names more than its code",
       {{"rxnorm", "1292", ""}},
       "baclofen, phenelzine",
       "ambiguous baclofen | phenelzine"},
      {"a text with a tail that its code does not explain",
       {{"rxnorm", "161", ""}},
       "acetaminophen PM",
       "code acetaminophen ?pm"},
      {"a product's code beside one of its ingredients",
       {{"rxnorm", "197443", ""}},
       "levodopa",
       "code carbidopa levodopa"},
      {"unknown code, known text", {{"rxnorm", "999", ""}}, "baclofen", "exact baclofen"},
      {"unknown code, known display",
       {{"rxnorm", "999", "baclofen"}},
       "",
       "exact baclofen"},
      {"unknown code alone", {{"rxnorm", "999", ""}}, "", "unrecognised"},
      {"a code is no prefix", {{"rxnorm", "12", ""}}, "", "unrecognised"},
      {"unknown system", {{"local", "1292", ""}}, "", "unrecognised"},
      {"two codes of one drug",
       {{"rxnorm", "1292", ""}, {"atc", "M03BX01", ""}},
       "",
       "code baclofen"},
      {"two codes of two drugs",
       {{"rxnorm", "1292", ""}, {"rxnorm", "8123", ""}},
       "",
       "ambiguous baclofen phenelzine"},
  };
  const auto rules = small_rules();
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(spelled(rules->knowledge(), rules->recogniser().recognise(c.text, c.codings)) ==
          c.expected);
  }
}

TEST_CASE("recognise: what is not recognised comes with suggestions") {
  const auto rules = small_rules();
  const auto suggestions = [&](const char* text) {
    return rules->recogniser().recognise(text, {}).suggestions;
  };
  using Names = std::vector<std::string>;
  CHECK(suggestions("baclo") == Names{"baclofen"});
  CHECK(suggestions("bacloffen") == Names{"baclofen"});
  CHECK(suggestions("hydrolyzine") == Names{"hydroxyzine", "hydralazine"});
  CHECK(suggestions("qqqqqqq").empty());
  const Coding group{"atc", "n05ba", ""};
  CHECK(rules->recogniser().recognise("", {&group, 1}).suggestions == Names{"diazepam"});
}

TEST_CASE("recognise: any decoration of a name gives the same ingredients") {
  const auto rules = small_rules();
  std::mt19937 random(20261122);
  const std::vector<std::string> before{"", "TEVA-", "take ", "  "};
  const std::vector<std::string> after{"",           " 10 mg",   " HCL", " tab daily",
                                       " 10mg/5 ml", ", tablet", "®",    " ER 20"};
  for (int round = 0; round < 2000; ++round) {
    const auto& ingredients = rules->knowledge().terminology().ingredients;
    const Ingredient& ingredient = ingredients[random() % ingredients.size()];
    std::string text = before[random() % before.size()] + ingredient.name +
                       after[random() % after.size()];
    if (random() % 2 == 0)
      for (char& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    CAPTURE(text);
    const auto recognition = rules->recogniser().recognise(text, {});
    REQUIRE(recognition.parts.size() == 1);
    REQUIRE(recognition.parts[0] ==
            std::vector{*rules->knowledge().find_ingredient(ingredient.key)});
    REQUIRE(recognition.unknown_words.empty());
  }
}

}  // namespace
}  // namespace crosscheck
