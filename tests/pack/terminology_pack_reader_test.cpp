// One broken fixture for each message.
#include "pack/terminology_pack_reader.h"

#include <doctest/doctest.h>

#include "pack/rules_fixture.h"

namespace crosscheck {
namespace {

const std::string kHead = "extra/terminology.json";
const std::string kIngredients = "extra/ingredients.json";
const std::string kProducts = "extra/products.json";

std::map<std::string, std::string> sound_pack() {
  return {
      {kHead, R"({"schema": 1, "id": "extra", "version": "2026.3.2", "title": "More",
        "licence": "own", "source": {"title": "A list", "publisher": "", "date": "2026-03", "location": "list.txt"}})"},
      {kIngredients, R"({"schema": 1, "origins": {"own": "by hand"}, "ingredients": [
        {"key": "quinoxin", "name": "quinoxin", "rxnorm": ["500"], "atc": [], "snomed": ["111115"], "synonyms": [], "origin": ["own"]}]})"},
      {kProducts, R"({"schema": 1, "origins": {"own": "by hand"}, "products": [
        {"ingredients": ["baclofen", "quinoxin"], "brands": [], "rxnorm": [], "ndc": ["00002-1433"], "origin": ["own"]},
        {"ingredients": ["phenelzine"], "brands": [], "rxnorm": ["197391"], "snomed": ["111116"], "origin": ["own"]}]})"},
  };
}

void write_pack(const RulesOnDisk& rules) {
  for (const auto& [path, content] : sound_pack()) rules.write(path, content);
}

TEST_CASE("a terminology pack is read behind the terminology") {
  const RulesOnDisk rules;
  Problems problems;
  const auto load = [&] {
    return load_rules(rules.root(), read_small_question, problems);
  };
  const auto without = load();
  write_pack(rules);
  REQUIRE(rules.problems() == "");
  const auto with = load();
  CHECK(without->digest() != with->digest());
  CHECK(with->knowledge().ingredient_count() == 4);
  CHECK(with->knowledge().terminology().products.size() == 4);
  const auto& packs = with->knowledge().terminology().packs;
  REQUIRE(packs.size() == 1);
  CHECK(packs[0].id == "extra");
  CHECK(packs[0].version == "2026.3.2");
  CHECK(packs[0].source.title == "A list");
  CHECK(packs[0].base == "");

  const Coding code{"rxnorm", "197391", ""};  // baclofen in the rules
  const auto recognition = with->recogniser().recognise("", {&code, 1});
  CHECK(recognition.recognised == Recognised::ambiguous);
  REQUIRE(recognition.parts.size() == 1);
  CHECK(recognition.parts[0].size() == 2);
}

TEST_CASE("a terminology pack: what may be missing") {
  const RulesOnDisk rules;
  rules.write(kHead, sound_pack().at(kHead));
  CHECK(rules.problems() == "");
  rules.write(kIngredients, sound_pack().at(kIngredients));
  CHECK(rules.problems() == "");
  rules.write(kProducts, sound_pack().at(kProducts));
  CHECK(rules.problems() == "");
}

