#include "access/client_list.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "json/json_reader.h"

namespace crosscheck {
namespace {

JsonDocument read_file(const std::filesystem::path& file, Problems& problems) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) {
    problems.push_back({file.string(), "", "expected a readable file; found none"});
    return nullptr;
  }
  return read_json(content.str(), file.string(), problems);
}

std::vector<PublicKey> read_keys(const JsonNode& node,
                                 const std::filesystem::path& folder,
                                 Problems& problems) {
  const auto held = node.optional_value("jwks");
  if (held && held->is_object()) return PublicKey::read_set(*held);
  const std::string path = node.required_string("jwks");
  if (path.empty()) return {};
  const auto document = read_file(folder / path, problems);
  if (!document) return {};
  const JsonNode set(*document, (folder / path).string(), problems);
  return PublicKey::read_set(set);
}

}  // namespace

std::vector<Client> read_clients(const std::filesystem::path& file, Problems& problems) {
  std::vector<Client> clients;
  const auto document = read_file(file, problems);
  if (!document) return clients;
  const JsonNode root(*document, file.string(), problems);
  root.allow_only({"schema", "clients"});
  root.required_integer("schema", {1, 1});
  for (const JsonNode& node : root.required_array("clients")) {
    if (!node.is_object()) {
      node.report("", "an object");
      continue;
    }
    node.allow_only({"iss", "jwks", "tenant"});
    Client client;
    client.issuer = node.required_string("iss");
    client.tenant = node.optional_string("tenant").value_or("");
    client.keys = read_keys(node, file.parent_path(), problems);
    const bool known =
        std::any_of(clients.begin(), clients.end(), [&](const Client& one) {
          return one.issuer == client.issuer && one.tenant == client.tenant;
        });
    if (known) node.report("iss", "an issuer and tenant that is not listed twice", "one");
    clients.push_back(std::move(client));
  }
  if (clients.empty() && root.has_array("clients"))
    root.report("clients", "at least one client");
  return clients;
}

}  // namespace crosscheck
