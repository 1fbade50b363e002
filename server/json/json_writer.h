// Writes JSON text without building a document first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace crosscheck {

/// Appends one JSON document to a string, commas and escapes included.
///
/// The caller balances begin_… and end_… and writes a key before each value of
/// an object; no value lies deeper than 64.  Both are asserted.
/// Whatever the strings hold, the output is valid JSON: a byte that is not
/// UTF-8 becomes U+FFFD.  A number that is not finite becomes null.
/// Cost: allocates nothing beyond the output.
/// Thread safety: one writer, one thread.  Lifetime: borrows the output.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  void key(std::string_view name);
  void string(std::string_view text);
  void number(double number);
  void integer(std::int64_t number);
  void boolean(bool truth);
  void null();
  /// A value that is valid JSON already.
  void raw(std::string_view json);

  /// A string, number, truth value, or an optional one: empty is null.
  template <typename Value>
  void value(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>)
      boolean(value);
    else if constexpr (std::is_integral_v<Value>)
      integer(static_cast<std::int64_t>(value));
    else if constexpr (std::is_floating_point_v<Value>)
      number(value);
    else
      string(value);
  }
  template <typename Value>
  void value(const std::optional<Value>& held) {
    if (held)
      value(*held);
    else
      null();
  }

  template <typename Value>
  void member(std::string_view name, const Value& held) {
    key(name);
    value(held);
  }
  /// An array of strings.
  template <typename Strings>
  void strings(std::string_view name, const Strings& all) {
    begin_array(name);
    for (const auto& one : all) string(one);
    end_array();
  }
  void begin_object(std::string_view name) { key(name), begin('{'); }
  void begin_array(std::string_view name) { key(name), begin('['); }

 private:
  void begin(char bracket);
  void end(char bracket);
  void separate();

  std::string& out_;
  unsigned depth_ = 0;
  std::uint64_t has_items_ = 0;  // one bit for each open bracket, innermost lowest
  bool after_key_ = false;
};

/// `text` as a JSON string, quotes included.
std::string json_quoted(std::string_view text);

}  // namespace crosscheck
