#include "net/listening_socket.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace crosscheck {
namespace {

constexpr int kBacklog = 4096;  // the system takes less where it is set so

FileDescriptor listen_on(const addrinfo& address) {
  FileDescriptor socket(::socket(address.ai_family,
                                 address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
                                 address.ai_protocol));
  if (!socket.is_open()) return socket;
  // A port that was just left may be taken again; one that is in use may not.
  const int yes = 1;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(socket.get(), address.ai_addr, address.ai_addrlen) != 0 ||
      ::listen(socket.get(), kBacklog) != 0) {
    const int error = errno;
    socket = FileDescriptor();
    errno = error;
  }
  return socket;
}

int option(int socket, int name) {
  int value = 0;
  socklen_t size = sizeof value;
  return ::getsockopt(socket, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
}

bool listens_for_tcp(int socket) {
  const int family = option(socket, SO_DOMAIN);
  return (family == AF_INET || family == AF_INET6) &&
         option(socket, SO_TYPE) == SOCK_STREAM && option(socket, SO_ACCEPTCONN) == 1;
}

// Whoever accepts until nobody waits must not be made to wait.
bool make_non_blocking(int socket) {
  const int flags = ::fcntl(socket, F_GETFL);
  return flags >= 0 && ::fcntl(socket, F_SETFL, flags | O_NONBLOCK) == 0 &&
         ::fcntl(socket, F_SETFD, FD_CLOEXEC) == 0;
}

}  // namespace

ListeningSocket ListeningSocket::open(const std::string& host, int port) {
  ListeningSocket listening;
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int status =
      ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (status != 0) {
    listening.error_ = ::gai_strerror(status);
    return listening;
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, ::freeaddrinfo);
  for (const addrinfo* one = found; one != nullptr && !listening.is_open();
       one = one->ai_next) {
    listening.socket_ = listen_on(*one);
    if (!listening.is_open()) listening.error_ = std::strerror(errno);
  }
  return listening;
}

ListeningSocket ListeningSocket::adopt(FileDescriptor socket) {
  ListeningSocket listening;
  if (!listens_for_tcp(socket.get()))
    listening.error_ = "not a TCP socket that listens";
  else if (!make_non_blocking(socket.get()))
    listening.error_ = std::strerror(errno);
  else
    listening.socket_ = std::move(socket);
  return listening;
}

std::string ListeningSocket::host() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  std::string digits(NI_MAXHOST, '\0');
  if (::getsockname(socket_.get(), plain, &size) != 0 ||
      ::getnameinfo(plain, size, digits.data(), static_cast<socklen_t>(digits.size()),
                    nullptr, 0, NI_NUMERICHOST) != 0)
    return "";
  return digits.c_str();
}

int ListeningSocket::port() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
    return -1;
  // Both families have the port at the same place.
  return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
}

}  // namespace crosscheck
