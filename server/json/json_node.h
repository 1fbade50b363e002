// A JSON value that remembers where it came from.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json_number.h"
#include "json/problem.h"
#include "json/tokens.h"

namespace crosscheck {

/// Whether one string may stand twice in an array.
enum class Repeats { reported, allowed };

/// A cursor into a parsed document that knows its own JSON Pointer.
///
/// A required_… member must be there; an optional_… one may be missing, and
/// `null` counts as missing.  Strings are not empty, texts may be.
/// Errors: an accessor that does not find what it was asked for appends a
/// Problem and returns an empty value; it never throws.  A reader therefore
/// runs to the end and its caller asks `problems.empty()` once.  A list of
/// ten thousand problems is full: a hostile document gets no larger answer.
/// Lifetime: borrows the document and the problem list; both must outlive it.
class JsonNode {
 public:
  JsonNode(const nlohmann::json& value, std::string source, Problems& problems);

  const std::string& source() const { return source_; }
  const nlohmann::json& value() const { return *value_; }
  const std::string& pointer() const { return pointer_; }

  bool is_string() const;
  bool is_array() const;
  bool is_object() const;
  std::string as_string() const;  ///< This value itself, a string that is not empty.
  std::string as_text() const;    ///< This value itself, a string.
  std::optional<std::int64_t> as_integer(Bounds bounds = {}) const;

  /// Whether there is a member `key` other than `null`.
  bool has(std::string_view key) const;
  /// Whether there is a member `key` that is an array.
  bool has_array(std::string_view key) const;
  /// The member `key` of whatever type; none where it is missing or `null`.
  std::optional<JsonNode> optional_value(std::string_view key) const;
  /// Every member by name, for objects whose keys are data.
  std::vector<std::pair<std::string, JsonNode>> members() const;

  std::string required_string(std::string_view key) const;
  std::optional<std::string> optional_string(std::string_view key) const;
  std::string required_text(std::string_view key) const;
  std::string optional_text(std::string_view key) const;

  std::vector<JsonNode> required_array(std::string_view key) const;
  std::vector<JsonNode> optional_array(std::string_view key) const;
  std::optional<JsonNode> required_object(std::string_view key) const;
  std::optional<JsonNode> optional_object(std::string_view key) const;

  /// An element that is no string is reported and stands as "" in the result,
  /// so that positions remain those of the document.
  std::vector<std::string> required_strings(std::string_view key, Repeats = {}) const;

  bool required_bool(std::string_view key) const;
  std::optional<bool> optional_bool(std::string_view key) const;
  std::optional<double> required_number(std::string_view key, Bounds = {}) const;
  std::optional<double> optional_number(std::string_view key, Bounds = {}) const;
  /// A number without fraction; 2.0 is one.
  std::optional<std::int64_t> required_integer(std::string_view key, Bounds = {}) const;

  /// The first of `tokens` where the member is none of them.
  template <typename Enum>
  Enum required_token(std::string_view key, Tokens<Enum> tokens) const {
    const auto position = token_position(key, spellings(tokens), Need::required);
    return tokens[position.value_or(0)].first;
  }
  template <typename Enum>
  std::optional<Enum> optional_token(std::string_view key, Tokens<Enum> tokens) const {
    const auto position = token_position(key, spellings(tokens), Need::optional);
    return position ? std::optional(tokens[*position].first) : std::nullopt;
  }

  /// Reports every member whose name is not in `keys`: a misspelt key must
  /// never be a silently missing one.
  void allow_only(std::initializer_list<std::string_view> keys) const;

  /// Appends "expected `expected`; found `found`" at member `key`, or at this
  /// value itself when `key` is empty.
  void report(std::string_view key, std::string_view expected,
              std::string_view found) const;
  /// The same, and says itself what is there.
  void report(std::string_view key, std::string_view expected) const;
  /// The same at one element of the array `key`.
  void report_element(std::string_view key, std::size_t index, std::string_view expected,
                      std::string_view found) const;

 private:
  enum class Need { required, optional };
  using Is = bool (nlohmann::json::*)() const noexcept;

  JsonNode(const nlohmann::json& value, const JsonNode& parent, std::string pointer);
  std::string pointer_to(std::string_view key) const;
  std::optional<std::string> non_empty_string(std::string_view key, Need) const;
  std::vector<JsonNode> elements(const nlohmann::json* array, std::string_view key) const;
  std::vector<std::string> strings(const nlohmann::json* array, std::string_view key,
                                   Repeats repeats) const;
  std::optional<double> number(std::string_view key, Bounds, Need, Fraction) const;
  const nlohmann::json* member(std::string_view key, std::string_view expected, Need,
                               Is is) const;
  std::optional<std::size_t> token_position(std::string_view key,
                                            std::vector<std::string_view> spellings,
                                            Need) const;
  void append(std::string pointer, std::string_view expected,
              std::string_view found) const;

  const nlohmann::json* value_;
  std::string source_;
  std::string pointer_;
  Problems* problems_;
};

}  // namespace crosscheck
