#include "import/rxnorm_importer.h"

#include <doctest/doctest.h>

#include "import/import_fixture.h"

namespace crosscheck {
namespace {

// Baclofen and phenelzine are known to the rules; quinoxin and zeta are not.
std::string concepts() {
  return conso("1292", "IN", "baclofen") + conso("8123", "IN", "phenelzine") +
         conso("500", "IN", "Quinoxin") + conso("501", "IN", "deprenyl") +
         conso("502", "IN", "zeta factor", "O") + conso("503", "IN", "Tablet") +
         conso("510", "PIN", "quinoxin sodium") +
         conso("511", "MIN", "baclofen / quinoxin") + conso("520", "BN", "Quinora") +
         conso("521", "BN", "Duobac") + conso("522", "BN", "Oldbrand", "O") +
         conso("523", "BN", "Phenelzine") + conso("524", "BN", "Lioresal") +
         conso("530", "SCDC", "quinoxin 5 MG") + conso("531", "SCDC", "baclofen 10 MG") +
         conso("532", "SCDC", "zeta factor 1 MG") +
         conso("540", "SCD", "quinoxin 5 MG Oral Tablet") +
         conso("541", "SCD", "baclofen 10 MG / quinoxin 5 MG Oral Tablet") +
         conso("542", "SCD", "baclofen 10 MG / zeta factor 1 MG Oral Tablet") +
         conso("543", "SCD", "baclofen 99 MG Oral Tablet", "O") +
         conso("550", "SBD", "quinoxin 5 MG Oral Tablet [Quinora]") +
         conso("551", "SBDC", "quinoxin 5 MG [Quinora]") +
         conso("552", "SBDF", "quinoxin Oral Tablet [Quinora]") +
         conso("553", "SBDG", "Quinora Pill") +
         conso("560", "SCDF", "quinoxin Oral Tablet") +
         conso("561", "SCDG", "quinoxin Pill") + conso("570", "GPCK", "a pack") +
         conso("571", "BPCK", "a pack [Quinora]") +
         conso("550", "PSN", "Quinora 5 mg tablet") + conso("550", "SY", "Quinora 5") +
         conso("580", "DF", "Oral Tablet") + conso("540", "CD", "quinoxin", "N", "MMSL") +
         conso("540", "PT", "Quinoxin 5 mg tablet", "N", "SNOMEDCT_US", "111115") +
         conso("501", "PT", "Selegiline", "N", "SNOMEDCT_US", "111116") +
         conso("501", "PT", "Selegiline", "O", "SNOMEDCT_US", "111117");
}

struct Relationship {
  const char* second;
  const char* relation;
  const char* first;
};

const Relationship kRelationships[] = {
    {"510", "form_of", "500"},         {"511", "has_part", "1292"},
    {"511", "has_part", "510"},        {"520", "tradename_of", "500"},
    {"521", "tradename_of", "500"},    {"521", "tradename_of", "1292"},
    {"522", "tradename_of", "500"},    {"523", "tradename_of", "500"},
    {"524", "tradename_of", "1292"},   {"530", "has_ingredient", "500"},
    {"531", "has_ingredient", "1292"}, {"532", "has_ingredient", "502"},
    {"540", "consists_of", "530"},     {"541", "consists_of", "530"},
    {"541", "consists_of", "531"},     {"542", "consists_of", "531"},
    {"542", "consists_of", "532"},     {"543", "consists_of", "531"},
    {"550", "tradename_of", "540"},    {"550", "has_ingredient", "521"},
    {"551", "tradename_of", "530"},    {"552", "tradename_of", "560"},
    {"553", "tradename_of", "561"},    {"560", "has_ingredient", "500"},
    {"561", "has_ingredient", "500"},  {"570", "contains", "541"},
    {"570", "contains", "540"},        {"571", "contains", "550"}};

std::string relationships() {
  std::string rows;
  for (const auto& [second, relation, first] : kRelationships)
    rows += rel(second, relation, first);
  return rows + rel("540", "has_dose_form", "580") +
         rel("540", "consists_of", "531", "MMSL") +
         "||AUI|RO|||AUI|consists_of|||RXNORM|||||4096|\n";
}

void write_release(const ImportOnDisk& files) {
  files.write("RXNCONSO.RRF", concepts());
  files.write("RXNREL.RRF", relationships());
}

TEST_CASE("import rxnorm: every kind of concept comes down to its ingredients") {
  const ImportOnDisk files;
  write_release(files);
  const ImportRun run = files.run("rxnorm");
  REQUIRE(run.told == "");
  CHECK(run.status == 0);
  CHECK(
      files.records("ingredients.json") ==
      R"rows({"key": "quinoxin", "name": "quinoxin", "rxnorm": ["500"], "atc": [], "synonyms": [], "origin": ["rxnorm"]}
{"key": "tablet-substance", "name": "tablet (substance)", "rxnorm": ["503"], "atc": [], "synonyms": [], "origin": ["rxnorm"]}
)rows");
  CHECK(
      files.records("products.json") ==
      R"({"ingredients": ["baclofen", "quinoxin"], "brands": ["Duobac"], "rxnorm": ["511", "521", "541", "570"], "origin": ["rxnorm"]}
{"ingredients": ["baclofen"], "brands": [], "rxnorm": ["524", "531", "543"], "origin": ["rxnorm"]}
{"ingredients": ["quinoxin"], "brands": ["Quinora"], "rxnorm": ["510", "520", "522", "523", "530", "540", "550", "551", "552", "553", "560", "561", "571"], "snomed": ["111115"], "origin": ["rxnorm"]}
{"ingredients": ["selegiline"], "brands": [], "rxnorm": ["501"], "snomed": ["111116"], "origin": ["rxnorm"]}
)");
  CHECK(run.printed ==
        "RXNSAT.RRF is not there: its codes are left out\n"
        "RXNATOMARCHIVE.RRF is not there: its codes are left out\n"
        "       35  rows read: RXNCONSO.RRF\n"
        "       31  rows read: RXNREL.RRF\n"
        "        2  ingredients written\n"
        "        1  ingredients known by their name\n"
        "        1  ingredients left out: suppressed, or not clear\n"
        "        2  ingredients known by their code\n"
        "        1  names left out: an ingredient's, or a word of orders\n"
        "        2  RxCUIs left out: they do not come down to known ingredients\n"
        "       23  codes written\n"
        "        2  codes left out: the rules know them\n"
        "        1  names left out: the rules know them\n"
        "        2  brands written\n"
        "written: imported\n");
}

TEST_CASE("import rxnorm: the pack loads beside the rules, and its codes are read") {
  const ImportOnDisk files;
  write_release(files);
  files.write("RXNSAT.RRF", sat("540", "NDC", "00002143380") +
                                sat("540", "NDC", "00002143361") +
                                sat("541", "NDC", "00002999901", "RXNORM", "O") +
                                sat("541", "NDC", "00002999901", "VANDF") +
                                sat("541", "RXN_HUMAN_DRUG", "US"));
  files.write("RXNATOMARCHIVE.RRF", archived("600", "601") + archived("601", "540") +
                                        archived("602", "602") + archived("603", "604") +
                                        archived("604", "603") + archived("605", "540") +
                                        archived("605", "543") + archived("606", "540") +
                                        archived("606", "550") +
                                        archived("607", "543", "NDDF"));
  const ImportRun run = files.run("rxnorm");
  REQUIRE(run.told == "");
  REQUIRE(files.rules().problems() == "");

  struct Case {
    std::string description;
    Coding coding;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"a product of a new ingredient", {"rxnorm", "540", ""}, {"quinoxin"}},
      {"a new ingredient", {"rxnorm", "500", ""}, {"quinoxin"}},
      {"a combination", {"rxnorm", "541", ""}, {"baclofen", "quinoxin"}},
      {"half known is not known", {"rxnorm", "542", ""}, {}},
      {"retired, by two steps", {"rxnorm", "600", ""}, {"quinoxin"}},
      {"retired into itself", {"rxnorm", "602", ""}, {}},
      {"retired in a circle", {"rxnorm", "603", ""}, {}},
      {"retired into two different things", {"rxnorm", "605", ""}, {}},
      {"retired into two of the same", {"rxnorm", "606", ""}, {"quinoxin"}},
      {"retired by another source", {"rxnorm", "607", ""}, {}},
      {"an NDC of payers", {"ndc", "00002-1433-80", ""}, {"quinoxin"}},
      {"an NDC of another package", {"ndc", "0002-1433-01", ""}, {"quinoxin"}},
      {"an obsolete NDC", {"ndc", "00002999901", ""}, {}},
      {"a SNOMED CT id", {"http://snomed.info/sct", "111115", ""}, {"quinoxin"}},
      {"an obsolete SNOMED CT id", {"snomed", "111117", ""}, {}},
      {"a code of the rules", {"rxnorm", "197391", ""}, {"baclofen"}},
  };
  Problems problems;
  const auto rules =
      load_rules(files.rules().root(), read_small_question, problems);
  REQUIRE(rules != nullptr);
  const auto keys = [&](const Recognition& recognition) {
    std::vector<std::string> all;
    for (const auto& part : recognition.parts) {
      for (const IngredientId id : part)
        all.push_back(rules->knowledge().ingredient(id).key);
    }
    return all;
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(keys(rules->recogniser().recognise("", {&c.coding, 1})) == c.expected);
  }
  CHECK(keys(rules->recogniser().recognise("Quinora 5 mg tablet", {})) ==
        std::vector<std::string>{"quinoxin"});
  CHECK(keys(rules->recogniser().recognise("Duobac", {})) ==
        std::vector<std::string>{"baclofen", "quinoxin"});
}

TEST_CASE("import rxnorm: one direction of a relationship is enough") {
  const ImportOnDisk files;
  files.write("rrf/RXNCONSO.RRF", concepts());
  const std::map<std::string, std::string> back{
      {"consists_of", "constitutes"}, {"contains", "contained_in"},
      {"form_of", "has_form"},        {"has_ingredient", "ingredient_of"},
      {"has_part", "part_of"},        {"tradename_of", "has_tradename"}};
  std::string inverse;
  for (const auto& [second, relation, first] : kRelationships)
    inverse += rel(first, back.at(relation), second);
  files.write("rrf/RXNREL.RRF", inverse);
  REQUIRE(files.run("rxnorm").told == "");
  const std::string by_inverse = files.records("products.json");
  write_release(files);
  REQUIRE(files.run("rxnorm").told == "");
  CHECK(files.records("products.json") == by_inverse);
}

TEST_CASE("import rxnorm: what is refused") {
  struct Case {
    std::string description;
    std::map<std::string, std::string> files;
    std::string expected;
  };
  const std::string ending = ": nothing was written\n";
  const Case cases[] = {
      {"no concepts",
       {{"RXNREL.RRF", ""}},
       ".files/RXNCONSO.RRF: (document): expected a readable file; found No such file or "
       "directory\n1 problem" +
           ending},
      {"rows of too few and too many fields",
       {{"RXNCONSO.RRF",
         "1292|ENG|\n" + conso("1292", "IN", "baclofen") + conso("1", "IN", "a|b")},
        {"RXNREL.RRF", "x\n"}},
       "RXNCONSO.RRF: line 1: expected 18 fields; found 2\n"
       "RXNCONSO.RRF: line 3: expected 18 fields; found 19\n"
       "RXNREL.RRF: line 1: expected 16 fields; found 1\n3 problems" +
           ending},
      {"codes that are none",
       {{"RXNCONSO.RRF", conso("x", "IN", "baclofen") + conso("", "BN", "Quinora") +
                             conso("5", "PT", "x", "N", "SNOMEDCT_US", "abc")},
        {"RXNREL.RRF", rel("1a", "form_of", "1292")},
        {"RXNSAT.RRF", sat("1292", "NDC", "0002143380") + sat("0", "NDC", "00002143380")},
        {"RXNATOMARCHIVE.RRF", archived("1", "x")}},
       "RXNCONSO.RRF: line 1: expected an RxCUI; found \"x\"\n"
       "RXNCONSO.RRF: line 2: expected an RxCUI; found \"\"\n"
       "RXNCONSO.RRF: line 3: expected a SNOMED CT concept id; found \"abc\"\n"
       "RXNREL.RRF: line 1: expected an RxCUI; found \"1a\"\n"
       "RXNSAT.RRF: line 1: expected an NDC of eleven digits; found \"0002143380\"\n"
       "RXNSAT.RRF: line 2: expected an RxCUI; found \"0\"\n"
       "RXNATOMARCHIVE.RRF: line 1: expected an RxCUI; found \"x\"\n7 problems" +
           ending},
      {"a name that is no text",
       {{"RXNCONSO.RRF", conso("1", "IN", "caf\xE9") + conso("2", "BN", " ")},
        {"RXNREL.RRF", ""}},
       "RXNCONSO.RRF: line 1: expected a name in UTF-8; found \"caf\xEF\xBF\xBD\"\n"
       "RXNCONSO.RRF: line 2: expected a name in UTF-8; found \"\"\n2 problems" +
           ending},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const ImportOnDisk files;
    for (const auto& [name, content] : c.files) files.write(name, content);
    const ImportRun run = files.run("rxnorm");
    CHECK(run.status == 2);
    CHECK(run.told == c.expected);
    CHECK(run.printed == "");
    CHECK(!files.has_pack());
  }
}

}  // namespace
}  // namespace crosscheck
