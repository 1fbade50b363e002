// The words that rules and orders are written in.
#pragma once

#include <string>
#include <vector>

#include "knowledge/evidence.h"

namespace crosscheck {

/// An active substance (RxNorm: IN).
struct Ingredient {
  std::string key;   ///< Kebab case, never reused: "insulin-glargine".
  std::string name;  ///< As a clinician writes it: "insulin glargine".
  std::vector<std::string>
      rxnorm;                    ///< RxCUIs of the substance and its salts, best first.
  std::vector<std::string> atc;  ///< Full WHO ATC codes (seven characters).
  std::vector<std::string> synonyms;
  std::vector<std::string> snomed = {};  ///< SNOMED CT concept ids.
};

/// What is sold under a name: a brand, a combination, or both.
struct Product {
  std::vector<std::string> ingredients;  ///< Ingredient keys, at least one.
  std::vector<std::string> brands;       ///< May be empty: a combination without a brand.
  std::vector<std::string> rxnorm;       ///< RxCUIs of products and brand names.
  std::string route;  ///< Route key where the product has only one; else empty.
  std::vector<std::string> ndc = {};     ///< Labeler and product: "00002-1433".
  std::vector<std::string> snomed = {};  ///< SNOMED CT concept ids.
};

/// A short form that is known to be read in more than one way: "MS".
struct Abbreviation {
  std::string text;
  std::vector<std::string> ingredients;  ///< Keys; each is one of its meanings.
};

/// A named set of ingredients; it may contain other classes.
struct DrugClass {
  std::string key;
  std::string name;                   ///< Plural, as in a sentence: "opioids".
  std::vector<std::string> contains;  ///< Class keys.
  std::vector<std::string> members;   ///< Ingredient keys.
  /// Whether two of its members in one list are a therapeutic duplication.
  bool duplication = false;
};

struct ClinicalEffect {
  std::string key;
  std::string name;           ///< As it reads after "may cause": "CNS depression".
  std::string consumer = {};  ///< For the patient, in plain sentences; or "".
};

/// A state of the patient that precautions speak of.
struct Condition {
  std::string key;
  std::string name;
  std::vector<std::string> synonyms;
  std::vector<std::string> icd10;   ///< Code prefixes, dot included: "N18", "I69.3".
  std::vector<std::string> snomed;  ///< SNOMED CT concept ids, matched whole.
  /// Phrases with one of its names inside that mean something else: "heat stroke".
  std::vector<std::string> except = {};
};

/// A way into the body.
struct Route {
  std::string key;
  std::string name;
  std::vector<std::string> words;  ///< How orders write it: "po", "by mouth".
  bool local = false;  ///< Little of the drug reaches the blood: eye drops, creams.
};

/// Words of an order that name no drug.  A word here is passed over only where
/// no drug name claims it.
struct OrderWords {
  std::vector<std::string> salts;       ///< "hydrochloride", "hcl"
  std::vector<std::string> forms;       ///< "tablet", "extended release", "xr"
  std::vector<std::string> units;       ///< "mg", "units", "ml"
  std::vector<std::string> directions;  ///< "take", "daily", "prn", "for pain"
  std::vector<std::string> makers;      ///< "apo", "teva"
  /// Things that are no medication though a drug's name is in theirs: "alcohol
  /// swab".  An entry that is nothing else is not recognised.
  std::vector<std::string> supplies;
  /// What makes another product of a brand, by adding an ingredient: "PM", "DM".
  std::vector<std::string> qualifiers = {};
};

/// A folder of ingredients and products beside the rules' own terminology, most
/// often made from the files of a publisher.
struct TerminologyPack {
  std::string id;
  std::string version;
  std::string title;
  std::string licence;
  Source source;     ///< Without an id.
  std::string base;  ///< Digest of the terminology it was made against, or "".
};

struct Terminology {
  std::vector<Ingredient> ingredients;
  std::vector<Product> products;
  std::vector<Abbreviation> abbreviations = {};
  std::vector<DrugClass> classes;
  std::vector<ClinicalEffect> effects;
  std::vector<Condition> conditions;
  std::vector<Route> routes;
  OrderWords order_words;
  std::vector<std::vector<std::string>> look_alikes;  ///< Groups of confusable names.
  std::vector<TerminologyPack> packs;  ///< Their rows stand above, behind our own.
};

}  // namespace crosscheck
