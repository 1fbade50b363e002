#include "feedback/feedback_database.h"

#include <fcntl.h>
#include <soci/soci.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <stdexcept>

#include "feedback/feedback_tables.h"

namespace crosscheck {
namespace {

// In the words of SOCI; a file that others cannot read is made first.
std::string connection_string(const std::string& address) {
  if (address.find("://") != std::string::npos) return address;
  if (address.find('"') != std::string::npos)
    throw std::runtime_error("expected a path without quotation marks");
  const int file = ::open(address.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error(std::strerror(errno));
  ::close(file);
  return "sqlite3://dbname=\"" + address + '"';
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  gmtime_r(&now, &day);
  char text[sizeof "2026-11-28"];
  std::strftime(text, sizeof text, "%Y-%m-%d", &day);
  return text;
}

std::string token(Outcome::Kind kind) {
  return kind == Outcome::Kind::accepted ? "accepted" : "overridden";
}

std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : ",") + id;
  return all;
}

}  // namespace

struct FeedbackDatabase::Session {
  explicit Session(const std::string& address) : sql(connection_string(address)) {}

  bool is_sqlite() { return sql.get_backend_name() == "sqlite3"; }

  // A statement whose answer is one word.
  std::string asked(const std::string& statement) {
    std::string word;
    sql << statement, soci::into(word);
    return word;
  }

  // All of `act`, or nothing.
  template <typename Act>
  void in_transaction(Act act) {
    // Otherwise SQLite finds out at the first write that another one has the file.
    sql << (is_sqlite() ? "BEGIN IMMEDIATE" : "BEGIN");
    try {
      act();
      sql << "COMMIT";
    } catch (...) {
      try {
        sql << "ROLLBACK";
      } catch (const std::exception&) {  // The first fault is the one to tell.
      }
      throw;
    }
  }

  bool has(const Outcome& outcome, const std::string& suggestions, int latest) {
    const std::string kind = token(outcome.kind);
    int count = 0;
    sql << kSameOutcome, soci::into(count), soci::use(outcome.card), soci::use(kind),
        soci::use(suggestions), soci::use(outcome.reason_system),
        soci::use(outcome.reason_code), soci::use(latest), soci::use(outcome.time);
    return count > 0;
  }

  bool add(const std::string& service, const Outcome& outcome) {
    int latest = 0;
    sql << kLatestNumber, soci::into(latest), soci::use(outcome.card);
    const std::string suggestions = joined(outcome.suggestions);
    if (has(outcome, suggestions, latest)) return false;
    const std::string kind = token(outcome.kind);
    const int number = latest + 1;
    sql << kAddOutcome, soci::use(outcome.card), soci::use(number), soci::use(service),
        soci::use(kind), soci::use(suggestions), soci::use(outcome.reason_system),
        soci::use(outcome.reason_code), soci::use(outcome.time);
    return true;
  }

  soci::session sql;
};

FeedbackDatabase::FeedbackDatabase(const std::string& address)
    : session_(std::make_unique<Session>(address)) {
  soci::session& sql = session_->sql;
  if (session_->is_sqlite()) {
    session_->asked("PRAGMA busy_timeout = 500");  // Milliseconds.
    if (session_->asked("PRAGMA journal_mode = WAL") != "wal")
      throw std::runtime_error("the file cannot have a write-ahead log");
    sql << "PRAGMA synchronous = FULL";
  } else if (sql.get_backend_name() == "postgresql") {
    // Its library writes notices to standard error, among the lines of the log.
    sql << "SET client_min_messages TO warning";
  }
  session_->in_transaction([&] {
    for (const char* table : kMakeTables) sql << table;
  });
}

FeedbackDatabase::~FeedbackDatabase() = default;
FeedbackDatabase::FeedbackDatabase(FeedbackDatabase&&) noexcept = default;

std::string FeedbackDatabase::cause(const std::exception& error) {
  const auto* known = dynamic_cast<const soci::soci_error*>(&error);
  return known != nullptr ? known->get_error_message() : error.what();
}

void FeedbackDatabase::examine() {
  if (!session_->is_sqlite()) return;
  const std::string fault = session_->asked("PRAGMA quick_check(1)");
  if (fault != "ok") throw std::runtime_error("the file is damaged: " + fault);
}

void FeedbackDatabase::add_shown(std::span<const ShownCard> cards) {
  const std::string day = today();
  session_->in_transaction([&] {
    for (const ShownCard& shown : cards) {
      for (const ShownRule& rule : shown.rules)
        session_->sql << kAddShown, soci::use(shown.card), soci::use(rule.id),
            soci::use(rule.severity), soci::use(shown.service), soci::use(day);
    }
  });
}

std::size_t FeedbackDatabase::add_outcomes(const std::string& service,
                                           std::span<const Outcome> outcomes) {
  std::size_t added = 0;
  session_->in_transaction([&] {
    for (const Outcome& outcome : outcomes) {
      if (session_->add(service, outcome)) ++added;
    }
  });
  return added;
}

FeedbackSummary FeedbackDatabase::summary() {
  FeedbackSummary summary;
  soci::session& sql = session_->sql;
  const soci::transaction one_moment(sql);
  const soci::rowset<soci::row> shown = (sql.prepare << kShownByRule);
  for (const soci::row& row : shown)
    summary.rules[{row.get<std::string>(0), row.get<std::string>(1)}].shown =
        std::stoll(row.get<std::string>(2));
  const soci::rowset<soci::row> outcomes = (sql.prepare << kOutcomesByRule);
  for (const soci::row& row : outcomes) {
    RuleFeedback& rule =
        summary.rules[{row.get<std::string>(0), row.get<std::string>(1)}];
    const std::int64_t count = std::stoll(row.get<std::string>(5));
    if (row.get<std::string>(2) == token(Outcome::Kind::accepted)) {
      rule.accepted += count;
    } else {
      rule.overridden += count;
      rule.reasons[{row.get<std::string>(3), row.get<std::string>(4)}] += count;
    }
  }
  summary.without_rules = std::stoll(session_->asked(kWithoutRules));
  return summary;
}

}  // namespace crosscheck
