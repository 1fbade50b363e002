#include "http/compression.h"

#include <libdeflate.h>

#include <cassert>
#include <memory>
#include <new>
#include <string>

#include "http/media_type.h"
#include "http/reply.h"
#include "net/request_head.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLeastSize = 1024;
constexpr int kFastest = 1;

struct Free {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

std::string gzip(std::string_view text) {
  thread_local const std::unique_ptr<libdeflate_compressor, Free> compressor(
      libdeflate_alloc_compressor(kFastest));
  if (compressor == nullptr) throw std::bad_alloc();
  std::string packed(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
  packed.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(),
                                         packed.data(), packed.size()));
  return packed;
}

}  // namespace

std::string gunzip(std::string_view packed, std::size_t size) {
  std::string text(size, '\0');
  const auto decompressor = libdeflate_alloc_decompressor();
  if (decompressor == nullptr) throw std::bad_alloc();
  const auto result = libdeflate_gzip_decompress(
      decompressor, packed.data(), packed.size(), text.data(), text.size(), nullptr);
  libdeflate_free_decompressor(decompressor);
  assert(result == LIBDEFLATE_SUCCESS);
  (void)result;
  return text;
}

bool is_compressible(std::size_t size, std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return size >= kLeastSize &&
         (type.starts_with("text/") || type.ends_with("json") || type.ends_with("yaml"));
}

bool accepts_gzip(const httplib::Request& request) {
  return accepts_coding(request.get_header_value(kAcceptEncoding), "gzip");
}

void compress(const httplib::Request& request, httplib::Response& response) {
  if (response.has_header("Content-Encoding")) return;
  if (!is_compressible(response.body.size(), response.get_header_value("Content-Type")))
    return;
  add_vary(response, "Accept-Encoding");
  if (!accepts_gzip(request)) return;
  response.body = gzip(response.body);
  response.set_header("Content-Encoding", "gzip");
}

}  // namespace crosscheck
