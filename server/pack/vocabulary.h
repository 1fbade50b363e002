// The keys that rules may be written in.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "pack/known_keys.h"

namespace crosscheck {

/// Class key -> keys of its ingredients, those of contained classes included.
using ClassMembers = std::unordered_map<std::string, std::unordered_set<std::string>>;

/// Every key of the terminology, as the readers of packs look them up.
struct Vocabulary {
  KnownKeys ingredients{"ingredient key"};
  KnownKeys classes{"class key"};
  KnownKeys effects{"effect key"};
  KnownKeys conditions{"condition key"};
  KnownKeys routes{"route key"};
  ClassMembers class_members;
};

}  // namespace crosscheck
