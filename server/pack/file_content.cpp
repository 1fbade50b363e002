#include "pack/file_content.h"

#include <cstdint>
#include <fstream>
#include <system_error>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{64} << 20U;

}  // namespace

std::optional<std::string> read_content(const std::filesystem::path& file,
                                        const std::string& name, Problems& problems) {
  const auto refuse = [&](std::string message) {
    problems.push_back({name, "", std::move(message)});
    return std::nullopt;
  };
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    return refuse("expected a readable file; found " +
                  (error ? error.message() : std::string("something else")));
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size > kLargestFile)
    return refuse("expected a file of at most 64 MiB; found " + std::to_string(size) +
                  " bytes");
  std::ifstream stream(file, std::ios::binary);
  std::string content(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (!error) stream.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (error || !stream.is_open() || stream.bad() ||
      static_cast<std::uintmax_t>(stream.gcount()) != size)
    return refuse("expected a readable file; found one that could not be read");
  return content;
}

}  // namespace crosscheck
