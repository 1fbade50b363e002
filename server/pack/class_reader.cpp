#include "pack/class_reader.h"

#include "pack/class_closure.h"
#include "pack/row_reader.h"

namespace crosscheck {

std::vector<DrugClass> read_classes(const std::optional<JsonNode>& document,
                                    Vocabulary& vocabulary) {
  std::vector<DrugClass> classes;
  const auto rows = read_rows(document, "classes", vocabulary.classes);
  if (!document) return classes;
  document->allow_only({"schema", "origins", "classes"});
  const KnownKeys origins = read_origins(*document);
  for (const JsonNode& row : rows) {
    row.allow_only({"key", "name", "contains", "members", "duplication", "origin"});
    DrugClass drug_class;
    drug_class.key = vocabulary.classes.take_key(row, "key");
    drug_class.name = read_name(row, "name");
    drug_class.members = vocabulary.ingredients.read_keys(row, "members");
    drug_class.duplication = row.optional_bool("duplication").value_or(false);
    check_origin(row, origins);
    classes.push_back(std::move(drug_class));
  }
  // A class may contain one that is written below it.
  for (std::size_t i = 0; i < rows.size(); ++i)
    classes[i].contains = vocabulary.classes.read_keys(rows[i], "contains");

  ClassClosure closure(classes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string cycle = closure.find_cycle(i);
    if (!cycle.empty()) rows[i].report("contains", "classes without a cycle", cycle);
    auto members = closure.members(i);
    if (members.empty() && rows[i].has_array("members") && rows[i].has_array("contains"))
      rows[i].report("", "a class with an ingredient",
                     "none, in contained classes neither");
    vocabulary.class_members.emplace(classes[i].key, std::move(members));
  }
  return classes;
}

}  // namespace crosscheck
