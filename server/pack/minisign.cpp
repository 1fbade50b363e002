#include "pack/minisign.h"

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::string_view kUntrusted = "untrusted comment:";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::string_view kOfBytes = "Ed";  // also the mark of a key
constexpr std::string_view kOfHash = "ED";

using Signed = std::array<unsigned char, crypto_sign_BYTES>;

struct Signature {
  std::string_view kind;
  std::array<unsigned char, 8> key_id;
  Signed of_content;
  Signed of_comment;
  std::string_view trusted_comment;
};

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The library takes some bytes beyond ASCII for '+' and '/'.
template <std::size_t size>
std::optional<std::array<unsigned char, size>> from_base64(std::string_view text) {
  std::array<unsigned char, size> bytes;
  std::size_t length = 0;
  if (!is_ascii(text) ||
      sodium_base642bin(bytes.data(), size, text.data(), text.size(), nullptr, &length,
                        nullptr, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      length != size)
    return std::nullopt;
  return bytes;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The id as minisign prints it: the last byte first.
std::string spell(const std::array<unsigned char, 8>& id) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
    text += kDigits[*byte >> 4U];
    text += kDigits[*byte & 15U];
  }
  return text;
}

std::optional<MinisignKey> read_key(std::string_view line) {
  const auto bytes = from_base64<2 + 8 + 32>(line);
  if (!bytes || !std::equal(kOfBytes.begin(), kOfBytes.end(), bytes->begin()))
    return std::nullopt;
  MinisignKey key;
  std::copy_n(bytes->begin() + 2, key.id.size(), key.id.begin());
  std::copy_n(bytes->begin() + 10, key.key.size(), key.key.begin());
  return key;
}

// Says at which line something else was expected.
class Refusal {
 public:
  Refusal(const std::string& source, Problems& problems)
      : source_(source), problems_(problems) {}

  std::nullopt_t operator()(std::size_t line, std::string message) const {
    problems_.push_back({source_, "/line/" + std::to_string(line), std::move(message)});
    return std::nullopt;
  }

 private:
  const std::string& source_;
  Problems& problems_;
};

std::optional<Signature> read_signature(std::string_view text, const Refusal& refuse) {
  const auto lines = lines_of(text);
  if (lines.size() != 4 || !text.ends_with('\n'))
    return refuse(std::min<std::size_t>(lines.size(), 4) + 1,
                  "expected a minisign signature of four lines; found " +
                      std::to_string(lines.size()) + " or an unfinished one");
  if (!lines[0].starts_with(kUntrusted))
    return refuse(1, "expected \"untrusted comment:\"; found something else");
  const auto first = from_base64<2 + 8 + crypto_sign_BYTES>(lines[1]);
  if (!first) return refuse(2, "expected a signature in Base64; found something else");
  Signature signature;
  for (const std::string_view kind : {kOfBytes, kOfHash})
    if (std::equal(kind.begin(), kind.end(), first->begin())) signature.kind = kind;
  if (signature.kind.empty())
    return refuse(2, "expected the algorithm \"Ed\" or \"ED\"; found another");
  if (!lines[2].starts_with(kTrusted))
    return refuse(3, "expected \"trusted comment: \"; found something else");
  const auto last = from_base64<crypto_sign_BYTES>(lines[3]);
  if (!last) return refuse(4, "expected a signature in Base64; found something else");
  std::copy_n(first->begin() + 2, signature.key_id.size(), signature.key_id.begin());
  std::copy_n(first->begin() + 10, crypto_sign_BYTES, signature.of_content.begin());
  signature.of_comment = *last;
  signature.trusted_comment = lines[2].substr(kTrusted.size());
  return signature;
}

bool is_signed(const Signature& signature, std::string_view content,
               const MinisignKey& key) {
  std::array<unsigned char, crypto_generichash_BYTES_MAX> hash;
  if (signature.kind == kOfHash) {
    crypto_generichash(hash.data(), hash.size(), bytes_of(content), content.size(),
                       nullptr, 0);
    content = {reinterpret_cast<const char*>(hash.data()), hash.size()};
  }
  return crypto_sign_verify_detached(signature.of_content.data(), bytes_of(content),
                                     content.size(), key.key.data()) == 0;
}

bool has_its_comment(const Signature& signature, const MinisignKey& key) {
  std::string all(signature.of_content.begin(), signature.of_content.end());
  all += signature.trusted_comment;
  return crypto_sign_verify_detached(signature.of_comment.data(), bytes_of(all),
                                     all.size(), key.key.data()) == 0;
}

}  // namespace

std::vector<MinisignKey> read_minisign_keys(std::string_view text,
                                            const std::string& source,
                                            Problems& problems) {
  const Refusal refuse(source, problems);
  const std::size_t before = problems.size();
  std::vector<MinisignKey> keys;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (line.empty() || line.starts_with(kUntrusted)) continue;
    if (const auto key = read_key(line))
      keys.push_back(*key);
    else
      refuse(number, "expected a public key of minisign in Base64; found something else");
  }
  if (problems.size() != before) return {};
  if (keys.empty()) refuse(1, "expected a public key of minisign; found none");
  return keys;
}

bool verify_minisign(std::string_view content, std::string_view signature_text,
                     const std::vector<MinisignKey>& keys, const std::string& source,
                     Problems& problems) {
  const Refusal refuse(source, problems);
  const auto signature = read_signature(signature_text, refuse);
  if (!signature) return false;
  const auto key = std::find_if(keys.begin(), keys.end(), [&](const MinisignKey& one) {
    return one.id == signature->key_id;
  });
  if (key == keys.end()) {
    refuse(2, "expected a signature by a configured key; found one by the key " +
                  spell(signature->key_id));
    return false;
  }
  if (!is_signed(*signature, content, *key)) {
    refuse(2, "expected the signature of this file by the key " +
                  spell(signature->key_id) + "; found one that does not fit");
    return false;
  }
  if (!has_its_comment(*signature, *key)) {
    refuse(3, "expected the trusted comment that was signed; found another");
    return false;
  }
  return true;
}

}  // namespace crosscheck
