// Sockets that the supervisor opened for the service (systemd's *.socket units).
#pragma once

#include "config.h"
#include "json/problem.h"
#include "net/listening_socket.h"

namespace crosscheck {

/// By their names in sd_listen_fds(3): "clients" and "admin"; closed if not passed.
struct PassedSockets {
  ListeningSocket clients;
  ListeningSocket admin;
};

/// Takes over what was passed, once; before the first thread begins.
/// Errors: a name that is neither, a name twice, no TCP socket.
PassedSockets take_passed_sockets(Problems& problems);

/// The settings, with the addresses of the passed sockets in place of those asked for:
/// who may be served without keys depends on them.
Config with_places(Config config, const PassedSockets& passed);

}  // namespace crosscheck
