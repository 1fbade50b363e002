// One header or trailer of a request (RFC 9110, 5).
#pragma once

#include <optional>
#include <string_view>

namespace crosscheck {

/// Views into the line it was read from.
struct Field {
  std::string_view name;   ///< A token.
  std::string_view value;  ///< Without the space around it.

  /// No control bytes but the tab.
  bool has_sound_value() const;
};

/// `line` is without its end.  Nothing where it is not "Name: value".
std::optional<Field> read_field(std::string_view line);

bool is_token(std::string_view text);

/// Without spaces and tabs around it.
std::string_view trimmed_value(std::string_view text);

/// Whether they differ in the case of ASCII letters at most.
bool is_same_name(std::string_view a, std::string_view b);

}  // namespace crosscheck
