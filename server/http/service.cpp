#include "http/service.h"

#include <array>
#include <string>
#include <utility>

#include "ehr/http_get.h"
#include "http/openapi.h"
#include "http/reply.h"
#include "http/request_log.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongestFeedback = 256 * 1024;

// That of our own script, and that of the reference's cleaner; server/docs/source/docs.js
// says what passes them.
constexpr std::string_view kDocsPolicies = "default dompurify";

}  // namespace

Service::Service(KnowledgeStore& store, ServiceOptions options)
    : page_(kPageAssets, options.frame_ancestors),
      docs_(kDocsAssets, options.frame_ancestors, kDocsPolicies),
      reloader_(store, metrics_),
      check_(store, metrics_),
      batch_(store, metrics_),
      cds_(store, metrics_, std::move(options.public_url)),
      fhir_(store, metrics_),
      knowledge_(store),
      rule_pages_(store, options.frame_ancestors),
      rxnav_(store, metrics_, options.rxnav_empty_groups),
      operation_(store, metrics_, reloader_) {}

void Service::keep_feedback(const std::string& address, Problems& problems) {
  const auto count = [this](FeedbackWatch::Event event, std::size_t number) {
    metrics_.count_feedback(event, number);
  };
  feedback_store_ = FeedbackStore::open(address, {count, log_error}, problems);
  feedback_.use(feedback_store_.get());
  cds_.note_shown_in(feedback_store_.get());
}

void Service::accept_tokens(const std::string& clients, const std::string& public_url,
                            Problems& problems) {
  tokens_ = std::make_unique<TokenVerifier>(clients, public_url);
  tokens_->load(problems);
  cds_callers_.emplace(*tokens_, metrics_);
}

void Service::ask_fhir_servers(std::vector<std::string> bases,
                               std::chrono::milliseconds time_out) {
  HttpGet::set_up();
  fhir_servers_.emplace(std::move(bases), time_out);
  missing_data_.emplace(*fhir_servers_, metrics_);
  cds_.complete_by(&*missing_data_);
}

void Service::reload_clients() {
  if (tokens_ == nullptr) return;
  Problems problems;
  tokens_->load(problems);
  for (const Problem& problem : problems)
    log_error("fault in the CDS clients: " + to_string(problem));
  if (problems.empty())
    log_event("CDS clients reloaded");
  else
    log_error("CDS clients not reloaded");
}

Router Service::client_routes(bool with_metrics) {
  Router router;
  const auto get = [&router](std::string_view pattern, Handler handler,
                             Allowance allowance = {}) {
    router.add("GET", pattern, Scope::check, std::move(handler), allowance);
  };
  constexpr Allowance kLong{.quick = 0};
  // What a record system knows of a patient; a millisecond or two at the most.
  constexpr Allowance kClinical{.body = 5U << 20U, .quick = 64U << 10U};
  router.add("POST", "/v1/check", Scope::check,
             [this](Call& call) { check_.post(call); });
  router.add(
      "POST", "/v1/check/batch", Scope::check, [this](Call& call) { batch_.post(call); },
      kLong);
  get("/v1/check", [this](Call& call) { check_.get(call); });
  get("/v1/drugs", [this](Call& call) { knowledge_.search_drugs(call); });
  get("/v1/drugs/{key}", [this](Call& call) { knowledge_.drug(call); });
  get("/v1/classes", [this](Call& call) { knowledge_.classes(call); });
  get("/v1/classes/{key}", [this](Call& call) { knowledge_.drug_class(call); });
  get(
      "/v1/rules", [this](Call& call) { knowledge_.rules(call); }, kLong);
  get("/v1/rules/{key}", [this](Call& call) { knowledge_.rule(call); });
  get("/v1/sources", [this](Call& call) { knowledge_.sources(call); });
  get("/v1/knowledge", [this](Call& call) { knowledge_.knowledge(call); });
  router.add("GET", "/cds-services", Scope::cds,
             [this](Call& call) { cds_.discover(call); });
  router.add(
      "POST", "/cds-services/{key}", Scope::cds,
      [this](Call& call) { cds_.answer(call); },
      missing_data_ ? Allowance{.body = kClinical.body, .quick = 0} : kClinical);
  router.add("POST", "/cds-services/{key}/feedback", Scope::cds,
             [this](Call& call) { feedback_.post(call); },
             {.body = kLongestFeedback, .quick = 0});
  router.add("GET", "/openapi.yaml", Scope::none, [](Call& call) {
    reply(call.response, 200, std::string(kOpenApi), "application/yaml");
  });
  add_page(router);
  add_rxnav(router);
  add_fhir(router);
  add_operation(router);
  if (with_metrics) add_metrics(router);
  return router;
}

