// What the service counts, for Prometheus.
#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/report.h"
#include "check/rules_in_force.h"
#include "feedback/feedback_store.h"

namespace crosscheck {

/// Numbers only: labels are routes, statuses and ids of rules, never a drug of a
/// request, a patient or a path as it was sent.
///
/// Thread safety: any thread may call any method.
class Metrics {
 public:
  Metrics();

  /// `route` is a pattern of a Router, and must live as long as this.
  void count_request(std::string_view route, int status, double seconds);
  void count_report(const Report& report);
  /// After each reload; `rules` are those in force now.
  void note_reload(const RulesInForce& rules, bool successful);

  void count_feedback(FeedbackWatch::Event event, std::size_t count);

  /// What was found of the token of a CDS client.
  void count_token(std::string_view verdict);

  /// What became of a question to the FHIR server of a CDS client.
  void count_fhir_call(std::string_view result);

  /// All of it in the text format of Prometheus.  `connections` are open now.
  std::string write(std::size_t connections);

 private:
  using RouteAndStatus = std::pair<std::string_view, int>;

  prometheus::Counter& request_counter(const RouteAndStatus& key);
  prometheus::Histogram& duration_of(std::string_view route);
  prometheus::Counter& rule_counter(const std::string& id);

  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& durations_;
  prometheus::Family<prometheus::Counter>& rule_findings_;
  prometheus::Family<prometheus::Counter>& feedback_;
  prometheus::Family<prometheus::Counter>& tokens_;
  prometheus::Family<prometheus::Counter>& fhir_calls_;
  prometheus::Counter& medications_;
  prometheus::Counter& not_recognised_;
  prometheus::Gauge& connections_;
  prometheus::Gauge& reload_successful_;
  prometheus::Gauge& reload_time_;
  prometheus::Gauge& rules_date_;
  prometheus::Gauge& rules_end_;
  // The library looks a label up by its text each time; these remember.
  std::shared_mutex guard_;  // Guards the three maps.
  std::map<RouteAndStatus, prometheus::Counter*> request_counters_;
  std::map<std::string_view, prometheus::Histogram*> route_durations_;
  std::unordered_map<std::string, prometheus::Counter*> rule_counters_;
};

/// For the metrics, and for the log line of the request that is being answered.
void note_report(const Report& report, Metrics& metrics);

}  // namespace crosscheck
