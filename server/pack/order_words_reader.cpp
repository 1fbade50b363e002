#include "pack/order_words_reader.h"

#include "pack/row_reader.h"
#include "pack/written_form.h"

namespace crosscheck {

OrderWords read_order_words(const JsonNode& document) {
  document.allow_only({"schema", "salts", "forms", "units", "directions", "makers",
                       "supplies", "qualifiers"});
  const auto read = [&](std::string_view key) {
    return read_forms(document, key, is_lower_case, kLowerCaseForm);
  };
  return {.salts = read("salts"),
          .forms = read("forms"),
          .units = read("units"),
          .directions = read("directions"),
          .makers = read("makers"),
          .supplies = read("supplies"),
          .qualifiers = document.has("qualifiers") ? read("qualifiers")
                                                   : std::vector<std::string>{}};
}

}  // namespace crosscheck
