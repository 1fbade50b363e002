// The settings of the program, each with its three spellings.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <type_traits>
#include <vector>

namespace crosscheck {

/// A setting "admin-port" is the flag --admin-port, the variable CROSSCHECK_ADMIN_PORT
/// and the line "admin-port=8081" of a configuration file.
///
/// Lifetime: borrows the parser and every value.
class Settings {
 public:
  explicit Settings(CLI::App& app) : app_(app) {}

  /// The value is the default until the parser has read another.
  template <typename Value>
  CLI::Option* add(const std::string& name, Value& value, const std::string& help) {
    CLI::Option* option = app_.add_option("--" + name, value, help);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    if (written(value) != written(std::string())) option->capture_default_str();
    all_.push_back({name, [&value] { return written(value); }});
    return option;
  }

  /// What the parser is to read, in the order that it wants, the last first.  The
  /// library would let a configuration file go before the environment; as flags in
  /// front of the user's own, which go last and win, variables do not.
  std::vector<std::string> arguments(int argc, char** argv) const;

  /// In the form of a configuration file.
  void print(std::ostream& out) const;

 private:
  struct Setting {
    std::string name;
    std::function<std::string()> written;
  };

  static std::string written(const std::string& text);
  static std::string written(bool value) { return value ? "true" : "false"; }
  template <typename Number>
  static std::string written(Number value) requires std::is_arithmetic_v<Number> {
    return std::to_string(value);
  }

  CLI::App& app_;
  std::vector<Setting> all_;
};

}  // namespace crosscheck
