#include "import/substance_reader.h"

#include <algorithm>

#include "import/delimited_file.h"
#include "import/windows_1252.h"

namespace crosscheck {

const IngredientSet& SubstanceReader::read(std::string_view substances,
                                           std::string_view generic) {
  const auto [asked, is_new] = substances_.try_emplace(std::string(substances));
  Substances& all = asked->second;
  if (is_new) all = read_each(substances);
  if (all.unknown.empty() && all.count > 0) return all.known;
  const IngredientSet& told = ask_generic(all, generic);
  if (!told.empty()) return told;
  summary_.add(all.count == 0 ? "rows left out: no substance is named"
                              : "rows left out: a substance is not known");
  for (const std::string& name : all.unknown) summary_.add_unknown(name);
  return none_;
}

SubstanceReader::Substances SubstanceReader::read_each(
    std::string_view substances) const {
  Substances all;
  for (std::size_t begin = 0; begin <= substances.size();) {
    const std::size_t end = std::min(substances.find(';', begin), substances.size());
    const std::string name = to_utf8(trimmed(substances.substr(begin, end - begin)));
    begin = end + 1;
    if (name.empty()) continue;
    const auto meant = known_.substances_in(name);
    if (meant.size() == 1)
      all.known.push_back(meant.front());
    else
      all.unknown.push_back(name);
  }
  std::sort(all.known.begin(), all.known.end());
  all.known.erase(std::unique(all.known.begin(), all.known.end()), all.known.end());
  all.count = all.known.size() + all.unknown.size();
  return all;
}

const IngredientSet& SubstanceReader::ask_generic(const Substances& all,
                                                  std::string_view generic) {
  const auto [asked, is_new] = generics_.try_emplace(std::string(generic));
  if (is_new) asked->second = known_.substances_in(to_utf8(generic));
  const IngredientSet& named = asked->second;
  const bool as_many = all.count == 0 || named.size() == all.count;
  const bool holds_known =
      std::includes(named.begin(), named.end(), all.known.begin(), all.known.end());
  return as_many && holds_known ? named : none_;
}

}  // namespace crosscheck
