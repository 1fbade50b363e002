// An outline as JSON.
#pragma once

#include <string>

#include "json/json_writer.h"
#include "rxnav/outline.h"

namespace crosscheck {

/// Lifetime: borrows the output.
class JsonOutline : public Outline {
 public:
  explicit JsonOutline(std::string& out) : json_(out) { json_.begin_object(); }
  void finish() { json_.end_object(); }

  void begin(std::string_view name) override { json_.begin_object(name); }
  void end() override { json_.end_object(); }
  void text(std::string_view name, std::string_view text) override {
    json_.member(name, text);
  }
  void begin_list(std::string_view name) override { json_.begin_array(name); }
  void end_list() override { json_.end_array(); }
  void begin_item() override { json_.begin_object(); }
  void item(std::string_view text) override { json_.string(text); }

 private:
  JsonWriter json_;
};

}  // namespace crosscheck