Router Service::admin_routes() {
  Router router;
  add_operation(router);
  add_metrics(router);
  router.add(
      "POST", "/v1/admin/reload", Scope::admin,
      [this](Call& call) { operation_.reload(call); }, Allowance{.quick = 0});
  return router;
}

void Service::add_page(Router& router) {
  router.add("GET", "/docs", Scope::none, [this](Call& call) { docs_.index(call); });
  router.add("GET", "/docs/{key}", Scope::none, [this](Call& call) { docs_.file(call); });
  router.add(
      "GET", "/rules", Scope::check, [this](Call& call) { rule_pages_.index(call); },
      Allowance{.quick = 0});
  router.add("GET", "/rules/{key}", Scope::check,
             [this](Call& call) { rule_pages_.rule(call); });
  router.add("GET", "/rules.css", Scope::none,
             [this](Call& call) { rule_pages_.style(call); });
  router.add("GET", "/", Scope::none, [this](Call& call) { page_.index(call); });
  router.add("GET", "/page/{key}", Scope::none, [this](Call& call) { page_.file(call); });
}

// Each function as XML, as JSON, and as the client accepts it.
void Service::add_rxnav(Router& router) {
  using Function = void (RxnavHandler::*)(Call&) const;
  constexpr std::array<std::pair<const char*, Function>, 7> kFunctions{{
      {"/REST/interaction/list", &RxnavHandler::list},
      {"/REST/interaction/interaction", &RxnavHandler::interaction},
      {"/REST/interaction/sources", &RxnavHandler::sources},
      {"/REST/interaction/version", &RxnavHandler::version},
      {"/REST/rxcui", &RxnavHandler::rxcui},
      {"/REST/approximateTerm", &RxnavHandler::approximate_term},
      {"/REST/drugs", &RxnavHandler::drugs},
  }};
  for (const auto& [path, function] : kFunctions) {
    // What looks at every other drug takes long.
    Allowance allowance;
    if (function == &RxnavHandler::interaction) allowance.quick = 0;
    for (const char* suffix : {"", ".json", ".xml"})
      router.add(
          "GET", std::string(path) + suffix, Scope::check,
          [this, answer = function](Call& call) { (rxnav_.*answer)(call); }, allowance);
  }
}

void Service::add_fhir(Router& router) {
  constexpr Allowance kRecord{.body = 5U << 20U, .quick = 64U << 10U};
  router.add(
      "POST", "/fhir/$check-interactions", Scope::check,
      [this](Call& call) { fhir_.check_interactions(call); }, kRecord);
  router.add("GET", "/fhir/metadata", Scope::none,
             [this](Call& call) { fhir_.metadata(call); });
  router.add("GET", "/fhir/OperationDefinition/check-interactions", Scope::none,
             [this](Call& call) { fhir_.operation(call); });
}

void Service::add_operation(Router& router) {
  router.add("GET", "/livez", Scope::none,
             [this](Call& call) { operation_.alive(call); });
  router.add("GET", "/readyz", Scope::none,
             [this](Call& call) { operation_.ready(call); });
}

void Service::add_metrics(Router& router) {
  router.add("GET", "/metrics", Scope::metrics,
             [this](Call& call) { operation_.metrics(call); });
  router.add(
      "GET", "/v1/feedback/summary", Scope::metrics,
      [this](Call& call) { feedback_.summary(call); }, Allowance{.quick = 0});
}

}  // namespace crosscheck
