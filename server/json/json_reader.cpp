#include "json/json_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "json/json_pointer.h"
#include "json/utf8.h"

namespace crosscheck {
namespace {

using nlohmann::json;

constexpr std::size_t kMostDuplicates = 1000;

// Builds the document while the parser reads it.
class Builder final : public nlohmann::json_sax<json> {
 public:
  Builder(const std::string& source, Problems& problems)
      : source_(source), problems_(problems) {}

  enum class End { complete, too_deep, out_of_range, syntax };
  End end() const { return end_; }
  std::size_t position() const { return position_; }
  /// Whether the outermost value was read to its end.
  bool is_closed() const { return begun_ && open_.empty(); }
  json take() { return std::move(root_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // never in a JSON text

  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Open& object = open_.back();
    const auto [member, is_new] =
        object.value->get_ref<json::object_t&>().try_emplace(std::move(name));
    object.member = &*member;
    return is_new || report_duplicate();
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    constexpr int kNumberOverflow = 406;
    position_ = position;
    end_ = error.id == kNumberOverflow ? End::out_of_range : End::syntax;
    return false;
  }

 private:
  // An array or object that is not read to its end yet.
  struct Open {
    json* value = nullptr;
    json::object_t::value_type* member = nullptr;  // the last one, of an object
  };

  json* put_value(json value) {
    begun_ = true;
    if (open_.empty()) return &(root_ = std::move(value));
    Open& parent = open_.back();
    if (parent.value->is_object()) return &(parent.member->second = std::move(value));
    return &parent.value->get_ref<json::array_t&>().emplace_back(std::move(value));
  }

  bool put(json value) {
    put_value(std::move(value));
    return true;
  }

  bool open(json container) {
    if (open_.size() == kDeepestNesting) {
      end_ = End::too_deep;
      return false;
    }
    open_.push_back({put_value(std::move(container)), nullptr});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool report_duplicate() {
    std::string pointer;
    for (const Open& open : open_) {
      if (open.member != nullptr)
        append_step(pointer, open.member->first);
      else
        append_step(pointer, open.value->size() - 1);
    }
    problems_.push_back(
        {source_, std::move(pointer), "expected each member name once; found it again"});
    return ++duplicates_ < kMostDuplicates;
  }

  const std::string& source_;
  Problems& problems_;
  json root_;
  std::vector<Open> open_;
  std::size_t duplicates_ = 0;
  std::size_t position_ = 0;
  End end_ = End::complete;
  bool begun_ = false;
};

// " at line 3, column 7" of the byte at `offset`.
std::string place(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return " at line " + std::to_string(lines + 1) + ", column " +
         std::to_string(offset - line_start + 1);
}

// What is wrong with the bytes before they are looked at as JSON, or "".
std::string find_fault_in_bytes(std::string_view text) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return "expected a JSON document; found nothing";
  if (text.starts_with("\xEF\xBB\xBF"))
    return "expected a JSON document; found a byte order mark before it";
  // nlohmann takes a NUL byte for the end of the text.
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    return "expected a JSON document; found a NUL byte" + place(text, nul);
  if (const auto bad = find_invalid_utf8(text); bad != std::string_view::npos)
    return "expected UTF-8; found another byte" + place(text, bad);
  return {};
}

// Why the parser stopped, or "".  `position` counts the bytes it had read.
std::string explain(const Builder& builder, std::string_view text) {
  const std::size_t read = builder.position();
  const std::size_t last = read == 0 ? 0 : std::min(read, text.size() + 1) - 1;
  switch (builder.end()) {
    case Builder::End::complete:
      return {};
    case Builder::End::too_deep:
      return "expected at most " + std::to_string(kDeepestNesting) +
             " values inside one another; found more";
    case Builder::End::out_of_range:
      return "expected a number that a double can hold; found a larger one" +
             place(text, last);
    case Builder::End::syntax:
      break;
  }
  if (builder.is_closed())
    return "expected one JSON document; found more behind it" + place(text, last);
  if (last == text.size()) return "expected a JSON document; found only a part of one";
  return "expected a JSON document; found a syntax error" + place(text, last);
}

}  // namespace

JsonDocument read_json(std::string_view text, const std::string& source,
                       Problems& problems) {
  const std::size_t before = problems.size();
  std::string fault = find_fault_in_bytes(text);
  Builder builder(source, problems);
  if (fault.empty()) {
    json::sax_parse(text.begin(), text.end(), &builder);
    fault = explain(builder, text);
  }
  if (!fault.empty()) problems.push_back({source, "", std::move(fault)});
  if (problems.size() > before) return nullptr;
  return JsonDocument(new json(builder.take()));
}

}  // namespace crosscheck
