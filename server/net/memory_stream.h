// A request and its answer in memory, for the HTTP library.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace crosscheck {

/// What the library takes for a connection: it reads `input`, which is borrowed, and
/// writes by `write(std::string_view) -> bool`; false ends the answer.
template <typename Write>
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string_view input, Write write)
      : input_(input), write_(std::move(write)) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }

  ssize_t read(char* to, size_t size) override {
    const std::size_t taken = std::min(size, input_.size());
    std::memcpy(to, input_.data(), taken);
    input_.remove_prefix(taken);
    return static_cast<ssize_t>(taken);
  }
  ssize_t write(const char* from, size_t size) override {
    return write_(std::string_view(from, size)) ? static_cast<ssize_t>(size) : -1;
  }

  // Addresses of clients are nobody's business behind the front.
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return 0; }

 private:
  std::string_view input_;
  Write write_;
};

}  // namespace crosscheck
