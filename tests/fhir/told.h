// What a FHIR document turned into, a line for each thing.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fhir/clinical_question.h"
#include "json/json_reader.h"
#include "small_rules.h"

namespace crosscheck {

using Lines = std::vector<std::string>;

/// "+ Type/id: words; …" for each medication, "? …" for what is known of the patient,
/// "- Type/id: words (reason)" for each that is left out, "! /pointer: message" for what
/// could not be read; 30 June 2020 is today.
inline Lines told(const std::string& document, Role role = Role::on_file) {
  using namespace std::chrono;
  Problems problems;
  const auto json = read_json(document, "body", problems);
  if (!json) return {"! no JSON"};
  ResourceSet resources;
  resources.add(JsonNode(*json, "body", problems), role);
  const auto rules = small_rules();
  const ClinicalQuestion read =
      read_clinical_question(*rules, resources, Day(year(2020), June, day(30)));
  Lines lines;
  for (std::size_t i = 0; i < read.question.medications.size(); ++i) {
    const MedicationEntry& entry = read.question.medications[i];
    std::string line = "+ " + read.references.at(i) + ": ";
    line += words_of(entry.text, entry.codings);
    for (const Coding& coding : entry.codings) line += "; code " + coding.code;
    if (entry.is_new) line += "; new";
    if (entry.stopping) line += "; stopping";
    if (!entry.route.empty()) line += "; route " + entry.route;
    if (entry.daily_dose)
      line += "; " + nlohmann::json(entry.daily_dose->value).dump() + " " +
              entry.daily_dose->unit;
    lines.push_back(line);
  }
  if (const auto& patient = read.question.patient) {
    if (patient->age_years)
      lines.push_back("? age " + nlohmann::json(*patient->age_years).dump().substr(0, 4));
    if (patient->pregnant) lines.push_back("? pregnant");
    if (patient->breastfeeding) lines.push_back("? breastfeeding");
    for (const auto& condition : patient->conditions)
      lines.push_back("? condition " + words_of(condition.text, condition.codings));
    for (const auto& allergy : patient->allergies)
      lines.push_back("? allergy " + allergy);
  }
  for (const LeftOut& left : read.left_out)
    lines.push_back("- " + left.reference + ": " + left.text + " (" + left.reason + ")");
  for (const Problem& problem : problems)
    lines.push_back("! " + problem.pointer + ": " + problem.message);
  return lines;
}

}  // namespace crosscheck
