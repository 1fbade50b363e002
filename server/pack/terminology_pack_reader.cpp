#include "pack/terminology_pack_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pack/ingredient_reader.h"
#include "pack/product_reader.h"
#include "pack/rules_directory.h"
#include "pack/source_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

TerminologyPack read_head(const JsonNode& node, KnownKeys& pack_ids) {
  node.allow_only({"schema", "id", "version", "title", "licence", "source", "base"});
  TerminologyPack pack;
  pack.id = pack_ids.take_key(node, "id");
  pack.version = node.required_string("version");
  if (!pack.version.empty() && !is_version(pack.version))
    node.report("version", kVersionForm);
  pack.title = node.required_string("title");
  pack.licence = node.required_string("licence");
  if (const auto source = node.required_object("source")) {
    source->allow_only({"title", "publisher", "date", "location"});
    pack.source = read_source(*source);
  }
  pack.base = node.optional_string("base").value_or("");
  if (!pack.base.empty() && !is_digest(pack.base))
    node.report("base", "\"sha256:\" and 64 hexadecimal digits");
  return pack;
}

template <typename Row>
void append(std::vector<Row>& to, std::vector<Row> rows) {
  to.insert(to.end(), std::make_move_iterator(rows.begin()),
            std::make_move_iterator(rows.end()));
}

}  // namespace

void read_terminology_packs(const RulesDocuments& documents,
                            const std::vector<std::string>& folders,
                            Vocabulary& vocabulary, Terminology& terminology) {
  KnownKeys pack_ids("id of a terminology pack");
  std::vector<TakenCodes> codes(folders.size());
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (const auto head = documents.find(folders[i] + "/" + kTerminologyPackFile))
      terminology.packs.push_back(read_head(*head, pack_ids));
    const std::string path = folders[i] + "/" + kIngredientsFile;
    if (documents.has_file(path))
      append(terminology.ingredients,
             read_ingredients(documents.find(path), vocabulary, codes[i]));
  }
  for (std::size_t i = 0; i < folders.size(); ++i)
    append(terminology.products,
           read_products(documents.find(folders[i] + "/" + kProductsFile), vocabulary,
                         codes[i]));
}

}  // namespace crosscheck
