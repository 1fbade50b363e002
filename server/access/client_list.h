// The clients that may call, as their file names them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "access/public_key.h"

namespace crosscheck {

struct Client {
  std::string issuer;  ///< The claim `iss` of its tokens.
  std::string tenant;  ///< The claim `tenant`; "": any, or none.
  std::vector<PublicKey> keys;
};

/// Reads {"schema": 1, "clients": [{"iss", "jwks", "tenant"}]}, where `jwks` is a JSON
/// Web Key Set or the path of one, from the folder of `file`.
/// Errors: appended to `problems`; the result is of no use then.
std::vector<Client> read_clients(const std::filesystem::path& file, Problems& problems);

}  // namespace crosscheck
