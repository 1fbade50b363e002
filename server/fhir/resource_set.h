// The FHIR resources of one request.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "json/json_node.h"

namespace crosscheck {

/// What the request says of a resource, by the place where it stands.
enum class Role {
  on_file,
  ordered,   ///< Being ordered, changed or ended now.
  stopping,  ///< Being stopped now, whatever its status.
};

/// One resource and its place in the request.
struct Resource {
  JsonNode node;
  std::string type;       ///< "MedicationRequest"
  std::string full_url;   ///< Of its Bundle entry, or "".
  std::string reference;  ///< "MedicationRequest/17", else the full URL, or "".
  Role role = Role::on_file;
  const Resource* container = nullptr;  ///< The resource that contains it.
  std::size_t position = 0;             ///< In the set.

  /// What to call it: its reference, else its place.
  const std::string& name() const {
    return reference.empty() ? node.pointer() : reference;
  }
};

/// A request with more resources or entries is not read to its end.
inline constexpr std::size_t kMostResources = 20'000;

/// Resources in the order of the request, and what their references mean.
///
/// Cost: linear in the size of what is added; a look-up is one of a hash table.
/// Thread safety: added to by one thread; then read by many.
/// Lifetime: borrows the documents behind the nodes, copies nothing of them.
class ResourceSet {
 public:
  ResourceSet() = default;
  // References point into the set: neither copied nor moved.
  ResourceSet(const ResourceSet&) = delete;
  ResourceSet& operator=(const ResourceSet&) = delete;

  /// Adds a resource, or all within a Bundle of any type or within Parameters;
  /// nothing for null.  In Parameters, what stands under the name "order" is
  /// ordered and under "stopping" stopping; the rest has `role`.
  /// Errors: reported through `node`, and the rest is added: what is no
  /// resource, an entry without one, an OperationOutcome in place of one (unless it
  /// is_mere_information), further pages of a search, fewer matches than it says it
  /// found, an id that two different resources have.
  void add(const JsonNode& node, Role role = Role::on_file);

  /// There are more than kMostResources: the rest is missing.
  bool is_too_large() const { return is_too_large_; }

  /// All of them, those within another resource included (`container`).
  const std::deque<Resource>& all() const { return resources_; }

  /// What a Reference within `from` points to; null where it is not in the set.
  /// It names a contained resource ("#id"), a full URL, or ends in a type and
  /// an id, with a version or without.
  const Resource* resolve(std::string_view reference, const Resource& from) const;

 private:
  void add_bundle(const JsonNode& bundle, Role role);
  void add_parameters(const std::vector<JsonNode>& parameters, Role role);
  void add_resource(const JsonNode& node, std::string full_url, Role role);
  void add_contained(const Resource& container);
  void index(const std::string& key, const Resource& resource);
  std::vector<JsonNode> elements(const JsonNode& node, std::string_view key);

  std::deque<Resource> resources_;
  std::unordered_map<std::string, const Resource*> by_reference_;
  std::size_t elements_ = 0;
  bool is_too_large_ = false;
};

}  // namespace crosscheck
