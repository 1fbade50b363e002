#include "http/reloader.h"

#include "http/request_log.h"

namespace crosscheck {
namespace {

// Want of memory, for one, is a reason to keep the old rules.
template <typename Load>
Problems load_or_say_why(Load load) {
  try {
    return load();
  } catch (const std::exception& error) {
    return {{"rules", "", std::string("could not be loaded: ") + error.what()}};
  }
}

}  // namespace

Reloader::Outcome Reloader::reload() {
  const std::lock_guard one_at_a_time(reloading_);
  const RulesHandle before = store_.current();
  Outcome outcome;
  outcome.problems = load_or_say_why([this] {
    if (watcher_.begins) watcher_.begins();
    return store_.reload();
  });
  // Whoever reads the log line finds them where it sends him.
  note_problems(outcome.problems);
  const RulesHandle after = store_.current();
  if (outcome.problems.empty()) {
    outcome.difference = find_difference(before->knowledge(), after->knowledge());
    log_reload(after->version(), outcome.difference);
    log_expiry(*after);
  } else {
    log_refused_reload(after->version(), outcome.problems);
  }
  metrics_.note_reload(*after, outcome.problems.empty());
  if (watcher_.ended) watcher_.ended(*after, outcome.problems.empty());
  return outcome;
}

void Reloader::note_problems(const Problems& problems) {
  const std::lock_guard lock(guard_);
  last_problems_ = problems;
}

Problems Reloader::last_problems() const {
  const std::lock_guard lock(guard_);
  return last_problems_;
}

}  // namespace crosscheck
