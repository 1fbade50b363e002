// Answers made smaller for clients that can take them so.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace crosscheck {

/// Whether an answer with such a body comes as gzip to clients that accept it: texts
/// from 1 KiB on; for a smaller one it would not be worth the time.
bool is_compressible(std::size_t size, std::string_view content_type);

/// Whether the client accepts gzip (RFC 9110, Accept-Encoding, as the front hands
/// it on).
bool accepts_gzip(const httplib::Request& request);

/// What was packed, of which the size is known.
std::string gunzip(std::string_view packed, std::size_t size);

/// Compresses the body if both hold and it is not packed yet, and says so.
///
/// Nobody can guess a secret from the size: no answer has one of ours beside what
/// the asker sent, neither cookie nor key nor another patient's list.
/// Thread safety: any thread; each has a compressor of its own.
void compress(const httplib::Request& request, httplib::Response& response);

}  // namespace crosscheck
