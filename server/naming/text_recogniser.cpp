#include "naming/text_recogniser.h"

#include <algorithm>

#include "naming/folded_text.h"

namespace crosscheck {
namespace {

using Ingredients = std::vector<IngredientId>;

Ingredients united(const std::vector<Ingredients>& sets) {
  Ingredients all;
  for (const auto& set : sets) all.insert(all.end(), set.begin(), set.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// "Percocet (oxycodone / acetaminophen)" names one thing three times.
void drop_repeated(std::vector<Ingredients>& sets) {
  std::vector<Ingredients> kept;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    bool repeated = false;
    for (std::size_t j = 0; j < sets.size() && !repeated; ++j) {
      const bool within =
          std::includes(sets[j].begin(), sets[j].end(), sets[i].begin(), sets[i].end());
      repeated = i != j && within && (sets[i] != sets[j] || j < i);
    }
    if (!repeated) kept.push_back(sets[i]);
  }
  sets = std::move(kept);
}

// Beside a drug that was recognised an unknown word is most often an ordinary
// one: only the name of an ingredient, hardly misspelt, is taken for a drug.
bool is_beyond_doubt(const SlipFinder::Slip& slip) {
  constexpr std::size_t kShortest = 7, kShortestForTwo = 12;
  if (slip.name == nullptr) return false;
  const auto& meanings = slip.name->meanings;
  const std::size_t size = slip.name->letters.size();
  return meanings.front().kind == NameMeaning::Kind::ingredient && size >= kShortest &&
         (slip.distance == 1 || size >= kShortestForTwo);
}

bool is_ambiguous(const Name& name) {
  return name.meanings.size() > 1 || name.error_prone;
}

bool overlap(const NameMatch& match, const UnknownRun& window) {
  return match.first < window.last && window.first < match.last;
}

}  // namespace

struct TextRecogniser::Reading {
  OrderText order;
  Recognition result;
  bool corrected = false;
  bool rivals = false;               // a misspelling that may mean several things
  std::vector<std::string> offered;  // for the first word that nothing explains
};

Recognition TextRecogniser::recognise(std::string_view text) const {
  const FoldedText folded(text);
  if (folded.empty()) return {};
  Reading reading{read_order(folded, names_, lexicon_), {}, false, false, {}};
  reading.corrected = reading.order.assumed;
  for (const NameMatch& match : reading.order.names) {
    if (reading.order.assumed) reading.result.suggestions.push_back(match.name->written);
  }
  pass_over_abbreviations(reading);
  if (!reading.order.unknown.empty()) correct_slips(folded, reading);
  understand(reading);
  Recognition& result = reading.result;
  if (reading.order.route != nullptr) result.route = reading.order.route->key;

  for (const UnknownRun& run : reading.order.unknown) {
    std::string words;
    for (std::size_t i = run.first; i < run.last; ++i)
      words += (words.empty() ? "" : " ") + std::string(folded.token(i));
    result.unknown_words.push_back(std::move(words));
  }
  const bool single = result.parts.size() == 1 && result.parts[0].size() == 1;
  if (single && !reading.order.two_part_strength.empty())
    result.unknown_words.push_back(reading.order.two_part_strength);
  if (!reading.order.unknown.empty() && result.suggestions.empty())
    result.suggestions = std::move(reading.offered);
  if (result.parts.empty() && reading.rivals) result.recognised = Recognised::ambiguous;
  return std::move(result);
}

// "MS" is morphine, or magnesium sulfate; behind the name of a drug it is
// rather what the drug is for, and stays unknown.
void TextRecogniser::pass_over_abbreviations(Reading& reading) const {
  auto& names = reading.order.names;
  const auto is_error_prone = [](const NameMatch& match) {
    return match.name->error_prone;
  };
  if (std::all_of(names.begin(), names.end(), is_error_prone)) return;
  for (const NameMatch& match : names) {
    if (is_error_prone(match)) reading.order.unknown.push_back({match.first, match.last});
  }
  std::erase_if(names, is_error_prone);
}

// A misspelt word may be a whole name, or a part of one whose other words were
// taken for another name ("insulin glargin"): the wider reading goes first, the
// single words of a run last.  A text with many unknown words is prose: nothing
// is guessed there.
void TextRecogniser::correct_slips(const FoldedText& text, Reading& reading) const {
  constexpr std::size_t kMostRuns = 8, kLongestRun = 6;
  if (reading.order.unknown.size() > kMostRuns) return;
  std::vector<UnknownRun> still_unknown;
  for (const UnknownRun run : std::vector<UnknownRun>(reading.order.unknown)) {
    if (run.last - run.first > kLongestRun) {
      still_unknown.push_back(run);
      continue;
    }
    std::vector<UnknownRun> windows;
    for (const NameMatch& match : reading.order.names) {
      if (match.last == run.first) windows.push_back({match.first, run.last});
      if (match.first == run.last) windows.push_back({run.first, match.last});
    }
    windows.push_back(run);
    const bool whole = std::any_of(
        windows.begin(), windows.end(),
        [&](UnknownRun window) { return correct_window(text, window, reading); });
    if (whole) continue;
    for (const UnknownRun rest : mend_words(text, run, reading))
      still_unknown.push_back(rest);
  }
  reading.order.unknown = std::move(still_unknown);
}

// What is left of a run when its words are looked at one by one; the run as it
// was if none of them is a misspelling.
std::vector<UnknownRun> TextRecogniser::mend_words(const FoldedText& text, UnknownRun run,
                                                   Reading& reading) const {
  const std::size_t size = run.last - run.first;
  if (size == 1) return {run};
  std::vector<UnknownRun> rest;
  for (std::size_t i = run.first; i < run.last; ++i) {
    if (!correct_window(text, {i, i + 1}, reading)) rest.push_back({i, i + 1});
  }
  return rest.size() == size ? std::vector{run} : rest;
}

bool TextRecogniser::correct_window(const FoldedText& text, UnknownRun window,
                                    Reading& reading) const {
  const auto letters = text.joined(window.first, window.last);
  const auto slip = slips_.find(letters);
  if (reading.offered.empty()) reading.offered = slip.suggestions;
  if (!reading.order.names.empty() && !is_beyond_doubt(slip)) return false;
  auto& names = reading.order.names;
  const auto replaced = std::find_if(names.begin(), names.end(), [&](const auto& match) {
    return overlap(match, window);
  });
  if (slip.name == nullptr) {
    if (replaced != names.end() || slip.rivals.empty()) return false;
    reading.rivals = true;
    for (const Name* rival : slip.rivals)
      reading.result.suggestions.push_back(rival->written);
    return false;
  }
  if (replaced != names.end()) {
    if (replaced->name == slip.name) return false;  // the word beside it stays unknown
    names.erase(replaced);
  }
  names.push_back({slip.name, window.first, window.last});
  reading.corrected = true;
  reading.result.suggestions.push_back(slip.name->written);
  return true;
}

void TextRecogniser::understand(Reading& reading) const {
  Recognition& result = reading.result;
  const auto& names = reading.order.names;
  for (const NameMatch& match : names) {
    if (is_ambiguous(*match.name)) continue;
    const NameMeaning& meaning = match.name->meanings.front();
    result.parts.push_back(meaning.ingredients);
    if (result.route.empty()) result.route = meaning.route;
  }
  for (const NameMatch& match : names) {
    if (is_ambiguous(*match.name)) understand_ambiguous(*match.name, reading);
  }
  if (result.parts.empty()) return;
  join_parts(result);
  if (result.recognised == Recognised::ambiguous) return;
  if (reading.corrected)
    result.recognised = Recognised::corrected;
  else if (result.parts.front().size() > 1)
    result.recognised = Recognised::product;
  else if (names.front().name->meanings.front().kind == NameMeaning::Kind::ingredient)
    result.recognised = Recognised::exact;
  else
    result.recognised = Recognised::brand;
}

// Another name in the same order may say it again in brackets, and so tell which
// meaning is meant: "Unisom (doxylamine)".  If none does, all meanings count, as one
// part.
void TextRecogniser::understand_ambiguous(const Name& name, Reading& reading) const {
  Recognition& result = reading.result;
  const Ingredients named = united(result.parts);
  std::vector<Ingredients> sets;
  for (const NameMeaning& meaning : name.meanings) {
    if (meaning.ingredients == named && reading.order.bracketed) return;
    sets.push_back(meaning.ingredients);
  }
  result.parts.push_back(united(sets));
  result.recognised = Recognised::ambiguous;
  for (const IngredientId id : result.parts.back())
    result.suggestions.push_back(knowledge_.ingredient(id).name);
}

// Several drugs in one text are one medication only if a product is known that
// has just these; else they are kept apart and the text counts as ambiguous.
void TextRecogniser::join_parts(Recognition& result) const {
  drop_repeated(result.parts);
  if (result.parts.size() == 1) return;
  const Ingredients all = united(result.parts);
  if (result.recognised != Recognised::ambiguous && names_.is_combination(all)) {
    result.parts = {all};
    return;
  }
  result.recognised = Recognised::ambiguous;
  result.suggestions.clear();
  for (const IngredientId id : all)
    result.suggestions.push_back(knowledge_.ingredient(id).name);
}

}  // namespace crosscheck
