// The servers that the service is measured beside, each on one thread, each answering
// the same bytes whatever it is asked:  compared_servers KIND PORT FILE
//   stock  the HTTP library as it comes, with Nagle's algorithm off
//   front  our front, and the library behind it
//   epoll  the loop of our front alone
//   asio   the same readers on an Asio loop
#include <httplib.h>

#include <asio.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include "net/event_loop.h"
#include "net/http_front.h"

namespace crosscheck {
namespace {

const AllowanceOf kAllowance = [](auto, auto) { return Allowance{}; };
const char* const kHost = "127.0.0.1";

class SameAnswer : public Answerer {
 public:
  explicit SameAnswer(const std::string& body)
      : answer_("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body) {}

  void answer(WholeRequest, bool, std::string& output) override { output += answer_; }
  void answer(WholeRequest, bool, AnswerPipe& pipe) override {
    pipe.end(pipe.write(answer_));
  }
  void refuse(const Refusal&, std::string_view, std::string& output) override {
    output += "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
  }

 private:
  const std::string answer_;
};

void answer_all(httplib::Server& server, const std::string& body) {
  server.Post("/v1/check", [&body](const httplib::Request&, httplib::Response& response) {
    response.set_content(body, "application/json");
  });
}

int serve_stock(int port, const std::string& body) {
  httplib::Server server;
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(1'000'000);
  answer_all(server, body);
  return server.listen(kHost, port) ? 0 : 1;
}

int serve_front(int port, const std::string& body) {
  HttpFront server({}, 1, kAllowance, [](const auto&, const auto&, auto&) {}, [](auto) {});
  answer_all(server, body);
  server.take(ListeningSocket::open(kHost, port));
  return server.serve() ? 0 : 1;
}

int serve_epoll(int port, const std::string& body) {
  SameAnswer answerer(body);
  const Limits limits;
  Workers workers(limits);
  EventLoop loop(limits, kAllowance, answerer, workers);
  const std::thread thread([&] { loop.run(); });
  const ListeningSocket socket = ListeningSocket::open(kHost, port);
  while (true) {
    pollfd waited{socket.number(), POLLIN, 0};
    ::poll(&waited, 1, -1);
    FileDescriptor client(::accept4(socket.number(), nullptr, nullptr, SOCK_NONBLOCK));
    if (client.is_open()) loop.adopt(std::move(client));
  }
}

// A connection of the front, without its deadlines and limits.
class AsioConnection : public std::enable_shared_from_this<AsioConnection> {
 public:
  AsioConnection(asio::ip::tcp::socket socket, const Limits& limits, Answerer& answerer)
      : socket_(std::move(socket)), reader_(limits, kAllowance), answerer_(answerer) {
    socket_.set_option(asio::ip::tcp::no_delay(true));
  }

  void read() {
    socket_.async_read_some(asio::buffer(bytes_),
                            [self = shared_from_this()](auto error, std::size_t size) {
                              if (!error) self->answer({self->bytes_.data(), size});
                            });
  }

 private:
  void answer(std::string_view bytes) {
    output_.clear();
    reader_.feed(bytes);
    while (reader_.state() == RequestReader::State::complete)
      answerer_.answer(reader_.take(), false, output_);
    if (output_.empty()) return read();
    asio::async_write(socket_, asio::buffer(output_),
                      [self = shared_from_this()](auto error, std::size_t) {
                        if (!error) self->read();
                      });
  }

  asio::ip::tcp::socket socket_;
  RequestReader reader_;
  Answerer& answerer_;
  std::array<char, 16 * 1024> bytes_;
  std::string output_;
};

int serve_asio(int port, const std::string& body) {
  SameAnswer answerer(body);
  const Limits limits;
  asio::io_context context(1);
  asio::ip::tcp::acceptor acceptor(
      context, {asio::ip::make_address(kHost), static_cast<unsigned short>(port)});
  std::function<void()> accept = [&] {
    acceptor.async_accept([&](auto error, asio::ip::tcp::socket socket) {
      if (!error)
        std::make_shared<AsioConnection>(std::move(socket), limits, answerer)->read();
      accept();
    });
  };
  accept();
  context.run();
  return 0;
}

int serve(const std::string& kind, int port, const std::string& body) {
  if (kind == "stock") return serve_stock(port, body);
  if (kind == "front") return serve_front(port, body);
  if (kind == "epoll") return serve_epoll(port, body);
  if (kind == "asio") return serve_asio(port, body);
  std::fputs("usage: compared_servers stock|front|epoll|asio PORT FILE\n", stderr);
  return 2;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc != 4) return crosscheck::serve("", 0, "");
  std::ifstream file(argv[3], std::ios::binary);
  const std::string body{std::istreambuf_iterator<char>(file), {}};
  return crosscheck::serve(argv[1], std::atoi(argv[2]), body);
}
