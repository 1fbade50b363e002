#include "knowledge/pair_index.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <map>
#include <tuple>
#include <utility>

namespace crosscheck {
namespace {

using List = std::vector<const Interaction*>;

bool same_pair(const InteractingPair& x, const InteractingPair& y) {
  return x.a == y.a && x.b == y.b;
}

// Unordered pairs become ordered ones, grouped, in bit order.
void put_in_bit_order(std::vector<InteractingPair>& pairs) {
  for (InteractingPair& pair : pairs) {
    assert(pair.a != pair.b);
    if (pair.b < pair.a) std::swap(pair.a, pair.b);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
}

}  // namespace

PairIndex::PairIndex(std::size_t ingredient_count, std::vector<InteractingPair> pairs)
    : row_words_((ingredient_count + 63) / 64),
      bits_(ingredient_count * row_words_),
      rank_(bits_.size()) {
  put_in_bit_order(pairs);
  std::map<List, std::uint32_t> known_lists;
  for (auto first = pairs.begin(); first != pairs.end();) {
    List list;
    auto last = first;
    for (; last != pairs.end() && same_pair(*first, *last); ++last) {
      if (std::find(list.begin(), list.end(), last->interaction) == list.end())
        list.push_back(last->interaction);
    }
    const auto number = static_cast<std::uint32_t>(list_start_.size());
    const auto [known, is_new] = known_lists.emplace(std::move(list), number);
    if (is_new) {
      list_start_.push_back(static_cast<std::uint32_t>(lists_.size()));
      lists_.insert(lists_.end(), known->first.begin(), known->first.end());
    }
    list_of_.push_back(known->second);
    bits_[first->a.position * row_words_ + first->b.position / 64] |=
        std::uint64_t{1} << (first->b.position % 64);
    first = last;
  }
  list_start_.push_back(static_cast<std::uint32_t>(lists_.size()));

  std::uint32_t pairs_before = 0;
  for (std::size_t word = 0; word < bits_.size(); ++word) {
    rank_[word] = pairs_before;
    pairs_before += static_cast<std::uint32_t>(std::popcount(bits_[word]));
  }
}

std::span<const Interaction* const> PairIndex::list_at(std::size_t word,
                                                       std::uint64_t bit) const {
  const std::size_t pair = rank_[word] + std::popcount(bits_[word] & (bit - 1));
  const std::uint32_t list = list_of_[pair];
  return {lists_.data() + list_start_[list], lists_.data() + list_start_[list + 1]};
}

}  // namespace crosscheck
