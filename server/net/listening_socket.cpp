#include "net/listening_socket.h"

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

int ListeningSocket::port() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
    return -1;
  // Both families have the port at the same place.
  return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
}

}  // namespace crosscheck
