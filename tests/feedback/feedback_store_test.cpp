// What is stored, once, and what is counted from it.
#include "feedback/feedback_store.h"

#include <doctest/doctest.h>
#include <soci/soci.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace crosscheck;
namespace fs = std::filesystem;

namespace {

// A folder that is gone afterwards.
struct Folder {
  fs::path path =
      fs::temp_directory_path() / ("crosscheck-feedback-" + std::to_string(::getpid()));
  Folder() { fs::create_directory(path); }
  ~Folder() { fs::remove_all(path); }
  std::string file(const char* name = "feed back.db") const { return path / name; }
};

using Event = FeedbackWatch::Event;

struct Counts {
  std::array<std::atomic<std::size_t>, 5> of{};
  std::size_t operator[](Event event) const {
    return of[static_cast<std::size_t>(event)];
  }
  FeedbackWatch watch() {
    return {[this](Event event, std::size_t count) {
              of[static_cast<std::size_t>(event)] += count;
            },
            [](std::string_view) {}};
  }
};

Outcome outcome(const std::string& card, Outcome::Kind kind, const std::string& time,
                const std::string& code = "") {
  Outcome made;
  made.card = card;
  made.kind = kind;
  made.time = time;
  if (kind == Outcome::Kind::accepted) made.suggestions = {"s"};
  if (!code.empty()) made.reason_system = "urn:reasons", made.reason_code = code;
  return made;
}
constexpr auto kAccepted = Outcome::Kind::accepted;
constexpr auto kOverridden = Outcome::Kind::overridden;

// Another program that writes, for as long as this lives.
struct FeedbackLock {
  soci::session sql;
  explicit FeedbackLock(const std::string& file)
      : sql("sqlite3://dbname=\"" + file + '"') {
    sql << "BEGIN IMMEDIATE";
  }
};

// The store, after what was handed over is written: the destructor waits for it.
FeedbackSummary summary_of(const std::string& file) {
  return FeedbackDatabase(file).summary();
}

}  // namespace

TEST_CASE("feedback: the summary counts each card by its latest outcome, rule by rule") {
  const Folder folder;
  Counts counts;
  {
    Problems problems;
    const auto store = FeedbackStore::open(folder.file(), counts.watch(), problems);
    REQUIRE(problems.empty());
    CHECK(store->keep("order-sign", {outcome("b", kOverridden, "1", "will-monitor")}));
    store->note_shown({{"a", "order-sign", {{"r1", "major"}, {"r2", "minor"}}},
                       {"b", "order-sign", {{"r1", "major"}}},
                       {"c", "order-sign", {{"r1", "moderate"}}}});
    CHECK(store->keep("order-sign", {outcome("a", kOverridden, "1"),
                                     outcome("c", kOverridden, "1", "will-monitor")}));
    CHECK(store->keep("order-sign", {outcome("a", kAccepted, "2")}));
    CHECK(store->keep("order-sign", {outcome("nobody-knows", kAccepted, "2")}));
  }
  const FeedbackSummary summary = summary_of(folder.file());
  CHECK(summary.without_rules == 1);
  REQUIRE(summary.rules.size() == 3);
  const RuleFeedback& major = summary.rules.at({"r1", "major"});
  CHECK(major.shown == 2);
  CHECK(major.accepted == 1);
  CHECK(major.overridden == 1);
  CHECK(major.reasons.at({"urn:reasons", "will-monitor"}) == 1);
  CHECK(summary.rules.at({"r2", "minor"}).accepted == 1);
  CHECK(summary.rules.at({"r1", "moderate"}).overridden == 1);
  CHECK(counts[Event::shown] == 3);
  CHECK(counts[Event::kept] == 5);
}

