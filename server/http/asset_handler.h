// Pages: files built into the program, sent to browsers.
#pragma once

#include <string>
#include <string_view>

#include "http/asset.h"
#include "http/call.h"
#include "json/problem.h"

namespace crosscheck {

/// Sends the files of one folder, under a policy that lets a page load from this
/// service only.  A file whose name changes with its content may be kept for ever.
///
/// Thread safety: any thread.
class AssetHandler {
 public:
  /// `frame_ancestors`: as read_frame_ancestors() gives it.  `trusted_types`: the names
  /// of the only policies by which the page may make HTML of text; none: any name.
  AssetHandler(Assets assets, std::string_view frame_ancestors,
               std::string_view trusted_types = {});

  void index(Call& call) const { send("index.html", call); }
  /// The file named by the key of the route.
  void file(Call& call) const { send(call.key, call); }

 private:
  void send(std::string_view name, Call& call) const;

  Assets assets_;
  std::string policy_;
};

/// Who may show the page in a frame, for a Content-Security-Policy: "'none'", or the
/// origins of a list with commas; "self" stands for this service.
/// Errors: appended to `problems`.
std::string read_frame_ancestors(std::string_view list, Problems& problems);

}  // namespace crosscheck
