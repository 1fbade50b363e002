#include "naming/code_index.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "naming/national_drug_code.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

TEST_CASE("read_ndc: every writing of a National Drug Code") {
  struct Case {
    std::string text;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"0002-1433-80", {"00002-1433"}},
      {"50090-123-01", {"50090-0123"}},
      {"12345-6789-1", {"12345-6789"}},
      {"00002-1433-80", {"00002-1433"}},
      {"0002-1433", {"00002-1433"}},
      {"50090-123", {"50090-0123"}},
      {"00002-1433", {"00002-1433"}},
      {"00002143380", {"00002-1433"}},
      {"000021433", {"00002-1433"}},
      {"0002143380", {"00002-1433", "00021-0433", "00021-4338"}},
      {"0000000000", {"00000-0000"}},

      {"", {}},
      {"-", {}},
      {"0002-1433-", {}},
      {"-1433-80", {}},
      {"0002-1433-8", {}},
      {"0002-143-80", {}},
      {"002-1433-80", {}},
      {"50090-123-1", {}},
      {"50090-12345", {}},
      {"12345-6789-123", {}},
      {"0002-1433-80-1", {}},
      {"0002-14a3-80", {}},
      {"0002 1433 80", {}},
      {"00021433", {}},
      {"000021433801", {}},
      {"0000214338x", {}},
      {"0002-*143-80", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string> products;
    for (const NdcProduct product : read_ndc(c.text))
      products.push_back(to_string(product));
    CHECK(products == c.expected);
  }
}

// "baclofen | carbidopa levodopa @oral"
std::string spelled(const KnowledgeBase& knowledge,
                    const std::vector<CodeMeaning>& meanings) {
  std::string text;
  for (const CodeMeaning& meaning : meanings) {
    if (!text.empty()) text += " |";
    for (const IngredientId id : meaning.ingredients)
      text += (text.empty() ? "" : " ") + knowledge.ingredient(id).key;
    if (!meaning.route.empty()) text += " @" + meaning.route;
  }
  return text;
}

TEST_CASE("CodeIndex: what a code means") {
  Terminology terminology = small_terminology();
  terminology.ingredients[0].snomed = {"387342009"};
  terminology.products[0].ndc = {"00002-1433"};
  terminology.products[0].route = "oral";
  terminology.products.push_back({{"levodopa", "carbidopa"}, {}, {}, "", {"00021-4338"}});
  // As from a terminology pack: the same again, and something else.
  terminology.products.push_back({{"baclofen"}, {}, {"197391", "1292"}, "intrathecal"});
  terminology.products.push_back({{"morphine"}, {}, {"197443"}, ""});
  terminology.products.push_back(
      {{"morphine"}, {}, {}, "", {"00002-9999"}, {"900000000000207008"}});
  const KnowledgeBase knowledge(terminology, {});
  const CodeIndex codes(knowledge);

  struct Case {
    std::string description;
    Coding coding;
    std::string expected;
  };
  const Case cases[] = {
      {"an NDC with dashes", {"ndc", "0002-1433-80", ""}, "baclofen @oral"},
      {"by URI, with space",
       {"http://hl7.org/fhir/sid/ndc", " 00002-1433-80 ", ""},
       "baclofen @oral"},
      {"eleven digits",
       {"urn:oid:2.16.840.1.113883.6.69", "00002143380", ""},
       "baclofen @oral"},
      {"ten digits of two meanings",
       {"ndc", "0002143380", ""},
       "baclofen @oral | carbidopa levodopa"},
      {"ten digits of one", {"ndc", "0002999980", ""}, "morphine"},
      {"an unknown NDC", {"ndc", "0002-1434-80", ""}, ""},
      {"an NDC is no RxCUI", {"rxnorm", "00002143380", ""}, ""},
      {"a SNOMED CT id", {"http://snomed.info/sct", "387342009", ""}, "baclofen"},
      {"a long SNOMED CT id", {"snomed", "900000000000207008", ""}, "morphine"},
      {"an unknown SNOMED CT id", {"snomed", "387342008", ""}, ""},
      {"a longer number than any", {"snomed", "38734200900000000000000000000", ""}, ""},
      {"a code given twice to the same: the first counts",
       {"rxnorm", "197391", ""},
       "baclofen @oral"},
      {"a code given to an ingredient and a product of it",
       {"rxnorm", "1292", ""},
       "baclofen"},
      {"a code given to two different things",
       {"rxnorm", "197443", ""},
       "carbidopa levodopa | morphine"},
      {"zeros in front", {"rxnorm", "01292", ""}, ""},
      {"no digits", {"rxnorm", "1292x", ""}, ""},
      {"nothing", {"rxnorm", "", ""}, ""},
      {"ATC", {"atc", "m03bx01", ""}, "baclofen"},
      {"ATC of two", {"atc", "A10AB01", ""}, "insulin | insulin-human"},
      {"part of an ATC code", {"atc", "M03BX", ""}, ""},
      {"a system for conditions", {"icd10", "1292", ""}, ""},
      {"an unknown system", {"local", "1292", ""}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(spelled(knowledge, codes.find(c.coding)) == c.expected);
  }
}

}  // namespace
}  // namespace crosscheck
