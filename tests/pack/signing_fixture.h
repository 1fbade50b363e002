// Signs as minisign does, with keys that are the same in every run.
#pragma once

#include <sodium.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "pack/manifest.h"
#include "pack/rules_directory.h"
#include "rules_fixture.h"

namespace crosscheck {

class SigningKey {
 public:
  explicit SigningKey(unsigned char seed) {
    std::array<unsigned char, crypto_sign_SEEDBYTES> bytes{};
    bytes.fill(seed);
    crypto_sign_seed_keypair(public_.data(), secret_.data(), bytes.data());
    id_ = std::string(8, static_cast<char>(seed));
  }

  /// The text of the .pub file.
  std::string public_text() const {
    return "untrusted comment: a test\n" +
           base64("Ed" + id_ + std::string(public_.begin(), public_.end())) + "\n";
  }

  /// The text of the .minisig file.
  std::string sign(const std::string& content, const std::string& kind = "ED",
                   const std::string& comment = "a release") const {
    const std::string first = sign_bytes(kind == "ED" ? hash(content) : content);
    return "untrusted comment: a test\n" + base64(kind + id_ + first) +
           "\ntrusted comment: " + comment + "\n" + base64(sign_bytes(first + comment)) +
           "\n";
  }

  static std::string base64(const std::string& bytes) {
    std::string text(
        sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), data(bytes), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the zero behind it
    return text;
  }

 private:
  static const unsigned char* data(const std::string& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
  }

  static std::string hash(const std::string& bytes) {
    std::array<unsigned char, crypto_generichash_BYTES_MAX> hash;
    crypto_generichash(hash.data(), hash.size(), data(bytes), bytes.size(), nullptr, 0);
    return {hash.begin(), hash.end()};
  }

  std::string sign_bytes(const std::string& bytes) const {
    std::array<unsigned char, crypto_sign_BYTES> signature;
    crypto_sign_detached(signature.data(), nullptr, data(bytes), bytes.size(),
                         secret_.data());
    return {signature.begin(), signature.end()};
  }

  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_;
  std::string id_;
};

/// Signs the rules as they are on disk; the public key goes beside them, where the
/// reader passes it over.  Returns its place.
inline std::filesystem::path sign_rules(const RulesOnDisk& rules, const SigningKey& key) {
  Problems problems;
  const std::string manifest =
      write_manifest(read_rules_directory(rules.root(), problems).files);
  rules.write(kManifestFile, manifest);
  rules.write(kSignatureFile, key.sign(manifest));
  rules.write(".keys", key.public_text());
  return rules.root() / ".keys";
}

}  // namespace crosscheck
