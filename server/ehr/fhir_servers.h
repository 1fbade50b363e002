// The record systems that the service may ask.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/problem.h"

namespace crosscheck {

/// A list of base addresses.  Nothing else is ever asked, whatever a call names.
///
/// Thread safety: any thread.
class FhirServers {
 public:
  /// So many may be asked at once.
  static constexpr std::size_t kMostAtOnce = 8;

  FhirServers() = default;  ///< None.

  /// Reads addresses separated by commas: https, or http of this machine; without user,
  /// query and fragment.
  /// Errors: appended to `problems`.
  static std::vector<std::string> read(std::string_view addresses, Problems& problems);

  FhirServers(std::vector<std::string> bases, std::chrono::milliseconds time_out)
      : bases_(std::move(bases)), time_out_(time_out) {}

  /// The listed address that `base` is, but for a slash at the end of either.
  std::optional<std::string> find(std::string_view base) const;

  /// For all questions of one call together.
  std::chrono::milliseconds time_out() const { return time_out_; }

  /// A place among kMostAtOnce, given back at its end.
  class Place {
   public:
    explicit Place(FhirServers& servers)
        : servers_(servers), taken_(++servers.asked_ <= kMostAtOnce) {}
    ~Place() { --servers_.asked_; }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool is_taken() const { return taken_; }

   private:
    FhirServers& servers_;
    bool taken_;
  };

 private:
  std::vector<std::string> bases_;
  std::chrono::milliseconds time_out_{};
  std::atomic<std::size_t> asked_{0};
};

}  // namespace crosscheck
