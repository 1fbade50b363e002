#include "http/request_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <string>
#include <utility>

#include "json/json_writer.h"
#include "knowledge/day.h"

namespace crosscheck {
namespace {

using Clock = std::chrono::steady_clock;

struct Line {
  RequestId id;
  Clock::time_point begun = Clock::now();
  std::string_view pattern = "none";
  std::size_t medications = 0;
  std::size_t findings = 0;
  bool is_check = false;
};

thread_local Line line;

// spdlog adds the braces, the time and the level; the members are the rest.  A line
// for which there is no memory is lost; nothing else is for its sake.
template <typename Write>
void say(spdlog::level::level_enum level, std::string_view message, Write write) try {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("message", message);
  write(json);
  json.end_object();
  spdlog::log(level, std::string_view(text).substr(1));
} catch (const std::exception&) {
}

}  // namespace

void RequestLog::begin(RequestId id) {
  line = Line{.id = std::move(id)};
}

const RequestId& RequestLog::id() {
  return line.id;
}

void RequestLog::route(std::string_view pattern) {
  line.pattern = pattern;
}

void RequestLog::count(std::size_t medications, std::size_t findings) {
  line.medications += medications;
  line.findings += findings;
  line.is_check = true;
}

RequestRecord RequestLog::end(int status) {
  const std::chrono::duration<double> taken = Clock::now() - line.begun;
  if (spdlog::should_log(spdlog::level::info)) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(taken);
    say(spdlog::level::info, "request", [&](JsonWriter& json) {
      json.member("request_id", line.id.request);
      json.member("trace_id", line.id.trace);
      json.member("route", line.pattern);
      json.member("status", status);
      json.member("duration_us", static_cast<std::int64_t>(micros.count()));
      if (!line.is_check) return;
      json.member("medications", line.medications);
      json.member("findings", line.findings);
    });
  }
  return {line.pattern, taken.count()};
}

void set_up_log(const char* level) {
  auto logger = spdlog::stderr_logger_mt("crosscheck");
  logger->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v)",
                      spdlog::pattern_time_type::utc);
  logger->set_level(spdlog::level::from_str(level));
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
  spdlog::flush_every(std::chrono::seconds(1));
}

void log_event(std::string_view message) {
  say(spdlog::level::info, message, [](JsonWriter&) {});
}

void log_listening(std::string_view host, int port) {
  say(spdlog::level::info, "listening", [&](JsonWriter& json) {
    json.member("host", host);
    json.member("port", port);
  });
  spdlog::default_logger()->flush();
}

void log_fewer_connections(std::size_t most) {
  say(spdlog::level::warn, "fewer connections than configured",
      [&](JsonWriter& json) { json.member("max_connections", most); });
}

void log_expiry(const RulesInForce& rules) {
  constexpr long long kDaysAhead = 30;
  if (rules.valid_until().empty()) return;
  const long long left = days_between(today(), rules.valid_until());
  if (left > kDaysAhead) return;
  const auto* message = left < 0 ? "rules have expired" : "rules expire soon";
  say(spdlog::level::warn, message, [&](JsonWriter& json) {
    json.member("version", rules.version());
    json.member("valid_until", rules.valid_until());
    json.member("days_left", static_cast<std::int64_t>(left));
  });
}

void log_reload(std::string_view version, const RulesDifference& difference) {
  say(spdlog::level::info, "rules reloaded", [&](JsonWriter& json) {
    json.member("version", version);
    json.strings("added", difference.added);
    json.strings("removed", difference.removed);
    json.strings("severity_changed", difference.severity_changed);
  });
  spdlog::default_logger()->flush();
}

void log_refused_reload(std::string_view version, const Problems& problems) {
  for (const Problem& problem : problems)
    say(spdlog::level::err, "fault in the rules",
        [&](JsonWriter& json) { json.member("problem", to_string(problem)); });
  say(spdlog::level::err, "rules not reloaded", [&](JsonWriter& json) {
    json.member("version", version);
    json.member("problems", problems.size());
  });
}

void log_internal_error(const RequestId& id) {
  say(spdlog::level::err, "internal error",
      [&](JsonWriter& json) { json.member("request_id", id.request); });
}

void log_error(std::string_view message) {
  say(spdlog::level::err, message, [](JsonWriter&) {});
}

}  // namespace crosscheck
