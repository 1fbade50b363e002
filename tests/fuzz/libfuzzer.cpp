// One target, named by the build, as libFuzzer wants it.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crosscheck::CROSSCHECK_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
