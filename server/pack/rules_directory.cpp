#include "pack/rules_directory.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "pack/file_content.h"
#include "pack/folder_list.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

using FileNames = std::span<const std::string_view>;

constexpr std::string_view kSchemaFolder = "schema";
constexpr std::array<std::string_view, 1> kTopFiles{kReleaseFile};
constexpr std::array<std::string_view, 8> kTerminologyFiles{
    kIngredientsFile,  kProductsFile, "classes.json",     "effects.json",
    "conditions.json", "routes.json", "order-words.json", "look-alikes.json"};
constexpr std::array<std::string_view, 1> kOptionalTerminologyFiles{"abbreviations.json"};
constexpr std::array<std::string_view, 4> kPackFiles{"pack.json", "interactions.json",
                                                     "precautions.json", "examples.json"};
constexpr std::array<std::string_view, 1> kOptionalPackFiles{kCumulativeEffectsFile};

constexpr std::array<std::string_view, 1> kLocalFiles{"policy.json"};

constexpr std::array<std::string_view, 1> kTerminologyPackFiles{kTerminologyPackFile};
constexpr std::array<std::string_view, 2> kOptionalFiles{kIngredientsFile, kProductsFile};

bool is_one_of(std::string_view name, FileNames names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Reader {
 public:
  Reader(const fs::path& directory, Problems& problems)
      : directory_(directory), problems_(problems) {}

  RulesDirectory read() {
    if (std::error_code error; !fs::is_directory(directory_, error)) {
      report(directory_.string(), "expected a readable folder; found " +
                                      (error ? error.message() : "something else"));
      return {};
    }
    bool has_terminology = false;
    for (const std::string& folder : read_folder("", kTopFiles)) {
      has_terminology = has_terminology || folder == kTerminologyFolder;
      if (folder == kSchemaFolder) continue;
      if (folder == kTerminologyFolder)
        refuse_folders(folder,
                       read_folder(folder, kTerminologyFiles, kOptionalTerminologyFiles));
      else if (folder == kLocalFolder)
        refuse_folders(folder, read_folder(folder, kLocalFiles));
      else
        read_pack(folder);
    }
    if (!has_terminology) report(kTerminologyFolder, "expected a folder; found nothing");
    if (found_.packs.empty())
      report(directory_.string(), "expected a folder with pack.json; found no pack");
    return std::move(found_);
  }

 private:
  void report(std::string source, std::string message) {
    problems_.push_back({std::move(source), "", std::move(message)});
  }

  // Reads the files `expected` and `optional` of one folder; returns the folders inside
  // it.
  std::vector<std::string> read_folder(const std::string& folder, FileNames expected,
                                       FileNames optional = {}) {
    std::vector<std::string> folders;
    std::vector<std::string> names;
    std::error_code error;
    for (std::string& name : list_folder(directory_ / folder, error)) {
      if (name.starts_with('.')) continue;
      std::error_code unknown;  // a broken link is neither: reading it will tell
      (fs::is_directory(directory_ / folder / name, unknown) ? folders : names)
          .push_back(std::move(name));
    }
    if (error) {
      report(folder.empty() ? directory_.string() : folder,
             "expected a readable folder; found " + error.message());
      return {};
    }
    std::sort(folders.begin(), folders.end());
    take_files(folder, names, expected, optional);
    return folders;
  }

  void take_files(const std::string& folder, const std::vector<std::string>& names,
                  FileNames expected, FileNames optional) {
    const std::string prefix = folder.empty() ? "" : folder + "/";
    for (const std::string& name : names) {
      if (is_one_of(name, expected) || is_one_of(name, optional))
        read_file(prefix + name);
      else if (name.ends_with(".json"))
        report(prefix + name, "expected only JSON files that belong here; found another");
    }
    for (const std::string_view name : expected) {
      if (std::find(names.begin(), names.end(), name) == names.end())
        report(prefix + std::string(name), "expected a file; found nothing");
    }
  }

  void read_pack(const std::string& folder) {
    if (holds(folder, kPackFiles[0])) {
      found_.packs.push_back(folder);
      refuse_folders(folder, read_folder(folder, kPackFiles, kOptionalPackFiles));
    } else if (holds(folder, kTerminologyPackFile)) {
      found_.terminology_packs.push_back(folder);
      refuse_folders(folder, read_folder(folder, kTerminologyPackFiles, kOptionalFiles));
    } else {
      report(folder,
             "expected a folder with pack.json or terminology.json; found neither");
    }
  }

  bool holds(const std::string& folder, std::string_view name) const {
    std::error_code error;  // a broken link is there: reading it will tell
    return fs::exists(fs::symlink_status(directory_ / folder / name, error));
  }

  void refuse_folders(const std::string& parent,
                      const std::vector<std::string>& folders) {
    for (const std::string& folder : folders)
      report(parent + "/" + folder, "expected no folder here; found one");
  }

  void read_file(const std::string& path) {
    if (auto content = read_content(directory_ / path, path, problems_))
      found_.files.emplace(path, std::move(*content));
  }

  const fs::path& directory_;
  Problems& problems_;
  RulesDirectory found_;
};

}  // namespace

RulesDirectory read_rules_directory(const fs::path& directory, Problems& problems) {
  return Reader(directory, problems).read();
}

}  // namespace crosscheck
