#include "import/folder_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>

#include "pack/rules_directory.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

void report(const fs::path& path, const std::string& message, Problems& problems) {
  problems.push_back({path.string(), "", message});
}

bool write_file(const fs::path& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  return !file.fail();
}

// Swaps the two folders in one step where the file system can, else in two.
bool exchange(const fs::path& fresh, const fs::path& old) {
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, old.c_str(), RENAME_EXCHANGE) == 0)
    return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  const fs::path aside = fresh.string() + ".old";
  if (std::rename(old.c_str(), aside.c_str()) != 0) return false;
  if (std::rename(fresh.c_str(), old.c_str()) == 0)
    return std::rename(aside.c_str(), fresh.c_str()) == 0;
  std::rename(aside.c_str(), old.c_str());
  return false;
}

// Writes all files into `fresh` and moves it to `folder`; false with errno.
bool put_in_place(const fs::path& fresh, const fs::path& folder,
                  const std::map<std::string, std::string>& files) {
  for (const auto& [name, content] : files) {
    if (!write_file(fresh / name, content)) return false;
  }
  // A temporary folder is private; a pack is read by others, as umask allows.
  const mode_t mask = umask(0);
  umask(mask);
  if (chmod(fresh.c_str(), 0777 & ~mask) != 0) return false;
  std::error_code missing;
  return fs::exists(folder, missing) ? exchange(fresh, folder)
                                     : std::rename(fresh.c_str(), folder.c_str()) == 0;
}

}  // namespace

bool may_replace(const fs::path& folder, Problems& problems) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return true;
  bool is_pack = fs::is_directory(folder, error);
  bool has_head = false, is_empty = true;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    is_empty = false;
    has_head = has_head || name == kTerminologyPackFile;
    is_pack = is_pack && (name == kTerminologyPackFile || name == kIngredientsFile ||
                          name == kProductsFile);
  }
  if (is_pack && (has_head || is_empty) && !error) return true;
  report(folder,
         "expected a free name or a terminology pack to replace; found something else",
         problems);
  return false;
}

bool write_folder(const fs::path& folder, const std::map<std::string, std::string>& files,
                  Problems& problems) {
  const fs::path target = fs::absolute(folder).lexically_normal();
  const fs::path place = target.has_filename() ? target : target.parent_path();
  std::string name =
      (place.parent_path() / ("." + place.filename().string() + ".XXXXXX")).string();
  if (mkdtemp(name.data()) == nullptr) {
    report(place.parent_path(),
           std::string("expected a folder to write in; ") + std::strerror(errno),
           problems);
    return false;
  }
  const bool written = put_in_place(name, place, files);
  if (!written)
    report(folder, std::string("could not be written: ") + std::strerror(errno),
           problems);
  std::error_code ignored;  // only a hidden folder would be left behind
  fs::remove_all(name, ignored);
  return written;
}

}  // namespace crosscheck
