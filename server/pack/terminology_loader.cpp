#include "pack/terminology_loader.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "pack/digest.h"
#include "pack/rules_directory.h"
#include "pack/rules_documents.h"
#include "pack/terminology_reader.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}

bool is_same_folder(const fs::path& a, const fs::path& b) {
  std::error_code missing;  // then they are not the same
  return fs::equivalent(a, b, missing);
}

bool has_problem(const std::string& folder, const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
    return folder_of(problem.source) == folder;
  });
}

LoadedTerminology read(const std::map<std::string, std::string>& files,
                       const std::vector<std::string>& packs, Problems& problems) {
  std::map<std::string, std::string> wanted;
  for (const auto& [path, content] : files) {
    const std::string folder = folder_of(path);
    if (folder == kTerminologyFolder ||
        std::find(packs.begin(), packs.end(), folder) != packs.end())
      wanted.emplace(path, content);
  }
  const RulesDocuments documents(wanted, problems);
  Vocabulary vocabulary;
  LoadedTerminology loaded;
  loaded.terminology = read_terminology(documents, packs, vocabulary);
  loaded.digest = digest(wanted);
  return loaded;
}

}  // namespace

std::optional<LoadedTerminology> load_terminology(const fs::path& directory,
                                                  const fs::path& without,
                                                  Problems& problems) {
  Problems faults;
  const RulesDirectory found = read_rules_directory(directory, faults);
  std::vector<std::string> packs = found.terminology_packs;
  std::erase_if(packs, [&](const std::string& folder) {
    return is_same_folder(directory / folder, without);
  });
  LoadedTerminology loaded;
  std::vector<std::string> left_out;
  // A pack with a fault goes, and then those that rest on it.
  for (bool settled = false; !settled;) {
    settled = true;
    loaded = read(found.files, packs, faults);
    for (const std::string& folder : std::vector<std::string>(packs)) {
      if (!has_problem(folder, faults)) continue;
      std::erase(packs, folder);
      left_out.push_back(folder);
      settled = false;
    }
    // Of the directory itself only that it cannot be read: it may hold no rules.
    std::erase_if(faults, [&](const Problem& problem) {
      const bool unreadable = problem.source == directory.string() && found.files.empty();
      return folder_of(problem.source) != kTerminologyFolder && !unreadable;
    });
    settled = settled || !faults.empty();
  }
  loaded.left_out = std::move(left_out);
  problems.insert(problems.end(), faults.begin(), faults.end());
  if (!faults.empty()) return std::nullopt;
  return loaded;
}

}  // namespace crosscheck
