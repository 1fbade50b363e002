// A request and its answer in memory, for the HTTP library.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace crosscheck {

/// What the library takes for a connection: it reads `input` and writes to
/// `output`, which are borrowed.  Neither ever waits.
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string_view input, std::string& output)
      : input_(input), output_(output) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }

  ssize_t read(char* to, size_t size) override {
    const std::size_t taken = std::min(size, input_.size());
    std::memcpy(to, input_.data(), taken);
    input_.remove_prefix(taken);
    return static_cast<ssize_t>(taken);
  }
  ssize_t write(const char* from, size_t size) override {
    output_.append(from, size);
    return static_cast<ssize_t>(size);
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
  std::string& output_;
};

}  // namespace crosscheck
