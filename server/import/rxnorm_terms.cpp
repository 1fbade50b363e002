#include "import/rxnorm_terms.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crosscheck {
namespace {

template <typename Meaning, std::size_t kSize>
std::optional<Meaning> find_in(
    const std::array<std::pair<std::string_view, Meaning>, kSize>& table,
    std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const auto& row) { return row.first == word; });
  if (found == table.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<TermType> find_term_type(std::string_view tty) {
  static constexpr std::array<std::pair<std::string_view, TermType>, 14> kTable{{
      {"IN", TermType::in},
      {"PIN", TermType::pin},
      {"MIN", TermType::min},
      {"BN", TermType::bn},
      {"SCDC", TermType::scdc},
      {"SCDF", TermType::scdf},
      {"SCDG", TermType::scdg},
      {"SCD", TermType::scd},
      {"SBDC", TermType::sbdc},
      {"SBDF", TermType::sbdf},
      {"SBDG", TermType::sbdg},
      {"SBD", TermType::sbd},
      {"GPCK", TermType::gpck},
      {"BPCK", TermType::bpck},
  }};
  return find_in(kTable, tty);
}

std::optional<DirectedRelation> find_relation(std::string_view rela) {
  static constexpr std::array<std::pair<std::string_view, DirectedRelation>, 12> kTable{{
      {"consists_of", {Relation::consists_of, false}},
      {"constitutes", {Relation::consists_of, true}},
      {"contains", {Relation::contains, false}},
      {"contained_in", {Relation::contains, true}},
      {"form_of", {Relation::form_of, false}},
      {"has_form", {Relation::form_of, true}},
      {"has_ingredient", {Relation::has_ingredient, false}},
      {"ingredient_of", {Relation::has_ingredient, true}},
      {"has_part", {Relation::has_part, false}},
      {"part_of", {Relation::has_part, true}},
      {"tradename_of", {Relation::tradename_of, false}},
      {"has_tradename", {Relation::tradename_of, true}},
  }};
  return find_in(kTable, rela);
}

std::optional<Relation> way_to_ingredients(TermType type) {
  switch (type) {
    case TermType::in:
      return std::nullopt;
    case TermType::pin:
      return Relation::form_of;
    case TermType::min:
      return Relation::has_part;
    case TermType::scdc:
    case TermType::scdf:
    case TermType::scdg:
      return Relation::has_ingredient;
    case TermType::scd:
      return Relation::consists_of;
    case TermType::bn:
    case TermType::sbdc:
    case TermType::sbdf:
    case TermType::sbdg:
    case TermType::sbd:
      return Relation::tradename_of;
    case TermType::gpck:
    case TermType::bpck:
      return Relation::contains;
  }
  return std::nullopt;
}

}  // namespace crosscheck