TEST_CASE("a terminology pack: what is refused") {
  struct Case {
    std::string description;
    std::string file;
    std::string from;
    std::string to;
    std::string expected;
  };
  const Case cases[] = {
      {"an unknown member", kHead, R"("title": "More")",
       R"("title": "More", "tilte": "x")",
       kHead + ": /tilte: expected a member named schema id version title licence source "
               "base; found \"tilte\"\n"},
      {"an id that is not in kebab case", kHead, R"("id": "extra")", R"("id": "Extra")",
       kHead + ": /id: expected small letters and digits in words joined by single "
               "hyphens; found \"Extra\"\n"},
      {"no version", kHead, R"("2026.3.2")", R"("new")",
       kHead + ": /version: expected a version such as \"2026.11.1\"; found \"new\"\n"},
      {"no source", kHead, R"("source": {)", R"("source": 1, "sauce": {)",
       kHead +
           ": /sauce: expected a member named schema id version title licence source "
           "base; found \"sauce\"\n" +
           kHead + ": /source: expected an object; found 1\n"},
      {"a date that is none", kHead, R"("2026-03")", R"("March")",
       kHead + ": /source/date: expected an ISO 8601 date, month or year, or \"\"; found "
               "\"March\"\n"},
      {"a base that is no digest", kHead, R"("licence")",
       R"("base": "sha256:0", "licence")",
       kHead + ": /base: expected \"sha256:\" and 64 hexadecimal digits; found "
               "\"sha256:0\"\n"},
      {"a key that the rules have", kIngredients, R"("key": "quinoxin")",
       R"("key": "baclofen")",
       kIngredients +
           ": /ingredients/0/key: expected an unused ingredient key; found "
           "\"baclofen\", which is taken by terminology/ingredients.json: "
           "/ingredients/0\n" +
           kProducts +
           ": /products/0/ingredients/1: expected an ingredient key; found "
           "\"quinoxin\"\n"},
      {"an ingredient that is not known", kProducts, R"(["phenelzine"])",
       R"(["phenelzin"])",
       kProducts + ": /products/1/ingredients/0: expected an ingredient key; found "
                   "\"phenelzin\" (did you mean \"phenelzine\"?)\n"},
      {"a code twice in the pack", kProducts, R"("197391")", R"("500")",
       kProducts +
           ": /products/1/rxnorm/0: expected an unused RxCUI; found \"500\", which "
           "is taken by extra/ingredients.json: /ingredients/0\n"},
      {"a SNOMED CT id twice in the pack", kProducts, R"("111116")", R"("111115")",
       kProducts +
           ": /products/1/snomed/0: expected an unused SNOMED CT concept id; found "
           "\"111115\", which is taken by extra/ingredients.json: "
           "/ingredients/0\n"},
      {"a SNOMED CT id with a letter", kIngredients, R"("111115")", R"("11111A")",
       kIngredients +
           ": /ingredients/0/snomed/0: expected a SNOMED CT concept id, digits "
           "only; found \"11111A\"\n"},
      {"an NDC twice in the pack", kProducts, R"("snomed")",
       R"("ndc": ["00002-1433"], "snomed")",
       kProducts + ": /products/1/ndc/0: expected an unused NDC; found \"00002-1433\", "
                   "which is taken by extra/products.json: /products/0\n"},
      {"an NDC of another form", kProducts, R"("00002-1433")", R"("0002-1433")",
       kProducts + ": /products/0/ndc/0: expected a product code of the NDC such as "
                   "\"00002-1433\"; found \"0002-1433\"\n"},
      {"no product code at all", kProducts, R"("ndc": ["00002-1433"])", R"("ndc": [])",
       kProducts + ": /products/0: expected a brand or a code; found neither\n"},
      {"a file that is broken", kIngredients, R"("schema": 1)", R"("schema": 2)",
       kIngredients + ": /schema: expected the number 1; found 2\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const RulesOnDisk rules;
    write_pack(rules);
    rules.change(c.file, c.from, c.to);
    CHECK(rules.problems() == c.expected);
  }
}

TEST_CASE("terminology packs: two of one id, and folders that do not belong") {
  const RulesOnDisk rules;
  write_pack(rules);
  rules.write("more/terminology.json", sound_pack().at(kHead));
  rules.write("more/classes.json", "{}");
  rules.write("more/old/x.json", "{}");
  CHECK(rules.problems() ==
        "more/classes.json: (document): expected only JSON files that belong here; found "
        "another\n"
        "more/old: (document): expected no folder here; found one\n"
        "more/terminology.json: /id: expected an unused id of a terminology pack; found "
        "\"extra\", which is taken by extra/terminology.json: \n");
}

}  // namespace
}  // namespace crosscheck
