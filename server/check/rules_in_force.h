// What is in force at one moment: one frozen value.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "knowledge/knowledge_base.h"
#include "naming/recogniser.h"

namespace crosscheck {

/// The rules a check is answered from, and what names them.
///
/// Thread safety: immutable; share one among threads through
/// `std::shared_ptr<const RulesInForce>`, taken once for a whole request.
class RulesInForce {
 public:
  RulesInForce(std::string version, std::string date, std::string digest,
               Terminology terminology, std::vector<Pack> packs,
               std::vector<LocalPolicy> policies = {}, std::string valid_until = {})
      : version_(std::move(version)),
        date_(std::move(date)),
        digest_(std::move(digest)),
        valid_until_(std::move(valid_until)),
        knowledge_(std::move(terminology), std::move(packs), std::move(policies)),
        recogniser_(knowledge_) {}

  const std::string& version() const { return version_; }  ///< "2026.11.1"
  const std::string& date() const { return date_; }        ///< ISO 8601 date.
  const std::string& digest() const { return digest_; }    ///< "sha256:…" of all files.
  /// ISO 8601 date of the last day on which the rules hold; "": without an end.
  const std::string& valid_until() const { return valid_until_; }
  /// `day` is an ISO 8601 date.
  bool hold_on(std::string_view day) const {
    return valid_until_.empty() || day <= valid_until_;
  }
  const KnowledgeBase& knowledge() const { return knowledge_; }
  const Recogniser& recogniser() const { return recogniser_; }

 private:
  std::string version_;
  std::string date_;
  std::string digest_;
  std::string valid_until_;
  KnowledgeBase knowledge_;
  Recogniser recogniser_;  // borrows knowledge_
};

}  // namespace crosscheck
