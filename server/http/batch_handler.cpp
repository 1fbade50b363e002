#include "http/batch_handler.h"

#include <memory>
#include <string>

#include "api/question_reader.h"
#include "api/report_writer.h"
#include "check/checker.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "http/request_log.h"

namespace crosscheck {
namespace {

constexpr std::string_view kBlank = " \t\r";
constexpr std::string_view kFailed = "The service failed; this list was not checked.";

/// The lines that are still to be answered.
class Batch {
 public:
  Batch(RulesHandle rules, Metrics& metrics, std::string lines)
      : rules_(std::move(rules)), metrics_(metrics), lines_(std::move(lines)) {
    find_next();
  }

  bool is_done() const { return at_ == lines_.size(); }

  /// The answer to the next line, with its line end.
  std::string answer_next() {
    const std::size_t end = std::min(lines_.find('\n', at_), lines_.size());
    const std::string_view line = std::string_view(lines_).substr(at_, end - at_);
    const std::string source = "line " + std::to_string(++number_);
    at_ = end;
    find_next();
    return answer(line, source) + '\n';
  }

 private:
  // Blank lines are no questions.
  void find_next() {
    at_ = std::min(lines_.find_first_not_of(" \t\r\n", at_), lines_.size());
  }

  std::string answer(std::string_view line, const std::string& source) {
    Problems problems;
    const QuestionText read = read_question_text(line, source, problems);
    if (!read.question) return problem_body(read.status(), kRefusedQuestion, problems);
    try {
      const Report report = check(*rules_, *read.question);
      note_report(report, metrics_);
      std::string body;
      write_report(*rules_, *read.question, report, body);
      return body;
    } catch (const std::exception&) {
      log_internal_error(RequestLog::id());
      return problem_body(500, kFailed, {});
    }
  }

  const RulesHandle rules_;
  Metrics& metrics_;
  const std::string lines_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
};

}  // namespace

void BatchHandler::post(Call& call) const {
  if (!is_ndjson(call.request.get_header_value("Content-Type")))
    return reply_problem(
        call.response, 415,
        "Send the questions as application/x-ndjson in UTF-8, a line each.");
  if (negotiate(call.request.get_header_value("Accept"), {kNdjson}).empty())
    return reply_problem(call.response, 406, "The answer comes as application/x-ndjson.");
  if (!call.request.params.empty())
    return reply_problem(call.response, 422, "The body asks it all; send no query.");
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  const auto batch = std::make_shared<Batch>(rules, metrics_, call.body);
  if (batch->is_done())
    return reply_problem(call.response, 400, "The body has no line with a question.");

  reply_in_pieces(call.request, call.response, kNdjson.data(),
                  [batch](std::size_t, httplib::DataSink& sink) {
                    if (batch->is_done()) {
                      sink.done();
                      return true;
                    }
                    const std::string line = batch->answer_next();
                    return sink.write(line.data(), line.size());
                  });
}

}  // namespace crosscheck
