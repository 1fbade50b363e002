// The tables of the feedback, and all that is asked of them: SQL that SQLite and
// PostgreSQL read alike.
#pragma once

#include <array>

namespace crosscheck {

/// `number` counts the outcomes of one card, from 1; the highest is the latest.
inline constexpr std::array<const char*, 2> kMakeTables{
    "CREATE TABLE IF NOT EXISTS crosscheck_shown_1 ("
    " card TEXT NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL,"
    " service TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (card, rule))",
    "CREATE TABLE IF NOT EXISTS crosscheck_outcome_1 ("
    " card TEXT NOT NULL, number INTEGER NOT NULL, service TEXT NOT NULL,"
    " outcome TEXT NOT NULL, suggestions TEXT NOT NULL, reason_system TEXT NOT NULL,"
    " reason_code TEXT NOT NULL, time TEXT NOT NULL, PRIMARY KEY (card, number))"};

inline constexpr const char* kAddShown =
    "INSERT INTO crosscheck_shown_1 (card, rule, severity, service, day)"
    " VALUES (:card, :rule, :severity, :service, :day) ON CONFLICT DO NOTHING";

inline constexpr const char* kLatestNumber =
    "SELECT COALESCE(MAX(number), 0) FROM crosscheck_outcome_1 WHERE card = :card";

inline constexpr const char* kSameOutcome =
    "SELECT COUNT(*) FROM crosscheck_outcome_1 WHERE card = :card"
    " AND outcome = :outcome AND suggestions = :suggestions"
    " AND reason_system = :system AND reason_code = :code"
    " AND (number = :latest OR time = :time)";

inline constexpr const char* kAddOutcome =
    "INSERT INTO crosscheck_outcome_1 (card, number, service, outcome, suggestions,"
    " reason_system, reason_code, time) VALUES (:card, :number, :service, :outcome,"
    " :suggestions, :system, :code, :time)";

// Counts come as text: the two databases differ in the type of a count.
inline constexpr const char* kShownByRule =
    "SELECT rule, severity, CAST(COUNT(*) AS VARCHAR(20))"
    " FROM crosscheck_shown_1 GROUP BY rule, severity";

inline constexpr const char* kOutcomesByRule =
    "SELECT s.rule, s.severity, o.outcome, o.reason_system, o.reason_code,"
    " CAST(COUNT(*) AS VARCHAR(20))"
    " FROM crosscheck_shown_1 s JOIN crosscheck_outcome_1 o ON o.card = s.card"
    " WHERE NOT EXISTS (SELECT 1 FROM crosscheck_outcome_1 l"
    " WHERE l.card = o.card AND l.number > o.number)"
    " GROUP BY s.rule, s.severity, o.outcome, o.reason_system, o.reason_code";

inline constexpr const char* kWithoutRules =
    "SELECT CAST(COUNT(DISTINCT o.card) AS VARCHAR(20)) FROM crosscheck_outcome_1 o"
    " WHERE NOT EXISTS"
    " (SELECT 1 FROM crosscheck_shown_1 s WHERE s.card = o.card)";

}  // namespace crosscheck
