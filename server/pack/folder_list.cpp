#include "pack/folder_list.h"

#include <dirent.h>

#include <cerrno>
#include <memory>

namespace crosscheck {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

std::vector<std::string> list_folder(const std::filesystem::path& folder,
                                     std::error_code& error) {
  error.clear();
  std::vector<std::string> names;
  const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
  while (open != nullptr) {
    errno = 0;
    const dirent* entry = ::readdir(open.get());
    if (entry == nullptr && errno == 0) return names;
    if (entry == nullptr) break;
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  error.assign(errno, std::generic_category());
  return names;
}

}  // namespace crosscheck
