// All handlers of the service, and which routes lead to them.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/asset_handler.h"
#include "http/batch_handler.h"
#include "http/cds_callers.h"
#include "http/cds_handler.h"
#include "http/check_handler.h"
#include "http/feedback_handler.h"
#include "http/fhir_handler.h"
#include "http/knowledge_handler.h"
#include "http/metrics.h"
#include "http/missing_data.h"
#include "http/operation_handler.h"
#include "http/reloader.h"
#include "http/router.h"
#include "http/rule_page_handler.h"
#include "http/rxnav_handler.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

struct ServiceOptions {
  std::string public_url;           ///< Where clients reach it: "https://host"; "".
  bool rxnav_empty_groups = false;  ///< As RxnavHandler has it.
  std::string frame_ancestors = "'none'";  ///< As AssetHandler has it.
};

/// What is behind the listeners.
///
/// Thread safety: the routes may be used by many threads.
/// Lifetime: borrows the store, and the routes borrow the service; both must
/// outlive them.
class Service {
 public:
  Service(KnowledgeStore& store, ServiceOptions options);

  /// Keeps feedback in the database of this address.  Before the routes are made.
  /// Errors: appended to `problems`.
  void keep_feedback(const std::string& address, Problems& problems);
  /// Null: feedback is not kept.
  FeedbackStore* feedback() { return feedback_store_.get(); }

  /// Lets the CDS clients of this file call by their tokens.
  /// Errors: appended to `problems`.
  void accept_tokens(const std::string& clients, const std::string& public_url,
                     Problems& problems);
  /// Lets CDS calls that lack data have these servers asked for it.  Before the routes
  /// are made.
  void ask_fhir_servers(std::vector<std::string> bases,
                        std::chrono::milliseconds time_out);
  /// Reads their file again; with any fault those read before stay.
  void reload_clients();
  /// Null: tokens are not looked at.
  const CdsCallers* cds_callers() const {
    return cds_callers_ ? &*cds_callers_ : nullptr;
  }

  /// What clients use.  `with_metrics`: the numbers as well, where there is no
  /// listener of their own for them.
  Router client_routes(bool with_metrics);
  /// What operators use.
  Router admin_routes();

  Metrics& metrics() { return metrics_; }
  Reloader& reloader() { return reloader_; }
  OperationHandler& operation() { return operation_; }

 private:
  void add_page(Router& router);
  void add_rxnav(Router& router);
  void add_fhir(Router& router);
  void add_operation(Router& router);
  void add_metrics(Router& router);

  const AssetHandler page_;
  const AssetHandler docs_;
  Metrics metrics_;
  std::unique_ptr<FeedbackStore> feedback_store_;
  std::unique_ptr<TokenVerifier> tokens_;
  std::optional<CdsCallers> cds_callers_;
  std::optional<FhirServers> fhir_servers_;
  std::optional<MissingData> missing_data_;
  Reloader reloader_;
  CheckHandler check_;
  BatchHandler batch_;
  CdsHandler cds_;
  FhirHandler fhir_;
  KnowledgeHandler knowledge_;
  RulePageHandler rule_pages_;
  FeedbackHandler feedback_;
  RxnavHandler rxnav_;
  OperationHandler operation_;
};

}  // namespace crosscheck
