#include <algorithm>

#include "naming/edit_distance.h"
#include "naming/folded_text.h"
#include "naming/name_search.h"
#include "rxnav/name_answer.h"
#include "rxnav/rx_concept.h"

namespace crosscheck {
namespace {

struct Candidate {
  std::string rxcui;
  std::string name;
  int score = 0;  ///< 0 to kBest.
};

constexpr int kBest = 100;

// How much of the longer of two names is the same in both, in hundredths.
int likeness(std::string_view term, std::string_view name) {
  const FoldedText one(term), other(name);
  const std::size_t longer = std::max(one.joined().size(), other.joined().size());
  if (longer == 0) return 0;
  const std::size_t distance =
      std::min(EditDistance(one.joined()).to(other.joined()), longer);
  return static_cast<int>(kBest * (longer - distance) / longer);
}

// What a name of the index means, or nothing where it means several things.
std::vector<IngredientId> only_meaning(const NameIndex& names, std::string_view written) {
  const FoldedText folded(written);
  const Name* name = names.find(folded.joined());
  if (name == nullptr) return {};
  const auto& first = name->meanings.front().ingredients;
  for (const NameMeaning& meaning : name->meanings) {
    if (meaning.ingredients != first) return {};
  }
  return first;
}

class Candidates {
 public:
  Candidates(const RulesInForce& rules, const std::string& term)
      : rules_(rules), term_(term) {}

  void add(const std::string& name) {
    add(only_meaning(rules_.recogniser().names(), name), name, likeness(term_, name));
  }

  void add(const std::vector<IngredientId>& ingredients, const std::string& name,
           int score) {
    if (ingredients.empty()) return;
    const auto rxcui = find_rxcui(rules_, ingredients);
    if (rxcui && !has(*rxcui)) all_.push_back({*rxcui, name, score});
  }

  std::vector<Candidate> best_first(std::size_t limit) && {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const auto& x, const auto& y) { return x.score > y.score; });
    if (all_.size() > limit) all_.resize(limit);
    return std::move(all_);
  }

 private:
  bool has(const std::string& rxcui) const {
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Candidate& one) { return one.rxcui == rxcui; });
  }

  const RulesInForce& rules_;
  const std::string& term_;
  std::vector<Candidate> all_;
};

// Words of an order around a name are no part of it, so the recogniser is asked first.
std::vector<Candidate> find_candidates(const RulesInForce& rules, const std::string& term,
                                       std::size_t limit) {
  Candidates candidates(rules, term);
  const Recognition recognition = rules.recogniser().recognise(term, {});
  const auto meaning = certain_meaning(recognition);
  candidates.add(meaning, name_together(rules.knowledge(), meaning), kBest);
  for (const std::string& suggestion : recognition.suggestions)
    candidates.add(suggestion);
  for (const NameHit& hit : search_names(rules.recogniser().names(), term, limit))
    candidates.add(hit.name);
  return std::move(candidates).best_first(limit);
}

}  // namespace

void write_approximate_answer(const RulesInForce& rules, const std::string& term,
                              std::size_t limit, Outline& outline) {
  const auto candidates = find_candidates(rules, term, limit);
  outline.begin("approximateGroup");
  outline.text("inputTerm", term);
  if (!candidates.empty()) {
    outline.begin_list("candidate");
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      outline.begin_item();
      outline.text("rxcui", candidates[i].rxcui);
      outline.text("score", std::to_string(candidates[i].score));
      outline.text("rank", std::to_string(i + 1));
      outline.text("name", candidates[i].name);
      outline.end();
    }
    outline.end_list();
  }
  outline.end();
}

}  // namespace crosscheck
