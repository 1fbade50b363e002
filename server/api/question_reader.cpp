#include "api/question_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/json_reader.h"
#include "json/utf8.h"
#include "naming/visible_text.h"

namespace crosscheck {
namespace {

const std::string kTextExpected =
    "a text of up to " + std::to_string(kLongestText) + " characters that is not blank";
const std::string kLengthExpected =
    "at most " + std::to_string(kMostEntries) + " entries";

// What is wrong with a text, or "" where nothing is.
std::string fault_of(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos)
    return "bytes that are not UTF-8";
  if (is_blank(text)) return "a blank text";
  const std::size_t length = length_in_characters(text);
  return length > kLongestText ? std::to_string(length) + " characters" : "";
}

std::string read_text(const JsonNode& node) {
  if (!node.is_string()) {
    node.report("", kTextExpected);
    return {};
  }
  std::string text = node.as_text();
  if (const std::string fault = fault_of(text); !fault.empty())
    node.report("", kTextExpected, fault);
  return text;
}

std::string read_text(const JsonNode& node, std::string_view key) {
  const auto member = node.optional_value(key);
  return member ? read_text(*member) : std::string();
}

// The same, but "" says nothing, as many senders write it.
std::string read_optional_text(const JsonNode& node, std::string_view key) {
  const auto member = node.optional_value(key);
  const bool empty = member && member->is_string() && member->as_text().empty();
  return member && !empty ? read_text(*member) : std::string();
}

// `text`, `code`, or both, as medications and conditions have them.
void read_text_or_code(const JsonNode& node, std::string& text,
                       std::vector<Coding>& codings) {
  text = read_text(node, "text");
  if (const auto code = node.optional_object("code")) {
    code->allow_only({"system", "value", "display"});
    codings.push_back({code->required_string("system"), code->required_string("value"),
                       read_optional_text(*code, "display")});
  }
  if (!node.has("text") && !node.has("code"))
    node.report("", "a \"text\" or a \"code\"", "neither");
}

std::optional<DailyDose> read_daily_dose(const JsonNode& node) {
  const auto dose = node.optional_object("daily_dose");
  if (!dose) return std::nullopt;
  dose->allow_only({"value", "unit"});
  const auto value = dose->required_number("value");
  if (value && *value <= 0) dose->report("value", "a number above 0");
  return DailyDose{value.value_or(0), dose->required_string("unit")};
}

MedicationEntry read_medication(const JsonNode& node) {
  MedicationEntry entry;
  if (node.is_string()) {
    entry.text = read_text(node);
    return entry;
  }
  if (!node.is_object()) {
    node.report("", "a text or an object");
    return entry;
  }
  node.allow_only({"text", "code", "id", "new", "route", "daily_dose", "stopping"});
  read_text_or_code(node, entry.text, entry.codings);
  if (node.has("id")) entry.id = read_optional_text(node, "id");
  entry.is_new = node.optional_bool("new").value_or(false);
  entry.route = read_optional_text(node, "route");
  entry.daily_dose = read_daily_dose(node);
  entry.stopping = node.optional_bool("stopping").value_or(false);
  return entry;
}

ConditionEntry read_condition(const JsonNode& node) {
  ConditionEntry entry;
  if (node.is_string()) {
    entry.text = read_text(node);
  } else if (node.is_object()) {
    node.allow_only({"text", "code"});
    read_text_or_code(node, entry.text, entry.codings);
  } else {
    node.report("", "a text or an object");
  }
  return entry;
}

template <typename Read>
auto read_entries(const JsonNode& node, std::string_view key,
                  const std::vector<JsonNode>& elements, Read read) {
  std::vector<decltype(read(elements.front()))> entries;
  if (elements.size() > kMostEntries) {
    node.report(key, kLengthExpected, std::to_string(elements.size()));
    return entries;
  }
  for (const JsonNode& element : elements) entries.push_back(read(element));
  return entries;
}

Patient read_patient(const JsonNode& node) {
  constexpr Bounds kAges{0, 150};
  node.allow_only({"age_years", "pregnant", "breastfeeding", "conditions", "allergies"});
  Patient patient;
  patient.age_years = node.optional_number("age_years", kAges);
  patient.pregnant = node.optional_bool("pregnant").value_or(false);
  patient.breastfeeding = node.optional_bool("breastfeeding").value_or(false);
  patient.conditions =
      read_entries(node, "conditions", node.optional_array("conditions"), read_condition);
  patient.allergies =
      read_entries(node, "allergies", node.optional_array("allergies"),
                   [](const JsonNode& element) { return read_text(element); });
  return patient;
}

std::vector<std::string> split_list(std::string_view list) {
  const auto is_digit = [&](std::size_t i) {
    return i < list.size() && list[i] >= '0' && list[i] <= '9';
  };
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool within_number = i > 0 && is_digit(i - 1) && is_digit(i + 1);
    if (list[i] == ',' && !within_number)
      parts.emplace_back();
    else
      parts.back() += list[i];
  }
  return parts;
}

