// RxNorm's own words for kinds of concepts and relationships.
#pragma once

#include <optional>
#include <string_view>

namespace crosscheck {

/// What kind of thing a concept is: the term types (TTY) of source RXNORM, in
/// Appendix 5 of the RxNorm Technical Documentation, that come down to ingredients.
enum class TermType {
  in,
  pin,
  min,
  bn,
  scdc,
  scdf,
  scdg,
  scd,
  sbdc,
  sbdf,
  sbdg,
  sbd,
  gpck,
  bpck
};

/// The relationships (RELA) that lead from a concept towards its ingredients.
enum class Relation {
  consists_of,
  contains,
  form_of,
  has_ingredient,
  has_part,
  tradename_of
};

std::optional<TermType> find_term_type(std::string_view tty);

struct DirectedRelation {
  Relation relation;
  bool backwards;  ///< "ingredient_of" is has_ingredient, said from the other side.
};
std::optional<DirectedRelation> find_relation(std::string_view rela);

/// The one relation that a concept of `type` is followed on; none for an ingredient.
std::optional<Relation> way_to_ingredients(TermType type);

}  // namespace crosscheck
