#include "passed_sockets.h"

#include <systemd/sd-daemon.h>

#include <cstdlib>
#include <string_view>

namespace crosscheck {
namespace {

void take(std::string_view name, FileDescriptor socket, PassedSockets& passed,
          Problems& problems) {
  const auto fault = [&](std::string_view message) {
    problems.push_back(
        {"socket \"" + std::string(name) + "\"", "", std::string(message)});
  };
  if (name != "clients" && name != "admin")
    return fault("expected the name clients or admin (FileDescriptorName=)");
  ListeningSocket& place = name == "clients" ? passed.clients : passed.admin;
  if (place.is_open()) return fault("expected one socket of this name; found two");
  place = ListeningSocket::adopt(std::move(socket));
  if (!place.is_open()) fault(place.error());
}

}  // namespace

PassedSockets take_passed_sockets(Problems& problems) {
  constexpr int kUnset = 1;  // whatever the service starts is not meant
  PassedSockets passed;
  char** names = nullptr;
  const int count = ::sd_listen_fds_with_names(kUnset, &names);
  for (int i = 0; i < count; ++i) {
    take(names[i], FileDescriptor(SD_LISTEN_FDS_START + i), passed, problems);
    std::free(names[i]);
  }
  std::free(names);
  return passed;
}

Config with_places(Config config, const PassedSockets& passed) {
  if (passed.clients.is_open()) {
    config.host = passed.clients.host();
    config.port = passed.clients.port();
  }
  if (passed.admin.is_open()) {
    config.admin_host = passed.admin.host();
    config.admin_port = passed.admin.port();
  }
  return config;
}

}  // namespace crosscheck
