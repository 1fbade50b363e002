#include "import/ndc_importer.h"

#include <doctest/doctest.h>

#include "import/import_fixture.h"

namespace crosscheck {
namespace {

std::string product_file(const std::vector<NdcRow>& rows) {
  std::string text = kNdcHeader;
  for (const NdcRow& row : rows) text += row.to_text();
  return text;
}

TEST_CASE("import ndc: what becomes of a row") {
  struct Case {
    std::string description;
    std::vector<NdcRow> rows;
    std::string expected;  // the records
  };
  const std::string baclofen = R"({"ingredients": ["baclofen"], )";
  const std::string end = R"(, "origin": ["ndc"]})"
                          "\n";
  const std::string oral = R"(, "route": "oral")" + end;
  const Case cases[] = {
      {"the three forms of a code",
       {{"0002-1433", "", "", "BACLOFEN"},
        {"50090-123", "", "", "BACLOFEN"},
        {"12345-6789", "", "", "BACLOFEN"}},
       baclofen +
           R"("brands": [], "rxnorm": [], "ndc": ["00002-1433", "12345-6789", "50090-0123"])" +
           oral},
      {"a salt is its substance; a new brand",
       {{"0002-1433", "Zzyzx XR", "Baclofen", "BACLOFEN HYDROCHLORIDE"}},
       baclofen + R"("brands": ["Zzyzx XR"], "rxnorm": [], "ndc": ["00002-1433"])" +
           oral},
      {"a combination, each substance once",
       {{"0002-1433", "", "", "PHENELZINE; BACLOFEN;BACLOFEN"}},
       R"({"ingredients": ["baclofen", "phenelzine"], "brands": [], "rxnorm": [], "ndc": ["00002-1433"])" +
           oral},
      {"a substance that is not known",
       {{"0002-1433", "Quinora", "quinoxin", "QUINOXIN"},
        {"0002-1434", "", "", "BACLOFEN; QUINOXIN"}},
       ""},
      {"the generic name tells what it is",
       {{"0002-1433", "", "Baclofen hydrochloride", "BACLOFENUM BASE"},
        {"0002-1434", "", "baclofen and phenelzine", "BACLOFEN; PHENELZINUM"},
        {"0002-1435", "", "baclofen", ""}},
       baclofen + R"("brands": [], "rxnorm": [], "ndc": ["00002-1433", "00002-1435"])" +
           oral},
      {"the generic name tells too little, or something else",
       {{"0002-1433", "", "baclofen", "BACLOFEN; QUINOXIN"},
        {"0002-1434", "", "phenelzine and selegiline", "BACLOFEN; QUINOXIN"},
        {"0002-1435", "", "baclofen", "BACLOFEN; PHENELZINE; QUINOXIN"}},
       ""},
      {"a misspelling and a number are not sure",
       {{"0002-1433", "", "", "BACLOFENE"}, {"0002-1434", "", "", "BACLOFEN I-131"}},
       ""},
      {"names that are no brands",
       {{"0002-1433", "Baclofen", "", "BACLOFEN"},
        {"0002-1434", "Baclofen Forte", "", "BACLOFEN"},
        {"0002-1435", "Tablet", "", "BACLOFEN"},
        {"0002-1436", "123", "", "BACLOFEN"},
        {"0002-1437", "Xy", "", "BACLOFEN"},
        {"0002-1438", "Lioresal", "", "PHENELZINE"}},
       baclofen +
           R"("brands": [], "rxnorm": [], "ndc": ["00002-1433", "00002-1434", "00002-1435", "00002-1436", "00002-1437"])" +
           oral +
           R"({"ingredients": ["phenelzine"], "brands": [], "rxnorm": [], "ndc": ["00002-1438"])" +
           oral},
      {"a name of two things is no brand, nor one of something unknown",
       {{"0002-1433", "Zzyzx", "", "BACLOFEN"},
        {"0002-1434", "ZZYZX", "", "PHENELZINE"},
        {"0002-1435", "Quinora", "", "BACLOFEN"},
        {"0002-1436", "Quinora", "", "QUINOXIN"}},
       baclofen + R"("brands": [], "rxnorm": [], "ndc": ["00002-1433", "00002-1435"])" +
           oral +
           R"({"ingredients": ["phenelzine"], "brands": [], "rxnorm": [], "ndc": ["00002-1434"])" +
           oral},
      {"without prescription only one word is a brand",
       {{"0002-1433", "Muscle Aid", "", "BACLOFEN", "ORAL", "HUMAN OTC DRUG"},
        {"0002-1434", "Zzyzx", "", "BACLOFEN", "ORAL", "HUMAN OTC DRUG"}},
       baclofen +
           R"("brands": ["Zzyzx"], "rxnorm": [], "ndc": ["00002-1433", "00002-1434"])" +
           oral},
      {"a brand of two routes has none",
       {{"0002-1433", "Zzyzx", "", "BACLOFEN"},
        {"0002-1434", "Zzyzx", "", "BACLOFEN", "INTRATHECAL"},
        {"0002-1435", "", "", "BACLOFEN", "ORAL; INTRATHECAL"}},
       baclofen + R"("brands": ["Zzyzx"], "rxnorm": [], "ndc": ["00002-1435"])" + end +
           baclofen + R"("brands": [], "rxnorm": [], "ndc": ["00002-1433"])" + oral +
           baclofen +
           R"("brands": [], "rxnorm": [], "ndc": ["00002-1434"], "route": "intrathecal")" +
           end},
      {"a code of two things is left out, one that is repeated is not",
       {{"0002-1433", "", "", "BACLOFEN"},
        {"0002-1433", "", "", "PHENELZINE"},
        {"0002-1434", "", "", "BACLOFEN"},
        {"0002-1434", "", "", "BACLOFEN"}},
       baclofen + R"("brands": [], "rxnorm": [], "ndc": ["00002-1434"])" + oral},
      {"a listing that the FDA has excluded",
       {{"0002-1433", "", "", "BACLOFEN", "ORAL", "HUMAN PRESCRIPTION DRUG", "E"}},
       ""},
      {"a name in Windows-1252",
       {{"0002-1433", "Zzyz\xE9\xAE", "", "BACLOFEN"}},
       baclofen + "\"brands\": [\"Zzyzé®\"], \"rxnorm\": [], \"ndc\": [\"00002-1433\"]" +
           oral},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const ImportOnDisk files;
    files.write("product.txt", product_file(c.rows));
    const ImportRun run = files.run("ndc", "product.txt");
    CHECK(run.told == "");
    CHECK(run.status == 0);
    const std::string records = files.records("products.json");
    CHECK(records == c.expected);
    CHECK(files.records("ingredients.json") == "");
    CHECK(files.rules().problems() == "");
  }
}

TEST_CASE("import ndc: the summary counts every row") {
  const ImportOnDisk files;
  files.write("product.txt",
              product_file({{"0002-1433", "Zzyzx", "", "BACLOFEN"},
                            {"0002-1434", "", "", "QUINOXIN"},
                            {"0002-1435", "", "", "QUINOXIN; ZETA FACTOR"},
                            {"0002-1436", "", "", ""},
                            {"0002-1437", "", "", "BACLOFEN", "ORAL", "", "I"}}));
  CHECK(files.run("ndc", "product.txt").printed ==
        "        5  rows read\n"
        "        1  rows understood\n"
        "        2  rows left out: a substance is not known\n"
        "        1  rows left out: no substance is named\n"
        "        1  rows left out: the FDA has excluded the listing\n"
        "        1  codes written\n"
        "        1  brands written\n"
        "not known, most frequent first, of 2:\n"
        "        2  QUINOXIN\n"
        "        1  ZETA FACTOR\n"
        "written: imported\n");
}

TEST_CASE(
    "import ndc: the pack loads beside the rules, and a second import replaces it") {
  const ImportOnDisk files;
  for (int round = 0; round < 2; ++round) {
    files.write("product.txt",
                product_file({{"0002-1433", "Zzyzx", "Baclofen", "BACLOFEN"}}));
    REQUIRE(files.run("ndc", "product.txt").status == 0);
    REQUIRE(files.rules().problems() == "");
    Problems problems;
    const auto rules =
        load_rules(files.rules().root(), read_small_question, problems);
    REQUIRE(rules != nullptr);
    for (const char* code : {"0002-1433", "00002-1433", "0002-1433-80", "00002-1433-80",
                             "00002143380", "0002143380", "000021433"}) {
      CAPTURE(code);
      const Coding coding{"http://hl7.org/fhir/sid/ndc", code, ""};
      const auto recognition = rules->recogniser().recognise("", {&coding, 1});
      REQUIRE(recognition.parts.size() == 1);
      CHECK(recognition.recognised == Recognised::code);
      CHECK(recognition.route == "oral");
    }
    CHECK(rules->recogniser().recognise("zzyzx 10 mg", {}).recognised ==
          Recognised::brand);
    const auto& packs = rules->knowledge().terminology().packs;
    REQUIRE(packs.size() == 1);
    CHECK(packs[0].id == "imported");
    CHECK(packs[0].source.publisher == "US Food and Drug Administration");
    CHECK(packs[0].base.starts_with("sha256:"));
  }
}

TEST_CASE("import ndc: what is refused") {
  struct Case {
    std::string description;
    std::string content;
    std::string expected;
  };
  const std::string ending = ": nothing was written\n";
  const std::string good = NdcRow{"0002-1433", "", "", "BACLOFEN"}.to_text();
  const Case cases[] = {
      {"an empty file", "",
       "product.txt: (document): expected a header row; found nothing\n1 problem" +
           ending},
      {"columns that are missing", "PRODUCTID\tPRODUCTNDC\tPROPRIETARYNAME\n",
       "product.txt: line 1: expected a column named NONPROPRIETARYNAME; found none\n"
       "product.txt: line 1: expected a column named SUBSTANCENAME; found none\n"
       "2 problems" +
           ending},
      {"rows of another length",
       kNdcHeader + good + "0002-1433\tx\r\n\r\n" + good + "x\n",
       "product.txt: line 3: expected 20 fields; found 2\n"
       "product.txt: line 6: expected 20 fields; found 1\n2 problems" +
           ending},
      {"codes that are none",
       kNdcHeader + NdcRow{"00021433", "", "", "BACLOFEN"}.to_text() +
           NdcRow{"002-1433", "", "", "BACLOFEN"}.to_text() +
           NdcRow{"\xE9", "", "", "BACLOFEN"}.to_text(),
       "product.txt: line 2: expected a product code such as \"0002-1433\"; found "
       "\"00021433\"\n"
       "product.txt: line 3: expected a product code such as \"0002-1433\"; found "
       "\"002-1433\"\n"
       "product.txt: line 4: expected a product code such as \"0002-1433\"; found "
       "\"é\"\n3 problems" +
           ending},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const ImportOnDisk files;
    files.write("product.txt", c.content);
    const ImportRun run = files.run("ndc", "product.txt");
    CHECK(run.status == 2);
    CHECK(run.told == c.expected);
    CHECK(!files.has_pack());
  }
}

TEST_CASE("import: at most a hundred faults are shown, and reading ends at a thousand") {
  const ImportOnDisk files;
  std::string content = kNdcHeader;
  for (int i = 0; i < 5000; ++i) content += "x\n";
  files.write("product.txt", content);
  const std::string told = files.run("ndc", "product.txt").told;
  CHECK(std::count(told.begin(), told.end(), '\n') == 102);
  CHECK(
      told.ends_with("product.txt: line 101: expected 20 fields; found 1\n"
                     "and 900 more\n1000 problems: nothing was written\n"));
}

TEST_CASE("import: a pack is replaced, anything else is not") {
  const ImportOnDisk files;
  files.write("product.txt", product_file({{"0002-1433", "", "", "BACLOFEN"}}));
  const auto refused = [&] {
    const ImportRun run = files.run("ndc", "product.txt");
    CHECK(run.status == 2);
    CHECK(run.told ==
          "imported: (document): expected a free name or a terminology pack to replace; "
          "found something else\n1 problem: nothing was written\n");
  };
  files.rules().write("imported/pack.json", "{}");
  refused();
  CHECK(std::filesystem::exists(files.rules().root() / "imported/pack.json"));
  std::filesystem::remove(files.rules().root() / "imported/pack.json");
  CHECK(files.run("ndc", "product.txt").status == 0);  // an empty folder is none
  files.rules().write("imported/notes.txt", "mine");
  refused();
  std::filesystem::remove_all(files.rules().root() / "imported");
  files.rules().write("imported", "a file");
  refused();
  std::filesystem::remove(files.rules().root() / "imported");
  CHECK(files.run("ndc", "product.txt").status == 0);
  for (const auto& entry : std::filesystem::directory_iterator(files.rules().root()))
    CHECK(!entry.path().filename().string().starts_with(".imported"));
}

TEST_CASE("import: a terminology with a fault is not built upon") {
  const ImportOnDisk files;
  files.write("product.txt", product_file({{"0002-1433", "", "", "BACLOFEN"}}));
  files.rules().change("terminology/products.json", R"(["phenelzine"])", R"(["phen"])");
  const ImportRun run = files.run("ndc", "product.txt");
  CHECK(run.status == 2);
  CHECK(run.told ==
        "terminology/products.json: /products/1/ingredients/0: expected an ingredient "
        "key; found \"phen\"\n1 problem: nothing was written\n");
}

TEST_CASE("import: one pack may rest on another, which can still be replaced") {
  const ImportOnDisk files;
  files.write("RXNCONSO.RRF", conso("500", "IN", "quinoxin"));
  files.write("RXNREL.RRF", "");
  files.write("product.txt", product_file({{"0002-1433", "", "", "QUINOXIN"}}));
  REQUIRE(files.run("rxnorm").status == 0);
  REQUIRE(files.run("ndc", "product.txt", "by-code").status == 0);  // before "imported"
  CHECK(files.rules().problems() == "");
  const ImportRun again = files.run("rxnorm");
  CHECK(again.status == 0);
  CHECK(
      again.printed.starts_with("by-code is not looked at: it has a fault, or rests "
                                "on imported\n"));
  CHECK(files.rules().problems() == "");
}

TEST_CASE("import: a fault of a rule, or of the pack to replace, does not matter") {
  const ImportOnDisk files;
  files.write("product.txt", product_file({{"0002-1433", "", "", "BACLOFEN"}}));
  files.rules().write("imported/terminology.json", "broken");
  files.rules().write("imported/products.json", "broken");
  files.rules().change("baclofen/pack.json", "1.0.0", "one");
  CHECK(files.run("ndc", "product.txt").told == "");
  std::filesystem::remove_all(files.rules().root() / "baclofen");
  CHECK(files.run("ndc", "product.txt").told == "");
  std::filesystem::remove_all(files.rules().root() / "terminology");
  CHECK(files.run("ndc", "product.txt").told ==
        "terminology: (document): expected a folder; found nothing\n"
        "1 problem: nothing was written\n");
}

}  // namespace
}  // namespace crosscheck
