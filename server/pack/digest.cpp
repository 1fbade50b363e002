#include "pack/digest.h"

#include <sodium/crypto_hash_sha256.h>

#include <array>

namespace crosscheck {
namespace {

class Sha256 {
 public:
  Sha256() { crypto_hash_sha256_init(&state_); }

  void add(std::string_view bytes) {
    crypto_hash_sha256_update(
        &state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }

  // The length first: then no two lists of texts give the same bytes.
  void add_text(std::string_view text) {
    add(std::to_string(text.size()) + ":");
    add(text);
  }

  std::string hexadecimal() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
    crypto_hash_sha256_final(&state_, bytes.data());
    std::string text;
    for (const unsigned byte : bytes) {
      text += kDigits[byte >> 4U];
      text += kDigits[byte & 15U];
    }
    return text;
  }

 private:
  crypto_hash_sha256_state state_{};
};

}  // namespace

std::string digest(const std::map<std::string, std::string>& files) {
  Sha256 hash;
  for (const auto& [path, content] : files) {
    hash.add_text(path);
    hash.add_text(content);
  }
  return "sha256:" + hash.hexadecimal();
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hexadecimal();
}

}  // namespace crosscheck
