#include "pack/minisign.h"

#include <doctest/doctest.h>

#include "signing_fixture.h"

namespace crosscheck {
namespace {

// Made by minisign 0.11 for the five letters and the line end of "hello".
constexpr const char* kPublic =
    "untrusted comment: minisign public key F0034094A0F1A01C\n"
    "RWQcoPGglEAD8I5pOpoWoNX1UbTrIsV0HZJvyz9rJpLJyO8CQa8GEGgv\n";
constexpr const char* kOfHash =
    "untrusted comment: untrusted words\n"
    "RUQcoPGglEAD8F3Vv1UUyLMj0bj9xis7c7XB256x1CI3E6qn7iGws0FZHRP1gPqrBUHULAg8SO84AMGdlGrVlzid3zpK5jYRagM=\n"
    "trusted comment: a comment\n"
    "E03NBmLcW3ANeRt4VCrbVWf45u44BYaLAQbJj32F122EwHRtL2QpEOu5xPqT1y7a8JGcz268N73Mw9pS1USOBA==\n";
constexpr const char* kOfBytes =
    "untrusted comment: signature from minisign secret key\n"
    "RWQcoPGglEAD8P0FlcOwcWL7prz/7hGTaZs+ih+6ss0Enf77uStb1xLZ7g+UtIYq6ITJ2mSmDpMBmCv5D2Bef/qz0Bl59n3eVgI=\n"
    "trusted comment: a comment\n"
    "ifbjNyOJpeXr3QOfkhdAOqAVtwMfut1RfnqkDu7C4CoklYepNf0WaiyxQ93Kib+PP61Vegtis70uSc3lPrFRDg==\n";

std::string said_of(const std::string& content, const std::string& signature,
                    const std::string& key_text) {
  Problems problems;
  const auto keys = read_minisign_keys(key_text, "keys", problems);
  const bool good = verify_minisign(content, signature, keys, "f.minisig", problems);
  CHECK(good == problems.empty());
  return problems.empty() ? "" : to_string(problems.front());
}

// `text` with its first `from` replaced.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("verify_minisign takes what minisign writes, of both kinds") {
  CHECK(said_of("hello\n", kOfHash, kPublic) == "");
  CHECK(said_of("hello\n", kOfBytes, kPublic) == "");
  const SigningKey key(1);
  for (const std::string& content : {std::string(), std::string(100'000, 'x')}) {
    CHECK(said_of(content, key.sign(content, "ED"), key.public_text()) == "");
    CHECK(said_of(content, key.sign(content, "Ed", ""), key.public_text()) == "");
  }
}

TEST_CASE("any one of several keys will do") {
  const SigningKey ours(1), theirs(2);
  const std::string both = ours.public_text() + "\n" + theirs.public_text();
  CHECK(said_of("x", ours.sign("x"), both) == "");
  CHECK(said_of("x", theirs.sign("x"), both) == "");
}

TEST_CASE("verify_minisign says what is not right, and where") {
  struct Case {
    std::string description;
    std::string signature;
    const char* expected;
  };
  const std::string good = kOfHash;
  const std::string comment = "trusted comment: a comment";
  const SigningKey other(1);
  const Case cases[] = {
      {"nothing", "", "/line/1: expected a minisign signature of four lines"},
      {"three lines", good.substr(0, good.find("E03N")), "/line/4: expected a minisign"},
      {"a line more", good + "x\n", "/line/5: expected a minisign signature"},
      {"no last line end", good.substr(0, good.size() - 1), "/line/5: expected a min"},
      {"Windows line ends", with(good, "words\nRU", "words\r\nRU").replace(0, 0, "x"),
       "/line/1: expected \"untrusted comment:\""},
      {"no Base64", with(good, "RUQc", "RU*c"),
       "/line/2: expected a signature in Base64"},
      {"a byte beyond ASCII that libsodium takes for '+'",
       with(kOfBytes, "+ih+", "\xABih+"), "/line/2: expected a signature in Base64"},
      {"a signature that is short", with(good, "RUQcoPGg", "RUQc"),
       "/line/2: expected a signature in Base64"},
      {"an algorithm of another day", with(good, "RUQc", "RkQc"),
       "/line/2: expected the algorithm \"Ed\" or \"ED\""},
      {"an algorithm in place of the other", with(good, "RUQc", "RWQc"),
       "/line/2: expected the signature of this file by the key F0034094A0F1A01C"},
      {"another key", other.sign("hello\n"),
       "/line/2: expected a signature by a configured key; found one by the key "
       "0101010101010101"},
      {"another signature", with(good, "F3Vv", "F3Vw"),
       "/line/2: expected the signature of this file"},
      {"no trusted comment", with(good, "\ntrusted", "\ntrust"),
       "/line/3: expected \"trusted comment: \""},
      {"another trusted comment", with(good, comment, "trusted comment: b comment"),
       "/line/3: expected the trusted comment that was signed"},
      {"a longer trusted comment", with(good, comment, comment + " "),
       "/line/3: expected the trusted comment that was signed"},
      {"another signature of the comment", with(good, "E03N", "E13N"),
       "/line/3: expected the trusted comment that was signed"},
      {"a comment signature of no Base64", with(good, "E03N", "E03"),
       "/line/4: expected a signature in Base64"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const std::string said = said_of("hello\n", c.signature, kPublic);
    CAPTURE(said);
    CHECK(said.starts_with(std::string("f.minisig: ") + c.expected));
  }
  CHECK(said_of("hello", kOfHash, kPublic).find("/line/2") != std::string::npos);
  CHECK(said_of("Hello\n", kOfBytes, kPublic).find("/line/2") != std::string::npos);
}

TEST_CASE("read_minisign_keys says which line is no key") {
  const std::string key = SigningKey(1).public_text();
  const std::pair<std::string, const char*> cases[] = {
      {"", "keys: /line/1: expected a public key of minisign; found none"},
      {"untrusted comment: x\n", "keys: /line/1: expected a public key of minisign; fo"},
      {key + "x\n", "keys: /line/3: expected a public key of minisign in Base64"},
      {with(key, "RW", "RU"), "keys: /line/2: expected a public key of minisign in"},
      {with(key, "RW", ""), "keys: /line/2: expected a public key of minisign in Base64"},
      {"RWRTY0Iy\n", "keys: /line/1: expected a public key of minisign in Base64"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    Problems problems;
    CHECK(read_minisign_keys(text, "keys", problems).empty());
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems.front()).starts_with(expected));
  }
}

}  // namespace
}  // namespace crosscheck
