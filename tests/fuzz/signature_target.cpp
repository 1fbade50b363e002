// A key file, a signature and a manifest, divided by NUL: no bytes make a signature of
// a key that is not among those it was made by.
#include <array>

#include "fuzz/targets.h"
#include "pack/manifest.h"
#include "pack/minisign.h"

namespace crosscheck {

void feed_signature(std::string_view bytes) {
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    part = bytes.substr(0, bytes.find('\0'));
    bytes.remove_prefix(std::min(part.size() + 1, bytes.size()));
  }
  Problems problems;
  const auto keys = read_minisign_keys(parts[0], "keys", problems);
  expect(keys.empty() == !problems.empty(), "there are keys or problems");

  Problems faults;
  const bool is_signed = verify_minisign(parts[2], parts[1], keys, "signature", faults);
  expect(is_signed == faults.empty(), "what is not signed is said");
  expect(!is_signed || !keys.empty(), "nothing is signed by no key");

  const std::map<std::string, std::string> files{{"release.json", "{}"}};
  Problems differences;
  check_manifest(parts[2], files, differences);
  expect(!differences.empty() || parts[2] == write_manifest(files),
         "a manifest without a fault is the one that the files have");
}

}  // namespace crosscheck
