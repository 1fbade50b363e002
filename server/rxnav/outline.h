// The outline of an RxNav answer, in whichever form it is sent.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace crosscheck {

enum class RxnavFormat { xml, json };

/// Writes an answer member by member.  JSON and XML are written from the same calls,
/// so that they cannot differ: a member is a member here and an element there, a list
/// an array here and a repeated element there.
///
/// The caller balances begin… and end…; names are element names and live as long as
/// the program.
class Outline {
 public:
  virtual ~Outline() = default;

  /// A member with members of its own, up to end().
  virtual void begin(std::string_view name) = 0;
  virtual void end() = 0;
  virtual void text(std::string_view name, std::string_view text) = 0;

  /// A list of items, up to end_list().  An empty one cannot be seen in XML.
  virtual void begin_list(std::string_view name) = 0;
  virtual void end_list() = 0;
  virtual void begin_item() = 0;  ///< With members, up to end().
  virtual void item(std::string_view text) = 0;

  /// As RxNav does: a text that would be empty is left out.
  void known_text(std::string_view name, std::string_view known) {
    if (!known.empty()) text(name, known);
  }
  template <typename Texts>
  void list(std::string_view name, const Texts& texts) {
    begin_list(name);
    for (const auto& one : texts) item(one);
    end_list();
  }
  /// A list that would be empty is left out, too.
  template <typename Texts>
  void known_list(std::string_view name, const Texts& texts) {
    if (!texts.empty()) list(name, texts);
  }
};

/// The answer that `write` outlines; `root` is its root element in XML.
std::string write_outline(RxnavFormat format, std::string_view root,
                          const std::function<void(Outline&)>& write);

}  // namespace crosscheck
