#include "http/metrics.h"

#include <prometheus/text_serializer.h>

#include <array>
#include <limits>
#include <mutex>

#include "http/request_log.h"
#include "knowledge/day.h"

namespace crosscheck {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{
    0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1};

prometheus::Family<prometheus::Counter>& counters(prometheus::Registry& registry,
                                                  const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

prometheus::Gauge& gauge(prometheus::Registry& registry, const char* name,
                         const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

double beginning_of(const std::string& day) {
  return static_cast<double>(seconds_of_day(day));
}

// Infinity where there is no last day: then no alert on it ever fires.
double end_of(const std::string& day) {
  constexpr double kSecondsOfDay = 24 * 60 * 60;
  return day.empty() ? std::numeric_limits<double>::infinity()
                     : beginning_of(day) + kSecondsOfDay;
}

// What `add` makes for `key`, made once.
template <typename Map, typename Key, typename Add>
auto& remembered(std::shared_mutex& guard, Map& map, const Key& key, Add add) {
  {
    const std::shared_lock lock(guard);
    const auto found = map.find(key);
    if (found != map.end()) return *found->second;
  }
  const std::unique_lock lock(guard);
  auto& made = map[key];
  if (made == nullptr) made = &add();
  return *made;
}

template <typename Alerts, typename Count>
void count_rules(const Alerts& alerts, Count count) {
  for (const auto& alert : alerts) {
    for (const auto* rule : alert.rules) count(rule->id);
  }
}

}  // namespace

Metrics::Metrics()
    : requests_(counters(registry_, "crosscheck_http_requests_total",
                         "Requests answered, by route and status")),
      durations_(prometheus::BuildHistogram()
                     .Name("crosscheck_http_request_duration_seconds")
                     .Help("Time to answer a whole request, by route")
                     .Register(registry_)),
      rule_findings_(counters(registry_, "crosscheck_rule_findings_total",
                              "Alerts that a rule was part of, by rule")),
      feedback_(counters(registry_, "crosscheck_feedback_total",
                         "Reported outcomes (kept, repeated, refused) and cards noted as "
                         "shown (shown, dropped)")),
      tokens_(counters(registry_, "crosscheck_cds_tokens_total",
                       "Tokens of CDS clients, by what was found of them")),
      fhir_calls_(
          counters(registry_, "crosscheck_fhir_calls_total",
                   "Hook calls whose FHIR server was asked, by what became of it")),
      medications_(counters(registry_, "crosscheck_medications_total",
                            "Entries of medication lists that were checked")
                       .Add({})),
      not_recognised_(counters(registry_, "crosscheck_medications_not_recognised_total",
                               "Entries that were not recognised")
                          .Add({})),
      connections_(gauge(registry_, "crosscheck_connections", "Open connections")),
      reload_successful_(
          gauge(registry_, "crosscheck_knowledge_last_reload_successful",
                "Whether the rules could be put in force at the last attempt")),
      reload_time_(gauge(registry_, "crosscheck_knowledge_reload_timestamp_seconds",
                         "When the rules in force were read")),
      rules_date_(gauge(registry_, "crosscheck_knowledge_date_timestamp_seconds",
                        "The date of the rules in force")),
      rules_end_(gauge(registry_, "crosscheck_knowledge_valid_until_timestamp_seconds",
                       "When the rules in force expire; +Inf: never")) {}

void Metrics::count_request(std::string_view route, int status, double seconds) {
  request_counter({route, status}).Increment();
  duration_of(route).Observe(seconds);
}

void Metrics::count_report(const Report& report) {
  medications_.Increment(static_cast<double>(report.medications.size()));
  for (const Recognition& recognition : report.medications) {
    if (recognition.recognised == Recognised::unrecognised) not_recognised_.Increment();
  }
  const auto count = [this](const std::string& id) { rule_counter(id).Increment(); };
  count_rules(report.interactions, count);
  count_rules(report.precautions, count);
  for (const CumulativeAlert& alert : report.cumulative_effects) count(alert.effect->id);
}

void Metrics::note_reload(const RulesInForce& rules, bool successful) {
  reload_successful_.Set(successful ? 1 : 0);
  rules_date_.Set(beginning_of(rules.date()));
  rules_end_.Set(end_of(rules.valid_until()));
  if (successful) reload_time_.SetToCurrentTime();
}

void Metrics::count_feedback(FeedbackWatch::Event event, std::size_t count) {
  static constexpr std::array<const char*, 5> kResults{"kept", "repeated", "refused",
                                                       "shown", "dropped"};
  feedback_.Add({{"result", kResults[static_cast<std::size_t>(event)]}})
      .Increment(static_cast<double>(count));
}

void Metrics::count_token(std::string_view verdict) {
  tokens_.Add({{"verdict", std::string(verdict)}}).Increment();
}

void Metrics::count_fhir_call(std::string_view result) {
  fhir_calls_.Add({{"result", std::string(result)}}).Increment();
}

std::string Metrics::write(std::size_t connections) {
  connections_.Set(static_cast<double>(connections));
  return prometheus::TextSerializer().Serialize(registry_.Collect());
}

void note_report(const Report& report, Metrics& metrics) {
  RequestLog::count(report.medications.size(), report.interactions.size() +
                                                   report.precautions.size() +
                                                   report.cumulative_effects.size());
  metrics.count_report(report);
}

prometheus::Counter& Metrics::request_counter(const RouteAndStatus& key) {
  return remembered(guard_, request_counters_, key, [&]() -> prometheus::Counter& {
    return requests_.Add(
        {{"route", std::string(key.first)}, {"status", std::to_string(key.second)}});
  });
}

prometheus::Histogram& Metrics::duration_of(std::string_view route) {
  return remembered(guard_, route_durations_, route, [&]() -> prometheus::Histogram& {
    return durations_.Add({{"route", std::string(route)}}, kSeconds);
  });
}

prometheus::Counter& Metrics::rule_counter(const std::string& id) {
  return remembered(guard_, rule_counters_, id, [&]() -> prometheus::Counter& {
    return rule_findings_.Add({{"rule", id}});
  });
}

}  // namespace crosscheck
