// The tables behind the feedback.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <span>
#include <string>

#include "feedback/feedback_summary.h"
#include "feedback/outcome.h"
#include "feedback/shown_card.h"

namespace crosscheck {

/// A session with a database, through SOCI.  Rows are added, never changed.
///
/// What an add_… has returned from is on the disk: SQLite writes its log through
/// (journal_mode WAL, synchronous FULL).
/// Errors: everything throws std::exception, after which nothing of the call is
/// stored and the session is of no more use.
/// Thread safety: one thread at a time.
class FeedbackDatabase {
 public:
  /// `address` is a path of an SQLite file, made where there is none, or what SOCI
  /// calls a connection string: "postgresql://dbname=feedback host=…".
  explicit FeedbackDatabase(const std::string& address);
  ~FeedbackDatabase();
  FeedbackDatabase(FeedbackDatabase&&) noexcept;

  /// What `error` is in the words of the database, without the values of a row.
  static std::string cause(const std::exception& error);

  /// Reads all of it once: throws where it is damaged.
  void examine();

  void add_shown(std::span<const ShownCard> cards);

  /// An outcome is new unless it is the card's latest one, or has come before with
  /// the same time.  Returns how many were.
  std::size_t add_outcomes(const std::string& service, std::span<const Outcome> outcomes);

  FeedbackSummary summary();

 private:
  struct Session;
  std::unique_ptr<Session> session_;
};

}  // namespace crosscheck
