// Files that a browser loads, as they were built into the program.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace crosscheck {

/// One file.  cmake/assets.cmake and scripts/embed-assets.mjs make them of a folder.
struct Asset {
  std::string_view name;   ///< "index.html"
  std::string_view type;   ///< Content-Type
  std::string_view tag;    ///< Fingerprint of the content, for an ETag.
  std::string_view bytes;  ///< gzip, if `packed`.
  std::size_t size;        ///< Of the content, before it was packed.
  bool packed;
  bool lasting;  ///< The name changes with the content.
};
using Assets = std::span<const Asset>;

/// The page of server/page; a notice how to get it, where it was left out.
extern const Assets kPageAssets;
/// The reference of the API of server/docs; a notice, where it was left out.
extern const Assets kDocsAssets;

}  // namespace crosscheck
