#include "pack/class_closure.h"

#include <string_view>

namespace crosscheck {

ClassClosure::ClassClosure(std::span<const DrugClass> classes)
    : classes_(classes), contains_(classes.size()) {
  std::unordered_map<std::string_view, std::size_t> positions;
  for (std::size_t i = 0; i < classes.size(); ++i) positions.emplace(classes[i].key, i);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    for (const std::string& key : classes[i].contains) {
      const auto found = positions.find(key);
      if (found != positions.end()) contains_[i].push_back(found->second);
    }
  }
}

std::unordered_set<std::string> ClassClosure::members(std::size_t position) const {
  std::unordered_set<std::string> members;
  std::vector<bool> seen(classes_.size());
  std::vector<std::size_t> open{position};
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    if (seen[next]) continue;
    seen[next] = true;
    for (const std::string& key : classes_[next].members) {
      if (!key.empty()) members.insert(key);
    }
    open.insert(open.end(), contains_[next].begin(), contains_[next].end());
  }
  return members;
}

// Classes before `position` are left out: they report their own cycles.
std::string ClassClosure::find_cycle(std::size_t position) const {
  CameFrom came_from;
  std::vector<std::size_t> reached{position};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const std::size_t next : contains_[reached[i]]) {
      if (next == position) return spell_cycle(reached[i], position, came_from);
      if (next > position && came_from.emplace(next, reached[i]).second)
        reached.push_back(next);
    }
  }
  return {};
}

std::string ClassClosure::spell_cycle(std::size_t last, std::size_t first,
                                      const CameFrom& came_from) const {
  std::string text = classes_[first].key;
  for (std::size_t at = last; at != first; at = came_from.at(at))
    text = classes_[at].key + " -> " + text;
  return classes_[first].key + " -> " + text;
}

}  // namespace crosscheck
