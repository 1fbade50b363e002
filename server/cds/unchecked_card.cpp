#include "cds/unchecked_card.h"

#include "cds/card_text.h"
#include "check/wording.h"
#include "naming/visible_text.h"

namespace crosscheck {
namespace {

/// Rows of one kind, under a heading of their own.
class List {
 public:
  explicit List(std::string_view heading) : heading_(heading) {}
  void add(const std::string& row) { rows_ += "- " + row + "\n"; }
  std::string text() const {
    return rows_.empty() ? "" : "**" + std::string(heading_) + "**\n\n" + rows_ + "\n";
  }

 private:
  std::string_view heading_;
  std::string rows_;
};

std::string subject(const NotChecked& note) {
  switch (note.subject) {
    case NotChecked::Subject::condition:
      return "condition ";
    case NotChecked::Subject::allergy:
      return "allergy ";
    case NotChecked::Subject::medication:
      break;
  }
  return "";
}

std::string row(const NotChecked& note) {
  std::string text =
      subject(note) + "**" +
      (note.text.empty() ? "an order that names no drug" : escaped(note.text)) + "** (" +
      std::string(to_string(note.reason)) + ")";
  std::string_view separator = note.reason == NotCheckedReason::unrecognised
                                   ? ". Meant perhaps: "
                                   : ". Taken for: ";
  for (const std::string& suggestion : note.suggestions) {
    text += separator;
    text += escaped(suggestion);
    separator = ", ";
  }
  return text;
}

std::string summary_of(const HookCall& call, const Report& report,
                       const std::string& names, std::size_t hidden) {
  if (!call.unavailable.empty())
    return "Not all was checked: the record system could not give \"" +
           visible(call.unavailable.front()) + "\".";
  if (!call.unreadable.empty())
    return "Not all was checked: part of what the record system sent could not be read.";
  if (!report.not_checked.empty())
    return "Not checked, or only under an assumption: " + names;
  if (!report.not_covered.empty()) return "No rule speaks of: " + names;
  if (hidden > 0) return "Less serious findings are not shown, as was asked for.";
  return "Left out as not taken: " + names;
}

}  // namespace

std::optional<Card> make_unchecked_card(const RulesInForce& rules, const HookCall& call,
                                        const Report& report,
                                        const Circumstances& circumstances,
                                        const NewUuid& new_uuid) {
  const std::size_t hidden = circumstances.hidden;
  const std::string expired = expiry_warning(rules, circumstances.today);
  std::string names;
  const auto name = [&names](const std::string& text) {
    names +=
        (names.empty() ? "" : ", ") + (text.empty() ? "an order without a drug" : text);
  };
  List unavailable("The record system could not give");
  for (const std::string& what : call.unavailable) unavailable.add(escaped(what));
  List not_checked("Not checked, or only under an assumption");
  for (const NotChecked& note : report.not_checked) {
    not_checked.add(row(note));
    name(note.text);
  }
  List not_covered("Known, but no rule in force speaks of it");
  for (const NotCovered& note : report.not_covered) {
    const std::string& known = rules.knowledge().ingredient(note.ingredient).name;
    not_covered.add(known);
    if (report.not_checked.empty()) name(known);
  }
  List left_out("Left out");
  for (const LeftOut& one : call.left_out) {
    left_out.add(escaped(one.text) + " (" + escaped(one.reason) + ")");
    if (report.not_checked.empty() && report.not_covered.empty()) name(one.text);
  }
  List not_shown("Not shown");
  if (hidden > 0)
    not_shown.add(std::to_string(hidden) + " findings below major, as was asked for");
  List unreadable("Could not be read");
  for (const Problem& problem : call.unreadable)
    unreadable.add(escaped(problem.pointer + ": " + problem.message));
  const std::string lists = unavailable.text() + unreadable.text() + not_checked.text() +
                            not_covered.text() + left_out.text() + not_shown.text();
  if (lists.empty() && expired.empty()) return std::nullopt;
  return Card{.uuid = new_uuid(),
              .summary = shortened(
                  expired.empty() ? summary_of(call, report, names, hidden) : expired,
                  kLongestSummary),
              .detail = (expired.empty() ? "" : "**" + expired + "**\n\n") + lists +
                        "Silence about these means nothing. *Rules " +
                        escaped(rules.version()) + ".*\n"};
}

}  // namespace crosscheck
