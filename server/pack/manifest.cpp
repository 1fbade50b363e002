#include "pack/manifest.h"

#include <algorithm>
#include <utility>

#include "pack/digest.h"

namespace crosscheck {
namespace {

constexpr std::size_t kDigits = 64;
constexpr std::string_view kBetween = "  ";

using Sums = std::map<std::string, std::string_view>;  // path -> SHA-256

bool is_sum(std::string_view text) {
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Sums read_sums(std::string_view manifest, Problems& problems) {
  Sums sums;
  for (std::size_t number = 1; !manifest.empty(); ++number) {
    const std::size_t end = std::min(manifest.find('\n'), manifest.size());
    const std::string_view line = manifest.substr(0, end);
    const bool is_whole = end < manifest.size();
    manifest.remove_prefix(std::min(end + 1, manifest.size()));
    const bool is_line = is_whole && line.size() > kDigits + kBetween.size() &&
                         is_sum(line.substr(0, kDigits)) &&
                         line.substr(kDigits, kBetween.size()) == kBetween;
    const std::string_view path =
        is_line ? line.substr(kDigits + kBetween.size()) : std::string_view();
    if (!is_line || !sums.emplace(path, line.substr(0, kDigits)).second)
      problems.push_back(
          {kManifestFile, "/line/" + std::to_string(number),
           "expected SHA-256, two spaces, a path named once and the end of "
           "the line; found something else"});
  }
  return sums;
}

}  // namespace

std::string write_manifest(const std::map<std::string, std::string>& files) {
  std::string text;
  for (const auto& [path, content] : files) {
    text += sha256(content);
    text += kBetween;
    text += path + "\n";
  }
  return text;
}

void check_manifest(std::string_view manifest,
                    const std::map<std::string, std::string>& files, Problems& problems) {
  const Sums sums = read_sums(manifest, problems);
  const auto report = [&](const std::string& path, const char* message) {
    problems.push_back({path, "", message});
  };
  for (const auto& [path, content] : files) {
    const auto found = sums.find(path);
    if (found == sums.end())
      report(path, "expected a file that SHA256SUMS lists; found one that it does not");
    else if (found->second != sha256(content))
      report(path, "expected the content that was signed; found another");
  }
  for (const auto& [path, sum] : sums) {
    if (files.count(path) == 0)
      report(path, "expected a rules file, as SHA256SUMS lists it; found none");
  }
}

}  // namespace crosscheck
