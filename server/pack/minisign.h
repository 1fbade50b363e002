// Signatures as the program minisign writes them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "json/problem.h"

namespace crosscheck {

/// The public half of a key: it tells who signed, and cannot sign.
struct MinisignKey {
  std::array<unsigned char, 8> id;
  std::array<unsigned char, 32> key;
};

/// Reads files of public keys, one behind the other: each key is a line in
/// Base64, and lines that begin with "untrusted comment:" are passed over.
///
/// Errors: no keys, and a Problem for each line that is something else, or for
/// a text without any key.
std::vector<MinisignKey> read_minisign_keys(std::string_view text,
                                            const std::string& source,
                                            Problems& problems);

/// Checks that one of `keys` made `signature`, the text of a .minisig file, for
/// `content`, and that its trusted comment is the one that was signed.  Both kinds
/// are known: of the bytes themselves ("Ed") and of their BLAKE2b hash ("ED").
///
/// Errors: false, and a Problem with the line of `source` that is not right.
bool verify_minisign(std::string_view content, std::string_view signature,
                     const std::vector<MinisignKey>& keys, const std::string& source,
                     Problems& problems);

}  // namespace crosscheck
