#include "net/request_head.h"

#include <algorithm>
#include <array>
#include <optional>

#include "net/field.h"
#include "net/host.h"

namespace crosscheck {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr int kBadRequest = 400;
constexpr std::size_t kMostDigits = 18;  // fits 64 bits

bool starts_with(std::string_view text, std::string_view start) {
  return is_same_name(text.substr(0, start.size()), start);
}

bool is_printable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7f;
}

bool is_one_of(std::string_view text, const auto& all) {
  return std::any_of(all.begin(), all.end(),
                     [&](std::string_view one) { return is_same_name(text, one); });
}

// What the library would act on, or what only holds for this connection.
bool is_dropped(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kDropped{
      "Connection", "Keep-Alive",      "Content-Length",   "Transfer-Encoding",
      "TE",         "Trailer",         "Upgrade",          "Expect",
      "Range",      "Accept-Encoding", "Proxy-Connection", kAcceptEncoding};
  return is_one_of(name, kDropped) || starts_with(name, "REMOTE_") ||
         starts_with(name, "LOCAL_");
}

class HeadReader {
 public:
  HeadReader(std::string_view head, const Limits& limits)
      : rest_(head), limits_(limits) {}

  std::variant<RequestHead, Refusal> read() {
    read_request_line(next_line());
    for (std::string_view line = next_line(); !refusal_ && !line.empty();
         line = next_line())
      read_header(line);
    if (!refusal_) judge_connection();
    if (!refusal_) judge_body();
    if (refusal_) return *refusal_;
    head_.text += kLineEnd;
    return std::move(head_);
  }

 private:
  void refuse(int status, std::string_view detail) {
    if (!refusal_) refusal_ = Refusal{status, detail};
  }

  std::string_view next_line() {
    const std::size_t end = std::min(rest_.find(kLineEnd), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + kLineEnd.size(), rest_.size()));
    return line;
  }

  void read_request_line(std::string_view line) {
    if (line.size() > limits_.request_line)
      return refuse(414, "The address of the request is too long.");
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == last)
      return refuse(kBadRequest, "The request line is not \"METHOD /path HTTP/1.1\".");
    method_ = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(method_)) return refuse(kBadRequest, "The method is no token.");
    if ((!target.starts_with('/') && (target != "*" || method_ != "OPTIONS")) ||
        !std::all_of(target.begin(), target.end(), is_printable) ||
        target.find('#') != std::string_view::npos)
      return refuse(kBadRequest,
                    "The address is not a path, or has bytes to be escaped.");
    is_old_ = version == "HTTP/1.0";
    head_.knows_chunks = !is_old_;
    if (!is_old_ && version != "HTTP/1.1")
      return refuse(version.starts_with("HTTP/") ? 505 : kBadRequest,
                    "The version is not HTTP/1.1.");
    head_.text.append(line).append(kLineEnd);
  }

  void read_header(std::string_view line) {
    if (++headers_ > limits_.headers) return refuse(431, "There are too many headers.");
    const std::optional<Field> field = read_field(line);
    if (!field) return refuse(kBadRequest, "A header is not \"Name: value\".");
    if (!field->has_sound_value())
      return refuse(kBadRequest, "A header has control bytes.");
    note(field->name, field->value);
    if (is_same_name(field->name, "Accept-Encoding")) keep(kAcceptEncoding, field->value);
    if (!is_dropped(field->name)) keep(field->name, field->value);
  }

  void keep(std::string_view name, std::string_view value) {
    head_.text.append(name).append(": ").append(value).append(kLineEnd);
  }

  void note(std::string_view name, std::string_view value) {
    if (is_same_name(name, "Host")) note_once(host_, value, "The Host is stated twice.");
    if (is_same_name(name, "Content-Length"))
      note_once(length_, value, "The length of the body is stated twice.");
    if (is_same_name(name, "Transfer-Encoding"))
      note_once(coding_, value, "The coding of the body is stated twice.");
    if (is_same_name(name, "Content-Type"))
      note_once(type_, value, "The type of the body is stated twice.");
    if (is_same_name(name, "Authorization"))
      note_once(authorization_, value, "The authorization is stated twice.");
    if (is_same_name(name, "Content-Encoding") && !value.empty() &&
        !is_same_name(value, "identity"))
      is_encoded_ = true;
    if (is_same_name(name, "Expect"))
      head_.expects_continue = !is_old_ && is_same_name(value, "100-continue");
    if (is_same_name(name, "Connection")) note_connection(value);
  }

  void note_once(std::optional<std::string_view>& known, std::string_view value,
                 std::string_view detail) {
    if (known) refuse(kBadRequest, detail);
    known = value;
  }

  void note_connection(std::string_view value) {
    while (!value.empty()) {
      const std::size_t comma = std::min(value.find(','), value.size());
      says_close_ =
          says_close_ || is_same_name(trimmed_value(value.substr(0, comma)), "close");
      value.remove_prefix(std::min(comma + 1, value.size()));
    }
  }

  void judge_connection() {
    if (!host_ && !is_old_) return refuse(kBadRequest, "The Host is missing.");
    if (host_ && !is_host(*host_))
      return refuse(kBadRequest, "The Host is no name or address.");
    head_.keep_alive = !says_close_ && !is_old_;
  }

  void judge_body() {
    static constexpr std::array<std::string_view, 3> kWithBody{"POST", "PUT", "PATCH"};
    const bool may_have_body = is_one_of(method_, kWithBody);
    if (length_ && coding_)
      return refuse(kBadRequest, "The length of the body is stated twice.");
    if (coding_ && (is_old_ || !is_same_name(*coding_, "chunked")))
      return refuse(kBadRequest, "Transfer-Encoding may only be chunked.");
    if (length_ && !read_length()) return;
    head_.chunked = coding_.has_value();
    if (!may_have_body && (head_.chunked || head_.content_length > 0))
      return refuse(kBadRequest, "This method has no body here.");
    if (may_have_body && !length_ && !coding_)
      return refuse(411, "State the length of the body.");
    if (may_have_body && is_encoded_)
      return refuse(415, "Send the body without Content-Encoding.");
  }

  bool read_length() {
    const bool digits = !length_->empty() && length_->size() <= kMostDigits &&
                        std::all_of(length_->begin(), length_->end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) refuse(kBadRequest, "Content-Length is not a number.");
    for (const char c : digits ? *length_ : std::string_view())
      head_.content_length =
          head_.content_length * 10 + static_cast<std::size_t>(c - '0');
    return digits;
  }

  std::string_view rest_;
  const Limits& limits_;
  RequestHead head_;
  std::optional<Refusal> refusal_;
  std::string_view method_;
  bool is_old_ = false;
  std::size_t headers_ = 0;
  std::optional<std::string_view> host_, length_, coding_, type_, authorization_;
  bool is_encoded_ = false;
  bool says_close_ = false;
};

}  // namespace

std::string_view RequestHead::method() const {
  return std::string_view(text).substr(0, text.find(' '));
}

std::string_view RequestHead::target() const {
  const std::string_view rest = std::string_view(text).substr(text.find(' ') + 1);
  return rest.substr(0, rest.find(' '));
}

std::variant<RequestHead, Refusal> read_head(std::string_view head,
                                             const Limits& limits) {
  return HeadReader(head, limits).read();
}

}  // namespace crosscheck
