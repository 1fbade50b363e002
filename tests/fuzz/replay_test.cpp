// What the fuzzers once found worth keeping is tried in every run of the tests.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "fuzz/targets.h"

namespace crosscheck {
namespace {

void replay(const std::string& name, void (*feed)(std::string_view)) {
  namespace fs = std::filesystem;
  std::size_t count = 0;
  for (const auto& entry :
       fs::directory_iterator(CROSSCHECK_SOURCE_DIR "/tests/fuzz/corpus/" + name)) {
    CAPTURE(entry.path().filename().string());
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    CHECK_NOTHROW(feed(bytes.str()));
    ++count;
  }
  CHECK(count > 20);
}

TEST_CASE("fuzz corpus: order texts") {
  replay("recogniser", feed_recogniser);
}

TEST_CASE("fuzz corpus: requests on a connection") {
  replay("request_reader", feed_request_reader);
}

TEST_CASE("fuzz corpus: questions") {
  replay("question", feed_question);
}

TEST_CASE("fuzz corpus: packs") {
  replay("pack", feed_pack);
}

TEST_CASE("fuzz corpus: FHIR resources") {
  replay("fhir", feed_fhir);
}

TEST_CASE("fuzz corpus: CDS Hooks calls") {
  replay("hook", feed_hook);
}

TEST_CASE("fuzz corpus: signatures") {
  replay("signature", feed_signature);
}

TEST_CASE("a fuzz target notices a broken promise") {
  CHECK_THROWS_WITH(expect(false, "a promise"), "a promise");
}

}  // namespace
}  // namespace crosscheck
