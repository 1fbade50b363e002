// The connections of the service, in front of the HTTP library.
#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "net/allowance.h"
#include "net/answerer.h"
#include "net/event_loop.h"
#include "net/listening_socket.h"
#include "net/workers.h"

namespace crosscheck {

/// Owns every connection and hands the HTTP library whole, bounded and vetted
/// requests only, already read; the library routes and writes the answer, in memory.
/// No client can hold up another: nobody waits for a socket.
///
/// The library's members that this rests on (process_request, Stream) change
/// between its versions: it was written against 0.11.4, and nothing outside this
/// file, MemoryStream and vetted_request.h knows them.
/// The body of a request is in Request::body before routing begins, so a handler
/// before routing can answer everything.
///
/// Thread safety: stop() from any thread; the rest from one.  Handlers run on
/// `loops` threads at once and must not wait for anything; those of requests beyond
/// Allowance::quick run on Limits::workers others.
class HttpFront : public httplib::Server, private Answerer {
 public:
  /// Fills the answer to a request that was refused before anybody looked at it; the
  /// request has no more than its headers, and none where its head is not sound.
  using Refuse =
      std::function<void(const Refusal&, const httplib::Request&, httplib::Response&)>;
  /// Told of what the operator should know, in the front's own words.
  using Report = std::function<void(std::string_view)>;

  HttpFront(Limits limits, std::size_t loops, AllowanceOf allowance_of, Refuse refuse,
            Report report);

  /// Where it will serve; before serve().
  void take(ListeningSocket socket);

  /// Serves until stop(), then lets every whole request be answered.  False if
  /// the listening socket failed for good.
  bool serve();
  void stop();

  /// How many are open now.  Thread safety: any thread.
  std::size_t connections() const;

 private:
  void answer(WholeRequest request, bool close, std::string& output) override;
  void answer(WholeRequest request, bool close, AnswerPipe& pipe) override;
  void refuse(const Refusal& refusal, std::string_view head,
              std::string& output) override;

  template <typename Write>
  bool process(WholeRequest& request, bool close, Write write);
  bool write_failure(std::string_view head, AnswerPipe& pipe);
  void stop_loops(std::vector<std::thread>& threads);
  bool accept_until_stop();
  void accept_all();
  void take_in(FileDescriptor socket);

  const Limits limits_;
  const AllowanceOf allowance_of_;
  const Refuse refuse_;
  const Report report_;
  ListeningSocket listening_;
  FileDescriptor wake_;
  std::atomic<bool> stopping_{false};
  bool failed_ = false;
  bool has_told_of_room_ = false;  // that there was none, since the last that was let in
  Workers workers_;
  std::vector<std::unique_ptr<EventLoop>> loops_;
};

}  // namespace crosscheck