TEST_CASE("feedback: what is reported twice is there once; a change of mind is new") {
  const Folder folder;
  FeedbackDatabase database(folder.file());
  const auto add = [&](const Outcome& one) {
    return database.add_outcomes("order-sign", std::vector<Outcome>{one});
  };
  CHECK(add(outcome("a", kAccepted, "1")) == 1);
  CHECK(add(outcome("a", kAccepted, "1")) == 0);
  CHECK(add(outcome("a", kAccepted, "2")) == 0);
  CHECK(add(outcome("a", kOverridden, "3")) == 1);
  CHECK(add(outcome("a", kOverridden, "3", "code")) == 1);
  CHECK(add(outcome("a", kAccepted, "1")) == 0);  // Late, by a client that tried again.
  CHECK(add(outcome("a", kAccepted, "4")) == 1);
  CHECK(add(outcome("b", kAccepted, "1")) == 1);
}

TEST_CASE("feedback: a call is stored whole or not at all") {
  const Folder folder;
  FeedbackDatabase database(folder.file());
  const std::vector<Outcome> twice{outcome("a", kAccepted, "1"),
                                   outcome("a", kAccepted, "1"),
                                   outcome("b", kOverridden, "1")};
  CHECK(database.add_outcomes("order-sign", twice) == 2);
  CHECK(database.summary().without_rules == 2);
}

TEST_CASE("feedback: many threads at once lose and double nothing") {
  const Folder folder;
  Counts counts;
  {
    Problems problems;
    const auto store = FeedbackStore::open(folder.file(), counts.watch(), problems);
    REQUIRE(store != nullptr);
    std::vector<std::thread> threads;
    std::atomic<int> refused{0};
    for (int thread = 0; thread < 4; ++thread)
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 25; ++i) {
          const std::string card = std::to_string(i * 2 + thread / 2);
          store->note_shown({{card, "order-sign", {{"r", "major"}}}});
          if (!store->keep("order-sign", {outcome(card, kAccepted, "1")})) ++refused;
        }
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(refused == 0);
  }
  const FeedbackSummary summary = summary_of(folder.file());
  CHECK(summary.rules.at({"r", "major"}).shown == 50);
  CHECK(summary.rules.at({"r", "major"}).accepted == 50);
  CHECK(counts[Event::kept] == 50);
  CHECK(counts[Event::repeated] == 50);
}

TEST_CASE("feedback: a database that cannot be used is told at once") {
  const Folder folder;
  std::ofstream(folder.file("text")) << std::string(5000, 'x');
  {
    FeedbackDatabase database(folder.file("damaged"));
    for (int i = 0; i < 200; ++i)
      database.add_outcomes(
          "s", std::vector<Outcome>{outcome(std::to_string(i), kAccepted, "1")});
  }
  fs::resize_file(folder.file("damaged"), 12288);
  for (const std::string& file :
       {folder.file("text"), folder.file("damaged"), folder.file("no/such/folder"),
        folder.path.string(), std::string("nosuchdatabase://x")}) {
    CAPTURE(file);
    Problems problems;
    CHECK(FeedbackStore::open(file, Counts().watch(), problems) == nullptr);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].source == "feedback database");
    CHECK(!problems[0].message.empty());
  }
}

TEST_CASE("feedback: while the disk does not answer, cards are dropped, not waited for") {
  const Folder folder;
  Counts counts;
  Problems problems;
  auto store = FeedbackStore::open(folder.file(), counts.watch(), problems);
  REQUIRE(store != nullptr);
  {
    const FeedbackLock lock(folder.file());
    CHECK(!store->keep("s", {outcome("a", kAccepted, "1")}));
    const auto begun = std::chrono::steady_clock::now();
    CHECK(!store->keep("s", {outcome("a", kAccepted, "1")}));  // Refused at once.
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(400));
    std::vector<ShownCard> cards(FeedbackStore::kMostShown + 3,
                                 {"c", "s", {{"r", "major"}}});
    store->note_shown(std::move(cards));
    CHECK(counts[Event::dropped] >= 3);
  }
  while (!store->keep("s", {outcome("a", kAccepted, "1")}))
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(counts[Event::refused] >= 2);
  store.reset();
  CHECK(summary_of(folder.file()).rules.at({"r", "major"}).shown == 1);
}
