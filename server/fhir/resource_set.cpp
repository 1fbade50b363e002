#include "fhir/resource_set.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "fhir/search_result.h"
#include "json/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kResource = "a resource";

// "MedicationRequest/17" at the end of a URL, or "": two plain segments, the first
// of which may be the name of a type.
std::string_view type_and_id(std::string_view url) {
  const std::size_t id = url.rfind('/');
  if (id == std::string_view::npos || id == 0 || id + 1 == url.size()) return {};
  const std::size_t slash = url.rfind('/', id - 1);
  const std::size_t type = slash == std::string_view::npos ? 0 : slash + 1;
  const bool is_type = type < id && url[type] >= 'A' && url[type] <= 'Z';
  return is_type ? url.substr(type) : std::string_view{};
}

std::string_view without_version(std::string_view reference) {
  return reference.substr(0, reference.find("/_history/"));
}

std::string key_of_contained(const Resource& container, std::string_view reference) {
  return std::to_string(container.position).append(reference);
}

// What an OperationOutcome says, as far as it is said in words.
std::string words_of_outcome(const JsonNode& outcome) {
  constexpr std::size_t kLongest = 300;
  std::string words = "an OperationOutcome";
  for (const JsonNode& issue : outcome.optional_array("issue")) {
    std::string said = issue.optional_text("diagnostics");
    if (const auto details = issue.optional_object("details"); details && said.empty())
      said = details->optional_text("text");
    if (said.empty()) said = issue.optional_text("code");
    if (!said.empty()) words += ": " + said;
    if (words.size() > kLongest) break;
  }
  return std::string(utf8_prefix(words, kLongest));
}

Role role_of(std::string_view parameter, Role otherwise) {
  if (parameter == "order") return Role::ordered;
  return parameter == "stopping" ? Role::stopping : otherwise;
}

}  // namespace

void ResourceSet::add(const JsonNode& node, Role role) {
  if (!node.value().is_null()) add_resource(node, {}, role);
}

void ResourceSet::add_resource(const JsonNode& node, std::string full_url, Role role) {
  if (!node.is_object()) return node.report("", kResource);
  std::string type = node.required_string("resourceType");
  if (type == "Bundle") return add_bundle(node, role);
  if (type == "Parameters") return add_parameters(elements(node, "parameter"), role);
  if (type == "OperationOutcome")
    return node.report("", kResource, words_of_outcome(node));

  const std::string id = node.optional_text("id");
  Resource resource{node, std::move(type), std::move(full_url), {}, role};
  resource.position = resources_.size();
  resource.reference = id.empty() ? resource.full_url : resource.type + "/" + id;
  const Resource& added = resources_.emplace_back(std::move(resource));
  if (!added.reference.empty()) index(added.reference, added);
  if (!added.full_url.empty() && added.full_url != added.reference)
    index(added.full_url, added);
  const std::string tail(type_and_id(added.full_url));
  if (id.empty() && !tail.empty() && tail != added.full_url) index(tail, added);
  add_contained(added);
}

void ResourceSet::add_bundle(const JsonNode& bundle, Role role) {
  report_missing_matches(bundle);
  for (const JsonNode& entry : elements(bundle, "entry")) {
    if (!entry.is_object()) {
      entry.report("", "an object");
      continue;
    }
    if (const auto response = entry.optional_object("response")) {
      if (const auto outcome = response->optional_object("outcome"))
        outcome->report("", kResource, words_of_outcome(*outcome));
    }
    if (is_mere_information(entry)) continue;
    std::string full_url = entry.optional_text("fullUrl");
    if (const auto resource = entry.optional_value("resource"))
      add_resource(*resource, std::move(full_url), role);
    else
      entry.report("resource", kResource, "nothing");
  }
}

void ResourceSet::add_parameters(const std::vector<JsonNode>& parameters, Role role) {
  for (const JsonNode& parameter : parameters) {
    if (!parameter.is_object()) {
      parameter.report("", "an object");
      continue;
    }
    const Role own = role_of(parameter.optional_text("name"), role);
    const auto resource = parameter.optional_value("resource");
    if (resource) add_resource(*resource, {}, own);
    const auto parts = elements(parameter, "part");
    add_parameters(parts, own);
    if (!resource && parts.empty())
      parameter.report("", "a resource or parts", "neither");
  }
}

// The array `key`, unless the set would have more elements than it may: a node takes
// much more memory than the two bytes that an element may be written in.
std::vector<JsonNode> ResourceSet::elements(const JsonNode& node, std::string_view key) {
  if (node.has_array(key)) elements_ += node.value()[std::string(key)].size();
  is_too_large_ = is_too_large_ || elements_ > kMostResources;
  return is_too_large_ ? std::vector<JsonNode>{} : node.optional_array(key);
}

void ResourceSet::add_contained(const Resource& container) {
  for (const JsonNode& node : elements(container.node, "contained")) {
    if (!node.is_object()) {
      node.report("", kResource);
      continue;
    }
    const std::string id = node.optional_text("id");
    Resource resource{
        node, node.required_string("resourceType"), {}, {}, container.role, &container};
    resource.position = resources_.size();
    const Resource& added = resources_.emplace_back(std::move(resource));
    if (!id.empty()) index(key_of_contained(container, "#" + id), added);
  }
}

// The first that has a reference keeps it; but an order and what is on file may
// well be two states of one thing.
void ResourceSet::index(const std::string& key, const Resource& resource) {
  const auto [known, is_new] = by_reference_.try_emplace(key, &resource);
  if (is_new || known->second->role != resource.role) return;
  if (known->second->node.value() != resource.node.value())
    resource.node.report("id", "an id of its own", "one that another resource has");
}

const Resource* ResourceSet::resolve(std::string_view reference,
                                     const Resource& from) const {
  const auto find = [this](std::string_view key) {
    const auto found = by_reference_.find(std::string(key));
    return found == by_reference_.end() ? nullptr : found->second;
  };
  const Resource& container = from.container == nullptr ? from : *from.container;
  if (reference == "#") return &container;
  if (reference.starts_with('#')) return find(key_of_contained(container, reference));
  for (const std::string_view plain : {reference, without_version(reference)}) {
    if (const Resource* whole = find(plain)) return whole;
  }
  const std::string_view tail = type_and_id(without_version(reference));
  return tail.empty() ? nullptr : find(tail);
}

}  // namespace crosscheck