class QueryReader {
 public:
  QueryReader(const Query& query, Problems& problems)
      : query_(query), problems_(problems) {}

  Question read() {
    std::vector<std::string> names;
    const auto [first, last] = query_.equal_range("medications");
    for (auto list = first; list != last; ++list) {
      for (std::string& name : split_list(list->second)) names.push_back(std::move(name));
    }
    Question question = read_names(names, "query", problems_);
    for (const auto& [name, value] : query_) {
      if (name == "medications")
        continue;
      else if (name == "minimum_severity")
        read_token(name, value, kSeverityTokens, question.minimum_severity);
      else if (name == "audience")
        read_token(name, value, kAudienceTokens, question.audience);
      else
        report(name, "a parameter named medications minimum_severity audience",
               "another");
    }
    for (const char* name : {"minimum_severity", "audience"}) {
      if (query_.count(name) > 1) report(name, "one value", "several");
    }
    return question;
  }

 private:
  void report(const std::string& place, const std::string& expected,
              const std::string& found) {
    problems_.push_back(
        {"query", "/" + place, "expected " + expected + "; found " + found});
  }

  template <typename Tokens, typename Value>
  void read_token(const std::string& name, const std::string& word, const Tokens& tokens,
                  Value& read) {
    std::string expected = "one of";
    for (const auto& [value, token] : tokens) {
      if (token == word) {
        read = value;
        return;
      }
      expected += " ";
      expected += token;
    }
    report(name, expected, "another word");
  }

  const Query& query_;
  Problems& problems_;
};

}  // namespace

Question read_question(const JsonNode& body) {
  Question question;
  if (!body.is_object()) {
    body.report("", "an object");
    return question;
  }
  body.allow_only({"medications", "patient", "minimum_severity", "audience"});
  question.medications = read_entries(
      body, "medications", body.required_array("medications"), read_medication);
  if (const auto patient = body.optional_object("patient"))
    question.patient = read_patient(*patient);
  question.minimum_severity =
      body.optional_token<Severity>("minimum_severity", kSeverityTokens)
          .value_or(Severity::minor);
  question.audience = body.optional_token<Audience>("audience", kAudienceTokens)
                          .value_or(Audience::professional);
  return question;
}

QuestionText read_question_text(std::string_view text, const std::string& source,
                                Problems& problems) {
  QuestionText read;
  const auto document = read_json(text, source, problems);
  if (!document) return read;
  read.is_json = true;
  Question question = read_question(JsonNode(*document, source, problems));
  if (problems.empty()) read.question = std::move(question);
  return read;
}

Question read_names(const std::vector<std::string>& names, const std::string& source,
                    Problems& problems) {
  Question question;
  const auto report = [&](const std::string& place, const std::string& expected,
                          const std::string& found) {
    problems.push_back({source, place, "expected " + expected + "; found " + found});
  };
  if (names.empty()) report("/medications", "a list of names", "nothing");
  if (names.size() > kMostEntries) {
    report("/medications", kLengthExpected, std::to_string(names.size()));
    return question;
  }
  for (const std::string& name : names) {
    if (const std::string fault = fault_of(name); !fault.empty())
      report("/medications/" + std::to_string(question.medications.size()), kTextExpected,
             fault);
    question.medications.emplace_back().text = name;
  }
  return question;
}

Question read_question(const Query& query, Problems& problems) {
  return QueryReader(query, problems).read();
}

}  // namespace crosscheck
