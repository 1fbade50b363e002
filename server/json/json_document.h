// A JSON document that somebody owns.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>

namespace crosscheck {

/// The library's destructor asks for memory, and ends the program where there is
/// none (3.11); this takes a document apart from its leaves up, which needs none.
struct DeleteDocument {
  void operator()(nlohmann::json* document) const noexcept;
};

using JsonDocument = std::unique_ptr<nlohmann::json, DeleteDocument>;

}  // namespace crosscheck
