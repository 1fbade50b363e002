// Where clients connect.
#pragma once

#include <string>

#include "net/file_descriptor.h"

namespace crosscheck {

/// A listening socket, for one process alone: a second service on the port is
/// refused by the system.
class ListeningSocket {
 public:
  /// `host` is a name or an address; port 0 picks a free one.
  /// Errors: is_open() is false and error() says why.
  static ListeningSocket open(const std::string& host, int port);
  /// Takes over a socket that somebody else opened, and closes it in the end.
  /// Errors: as open(), where it is not a TCP socket that listens.
  static ListeningSocket adopt(FileDescriptor socket);

  bool is_open() const { return socket_.is_open(); }
  const std::string& error() const { return error_; }
  int number() const { return socket_.get(); }
  /// Its own address in digits, as in 127.0.0.1; "" where there is none.
  std::string host() const;
  int port() const;
  void close() { socket_ = FileDescriptor(); }

 private:
  FileDescriptor socket_;
  std::string error_;
};

}  // namespace crosscheck
