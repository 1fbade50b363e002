#include "pack/written_form.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

TEST_CASE("written forms: what fits, and what does not") {
  struct Case {
    std::string form;
    bool (*is)(std::string_view);
    std::vector<std::string> good;
    std::vector<std::string> bad;
  };
  const Case cases[] = {
      {"kebab case",
       is_kebab_case,
       {"a", "insulin-glargine", "17-alpha", "b12"},
       {"", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é"}},
      {"name",
       is_name,
       {"a", "Co-Q 10", "é", "5-HTP"},
       {"", "1", " a", "a ", "a\nb", "a\x7F", "+-"}},
      {"sentences",
       is_sentences,
       {"Ask.", "Call a doctor! Why?", "T" + std::string(398, 'x') + "."},
       {"", ".", "A", "ask.", " Ask.", "Ask", "Ask. ", "Ask.\nNow.", "Émile.",
        "T" + std::string(399, 'x') + "."}},
      {"lower case",
       is_lower_case,
       {"po", "by mouth", "1/2", "µg"},
       {"", "PO", " po", "po ", "p\to"}},
      {"digits", is_digits, {"0", "197391"}, {"", "1a", "-1", "1.0", " 1"}},
      {"ATC",
       is_atc_code,
       {"M03BX01"},
       {"", "M03BX0", "M03BX011", "m03bx01", "M0BBX01", "103BX01", "M03BX0A"}},
      {"ICD-10",
       is_icd10_code,
       {"N18", "I69.3", "O9A.2", "S72.001A", "C4A"},
       {"", "N1", "n18", "N18.", "N183", "N18.12345", "N18.a", "918"}},
      {"version",
       is_version,
       {"2026.11.1", "0.0.0"},
       {"", "1", "1.0", "1.0.0.0", "1..0", ".1.0", "1.0.", "v1.0.0", "1.0.0-rc"}},
      {"date",
       is_date,
       {"2026-11-22", "2024-02-29"},
       {"", "2026", "2026-11", "2026-13-01", "2025-02-29", "2026-00-10", "22.11.2026",
        "2026-1-1"}},
      {"date or part",
       is_date_or_part,
       {"2026", "2015-05", "2015-05-31"},
       {"", "15", "2015-5", "2015-13", "2015-05-32", "May 2015"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.form);
    for (const std::string& text : c.good) CHECK_MESSAGE(c.is(text), text);
    for (const std::string& text : c.bad) CHECK_MESSAGE(!c.is(text), text);
  }
  CHECK(to_lower_case("Kidney É 1") == "kidney É 1");
}

}  // namespace
}  // namespace crosscheck
