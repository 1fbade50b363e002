// The rooms of server/ and the arrows between them.  This table is the
// architecture; the test fails on any include that is not in it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

const std::map<std::string, std::set<std::string>> kMayInclude{
    {"json", {}},
    {"knowledge", {}},
    {"net", {}},
    {"naming", {"knowledge"}},
    {"check", {"naming", "knowledge"}},
    {"pack", {"json", "knowledge", "naming", "check"}},
    {"import", {"json", "knowledge", "naming", "check", "pack"}},
    {"api", {"json", "knowledge", "naming", "check"}},
    {"rule_page", {"knowledge", "naming", "check"}},
    {"fhir", {"json", "knowledge", "naming", "check"}},
    {"cds", {"json", "knowledge", "naming", "check", "fhir"}},
    {"rxnav", {"json", "knowledge", "naming", "check"}},
    {"feedback", {"json"}},
    {"access", {"json"}},
    {"ehr", {"json"}},
    {"http",
     {"json", "knowledge", "naming", "check", "pack", "api", "rule_page", "fhir", "cds", "rxnav",
      "net", "feedback", "access", "ehr"}},
};

// Libraries that would bring into a room what does not belong there.
const std::map<std::string, std::set<std::string>> kMayNotUse{
    {"json", {"httplib.h", "spdlog/", "filesystem", "fstream", "thread"}},
    {"knowledge",
     {"nlohmann/", "httplib.h", "spdlog/", "filesystem", "fstream", "thread"}},
    {"net", {"nlohmann/"}},
    {"naming", {"nlohmann/", "httplib.h", "spdlog/", "filesystem", "fstream", "thread"}},
    {"check",
     {"nlohmann/", "httplib.h", "spdlog/", "filesystem", "fstream", "chrono", "ctime"}},
    {"pack", {"httplib.h"}},
    {"import", {"httplib.h", "spdlog/", "thread", "regex"}},
    {"api", {"httplib.h", "filesystem", "fstream"}},
    {"rule_page", {"nlohmann/", "httplib.h", "filesystem", "fstream"}},
    {"fhir", {"httplib.h", "filesystem", "fstream"}},
    {"cds", {"httplib.h", "filesystem", "fstream"}},
    {"rxnav", {"httplib.h", "filesystem", "fstream"}},
    {"feedback", {"httplib.h", "spdlog/", "filesystem", "fstream"}},
    {"access", {"httplib.h", "spdlog/"}},
    // It holds the tokens of clients, and so must not log.
    {"ehr", {"httplib.h", "spdlog/", "iostream", "filesystem", "fstream"}},
};

bool is_forbidden(const std::string& room, const std::string& line) {
  if (!line.starts_with("#include <") || kMayNotUse.count(room) == 0) return false;
  const std::string library = line.substr(10);
  for (const std::string& name : kMayNotUse.at(room)) {
    const bool whole = library.starts_with(name + ">");
    if (whole || (name.ends_with('/') && library.starts_with(name))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every #include follows an arrow") {
  namespace fs = std::filesystem;
  for (const auto& entry :
       fs::recursive_directory_iterator(CROSSCHECK_SOURCE_DIR "/server")) {
    const auto path = fs::relative(entry.path(), CROSSCHECK_SOURCE_DIR "/server");
    const auto extension = path.extension();
    if ((extension != ".h" && extension != ".cpp") || !path.has_parent_path()) continue;
    const std::string room = path.begin()->string();
    REQUIRE_MESSAGE(kMayInclude.count(room) == 1, "unknown room: " << room);

    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      CHECK_MESSAGE(!is_forbidden(room, line),
                    path.string() << ": " << line << " does not belong in this room");
      if (!line.starts_with("#include \"")) continue;
      const std::string included = line.substr(10, line.find('/') - 10);
      const bool allowed = included == room || kMayInclude.at(room).count(included) == 1;
      CHECK_MESSAGE(allowed, path.string() << ": " << line << " goes against the arrows");
    }
  }
}
