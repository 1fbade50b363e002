// A small rules directory, in memory.
#pragma once

#include <map>
#include <string>

#include "check/question.h"
#include "json/json_node.h"

namespace crosscheck {

/// A rules directory without a fault: `path` -> content.
inline std::map<std::string, std::string> sound_rules() {
  return {
      {"release.json", R"({"schema": 1, "version": "2026.11.1", "date": "2026-11-22"})"},
      {"terminology/ingredients.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "ingredients": [
          {"key": "baclofen", "name": "baclofen", "rxnorm": ["1292"], "atc": ["M03BX01"], "synonyms": [], "origin": ["own"]},
          {"key": "phenelzine", "name": "phenelzine", "rxnorm": ["8123"], "atc": [], "synonyms": [], "origin": ["own"]},
          {"key": "selegiline", "name": "selegiline", "rxnorm": [], "atc": [], "synonyms": ["deprenyl"], "origin": ["own"]}]})"},
      {"terminology/products.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "products": [
          {"ingredients": ["baclofen"], "brands": ["Lioresal"], "rxnorm": ["197391"], "origin": ["own"]},
          {"ingredients": ["phenelzine"], "brands": ["Nardil"], "rxnorm": [], "route": "oral", "origin": ["own"]}]})"},
      {"terminology/classes.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "classes": [
          {"key": "maoi", "name": "MAO inhibitors", "contains": ["maoi-b"], "members": ["phenelzine"], "origin": ["own"]},
          {"key": "maoi-b", "name": "MAO-B inhibitors", "contains": [], "members": ["selegiline"], "origin": ["own"]}]})"},
      {"terminology/effects.json",
       R"({"schema": 1, "effects": [{"key": "cns-depression", "name": "CNS depression"}]})"},
      {"terminology/conditions.json", R"({"schema": 1, "conditions": [
          {"key": "renal-impairment", "name": "renal impairment", "synonyms": ["kidney disease"], "icd10": ["N18", "I69.3"], "snomed": ["709044004"]},
          {"key": "epilepsy", "name": "epilepsy", "synonyms": [], "icd10": ["G40"], "snomed": []}]})"},
      {"terminology/routes.json", R"({"schema": 1, "routes": [
          {"key": "oral", "name": "oral", "words": ["po", "by mouth"], "local": false},
          {"key": "intrathecal", "name": "intrathecal", "words": ["intrathecal"], "local": false}]})"},
      {"terminology/order-words.json",
       R"({"schema": 1, "salts": ["hydrochloride"], "forms": ["tablet"], "units": ["mg"], "directions": ["daily"], "makers": [], "supplies": []})"},
      {"terminology/abbreviations.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "abbreviations": [{"text": "BAC", "ingredients": ["baclofen"], "origin": ["own"]}]})"},
      {"terminology/look-alikes.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "look_alikes": [{"names": ["baclofen", "Bactroban"], "origin": ["own"]}]})"},
      {"baclofen/pack.json",
       R"({"schema": 1, "id": "baclofen", "version": "1.0.0", "title": "Baclofen",
        "licence": "own", "reviewed": {"by": "nobody", "on": "2026-11-22"},
        "sources": [{"id": "D3", "title": "Baclofen, systemic", "publisher": "", "date": "2015-05", "location": "d3.txt"}]})"},
      {"baclofen/interactions.json", R"({"schema": 1, "interactions": [
        {"id": "baclofen-maoi", "between": [{"ingredient": "baclofen"}, {"class": "maoi"}],
         "severity": "major", "effects": ["cns-depression"], "management": "Take care.",
         "evidence": [{"source": "D3", "section": "Interactions", "severity": "moderate", "states": "Care."}]}]})"},
      {"baclofen/precautions.json", R"({"schema": 1, "precautions": [
        {"id": "baclofen-renal-impairment", "of": {"ingredient": "baclofen"}, "kind": "condition",
         "conditions": ["renal-impairment"], "severity": "major", "effects": [], "mechanism": "Kidneys.", "management": "Reduce.",
         "evidence": [{"source": "D3", "section": "Kidneys", "states": "Care."}]},
        {"id": "baclofen-glucose", "of": {"ingredient": "baclofen"}, "kind": "laboratory", "severity": "minor",
         "effects": [], "management": "Know.", "evidence": [{"source": "D3", "section": "Tests", "states": "May rise."}]}]})"},
      {"baclofen/examples.json", R"({"schema": 1, "examples": [
        {"description": "an MAO inhibitor", "question": {"medications": ["Lioresal", "phenelzine"]},
         "expect": {"interactions": [{"rules": {"baclofen-maoi": "major"}, "medications": [0, 1]}]}},
        {"description": "two that do not interact", "question": {"medications": ["selegiline", "phenelzine"]}, "expect": {}},
        {"description": "the kidneys", "question": {"medications": ["baclofen"], "patient": {"conditions": ["kidney disease"]}},
         "expect": {"precautions": [{"rules": {"baclofen-renal-impairment": "major"}, "medications": [0]}]}}]})"},
  };
}

/// Texts of medications, and of conditions: enough for examples.
inline Question read_small_question(const JsonNode& node) {
  Question question;
  for (const std::string& text : node.required_strings("medications", Repeats::allowed))
    question.medications.emplace_back().text = text;
  if (const auto patient = node.optional_object("patient")) {
    question.patient.emplace();
    for (const JsonNode& condition : patient->optional_array("conditions"))
      question.patient->conditions.emplace_back().text = condition.as_string();
  }
  return question;
}

}  // namespace crosscheck
