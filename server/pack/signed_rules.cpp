#include "pack/signed_rules.h"

#include <system_error>

#include "pack/file_content.h"
#include "pack/manifest.h"
#include "pack/minisign.h"

namespace crosscheck {

void check_signed(const std::filesystem::path& directory,
                  const std::map<std::string, std::string>& files,
                  const std::filesystem::path& keys, Problems& problems) {
  const std::string source = keys.string();
  const auto key_text = read_content(keys, source, problems);
  if (!key_text) return;
  const auto known = read_minisign_keys(*key_text, source, problems);
  if (known.empty()) return;
  const auto read = [&](const char* name) -> std::optional<std::string> {
    std::error_code error;
    if (std::filesystem::exists(directory / name, error))
      return read_content(directory / name, name, problems);
    problems.push_back({name, "",
                        "expected a file, as rules must be signed (--rules-keys); found "
                        "nothing"});
    return std::nullopt;
  };
  const auto manifest = read(kManifestFile);
  const auto signature = read(kSignatureFile);
  if (manifest && signature &&
      verify_minisign(*manifest, *signature, known, kSignatureFile, problems))
    check_manifest(*manifest, files, problems);
}

}  // namespace crosscheck
