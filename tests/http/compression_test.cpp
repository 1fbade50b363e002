#include "http/compression.h"

#include <doctest/doctest.h>

#include "http/media_type.h"

namespace crosscheck {
namespace {

TEST_CASE("accepts_coding: by name, by *, and not with quality 0") {
  for (const char* accepted :
       {"gzip", "GZIP", "br, gzip", "gzip;q=0.1", "deflate, gzip ; q=0.5, *;q=0", "*",
        "identity;q=0.5, *;q=0.1"}) {
    CAPTURE(accepted);
    CHECK(accepts_coding(accepted, "gzip"));
  }
  for (const char* refused :
       {"", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "*, gzip;q=0",
        "identity", "xgzip", "gzipx"}) {
    CAPTURE(refused);
    CHECK_FALSE(accepts_coding(refused, "gzip"));
  }
}

TEST_CASE("is_compressible: texts that are large enough") {
  for (const char* type :
       {"application/json", "application/problem+json", "application/fhir+json",
        "application/yaml", "text/plain; charset=utf-8", "text/html"}) {
    CAPTURE(type);
    CHECK(is_compressible(1024, type));
    CHECK_FALSE(is_compressible(1023, type));
  }
  for (const char* type : {"", "image/png", "application/octet-stream"})
    CHECK_FALSE(is_compressible(1'000'000, type));
}

}  // namespace
}  // namespace crosscheck
