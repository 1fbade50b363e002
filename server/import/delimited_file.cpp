#include "import/delimited_file.h"

#include <system_error>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 18U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

DelimitedFile::DelimitedFile(const std::filesystem::path& path, char delimiter,
                             Problems& problems)
    : name_(path.filename().string()),
      delimiter_(delimiter),
      problems_(problems),
      buffer_(kBufferSize) {
  file_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) file_.open(path, std::ios::binary);
  if (!file_.is_open())
    problems_.push_back({path.string(), "",
                         "expected a readable file; found " +
                             (error ? error.message() : std::string("something else"))});
}

bool DelimitedFile::next() {
  if (problems_.size() >= kMostProblems) return false;
  while (file_.is_open() && std::getline(file_, line_)) {
    ++line_number_;
    if (line_number_ == 1 && line_.starts_with(kByteOrderMark))
      line_.erase(0, kByteOrderMark.size());
    if (line_.ends_with('\r')) line_.pop_back();
    if (line_.empty()) continue;
    split();
    return true;
  }
  if (file_.bad()) {
    problems_.push_back({name_, "", "expected a readable file; the reading failed"});
    file_.close();
  }
  return false;
}

void DelimitedFile::split() {
  fields_.clear();
  const std::string_view line = line_;
  std::size_t begin = 0;
  for (auto end = line.find(delimiter_); end != std::string_view::npos;
       end = line.find(delimiter_, begin)) {
    fields_.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  fields_.push_back(line.substr(begin));
}

bool DelimitedFile::has_fields(std::size_t count) {
  const bool ended = fields_.size() == count + 1 && fields_.back().empty();
  if (fields_.size() == count || ended) return true;
  report("expected " + std::to_string(count) + " fields; found " +
         std::to_string(fields_.size() - (fields_.back().empty() ? 1 : 0)));
  return false;
}

std::string_view trimmed(std::string_view field) {
  const auto first = field.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return field.substr(first, field.find_last_not_of(' ') - first + 1);
}

void DelimitedFile::report(std::string message) {
  problems_.push_back(
      {name_, "line " + std::to_string(line_number_), std::move(message)});
}

}  // namespace crosscheck
