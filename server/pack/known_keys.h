// The keys that exist, and where each was given away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "json/json_node.h"

namespace crosscheck {

/// The keys of one noun, gathered while its rows are read, so that a second
/// row with the same key and a reference to no row can both be reported.
///
/// A noun whose file could not be read does not know its keys: then no
/// reference to it is judged, for its author knows already.
class KnownKeys {
 public:
  /// `noun` as in "expected an unused `noun`", without an article.
  explicit KnownKeys(std::string noun) : noun_(std::move(noun)) {}

  /// Reads the kebab-case key that `row` gives itself, and takes it.
  std::string take_key(const JsonNode& row, std::string_view member);
  /// Takes a value of any form; reports the place that took it before.
  void take(const JsonNode& row, std::string_view member, const std::string& value);
  void take_element(const JsonNode& row, std::string_view member, std::size_t index,
                    const std::string& value);
  void set_unreadable() { readable_ = false; }

  /// Whether `key` was taken, or may have been in an unreadable file.
  bool accepts(const std::string& key) const;
  /// Reports `key`, which stands at `member`, unless it is accepted.  "" was
  /// reported when it was read.
  void expect(const JsonNode& node, std::string_view member,
              const std::string& key) const;
  /// The array `member` of `node`, every element of it a known key.
  std::vector<std::string> read_keys(const JsonNode& node, std::string_view member) const;

  /// `"maoii" (did you mean "maoi"?)`
  std::string describe_unknown(const std::string& key) const;

 private:
  std::string noun_;
  std::uint32_t place_of(const JsonNode& row);

  std::vector<std::string> places_;  // "file: pointer"; a row's keys share one
  std::unordered_map<std::string, std::uint32_t> taken_;  // key -> its place
  bool readable_ = true;
};

}  // namespace crosscheck
