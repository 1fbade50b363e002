// Rules on disk, and official files beside them, for the tests of imports.
#pragma once

#include <doctest/doctest.h>

#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "commands.h"
#include "config.h"
#include "pack/rules_fixture.h"

namespace crosscheck {

/// A row of RXNCONSO.RRF.
inline std::string conso(const std::string& rxcui, const std::string& type,
                         const std::string& name, const std::string& suppress = "N",
                         const std::string& source = "RXNORM",
                         const std::string& code = "") {
  return rxcui + "|ENG||||||" + rxcui + "1|" + rxcui + "|" + rxcui + "||" + source + "|" +
         type + "|" + (code.empty() ? rxcui : code) + "|" + name + "||" + suppress +
         "|4096|\n";
}

/// A row of RXNREL.RRF that says: `second` `relation` `first`.
inline std::string rel(const std::string& second, const std::string& relation,
                       const std::string& first, const std::string& source = "RXNORM") {
  return first + "||CUI|RO|" + second + "||CUI|" + relation + "|||" + source +
         "|||||4096|\n";
}

/// A row of RXNSAT.RRF.
inline std::string sat(const std::string& rxcui, const std::string& name,
                       const std::string& value, const std::string& source = "RXNORM",
                       const std::string& suppress = "N") {
  return rxcui + "|||" + rxcui + "1|AUI|" + rxcui + "|||" + name + "|" + source + "|" +
         value + "|" + suppress + "|4096|\n";
}

/// A row of RXNATOMARCHIVE.RRF.
inline std::string archived(const std::string& rxcui, const std::string& merged_to,
                            const std::string& source = "RXNORM") {
  return "9" + rxcui + "||name|2009-01-01|2008-01-01|2009-01-01|" + rxcui +
         "||ENG|08AB_081103F|||" + rxcui + "|" + source + "|SCD|" + merged_to + "|\n";
}

/// The header of product.txt.
inline const char* const kNdcHeader =
    "PRODUCTID\tPRODUCTNDC\tPRODUCTTYPENAME\tPROPRIETARYNAME\tPROPRIETARYNAMESUFFIX\t"
    "NONPROPRIETARYNAME\tDOSAGEFORMNAME\tROUTENAME\tSTARTMARKETINGDATE\t"
    "ENDMARKETINGDATE\tMARKETINGCATEGORYNAME\tAPPLICATIONNUMBER\tLABELERNAME\t"
    "SUBSTANCENAME\tACTIVE_NUMERATOR_STRENGTH\tACTIVE_INGRED_UNIT\tPHARM_CLASSES\t"
    "DEASCHEDULE\tNDC_EXCLUDE_FLAG\tLISTING_RECORD_CERTIFIED_THROUGH\r\n";

struct NdcRow {
  std::string ndc;
  std::string name;
  std::string generic;
  std::string substances;
  std::string route = "ORAL";
  std::string type = "HUMAN PRESCRIPTION DRUG";
  std::string flag = "N";

  std::string to_text() const {
    return ndc + "_x\t" + ndc + "\t" + type + "\t" + name + "\t\t" + generic +
           "\tTABLET\t" + route + "\t20200101\t\tANDA\tANDA1\tA Maker\t" + substances +
           "\t10\tmg/1\t\t\t" + flag + "\t20271231\r\n";
  }
};

/// What one `crosscheck import` did.
struct ImportRun {
  int status = 0;
  std::string printed;
  std::string told;  ///< On standard error, without the root of the directory.
};

/// The sound rules, official files in a hidden folder, and the pack "imported".
class ImportOnDisk {
 public:
  const RulesOnDisk& rules() const { return rules_; }

  void write(const std::string& name, const std::string& content) const {
    rules_.write(".files/" + name, content);
  }

  ImportRun run(const std::string& format, const std::string& path = "",
                const std::string& out_name = "imported") const {
    Config config;
    config.rules = rules_.root().string();
    config.format = format;
    config.path = (rules_.root() / ".files" / path).string();
    config.out = (rules_.root() / out_name).string();
    std::ostringstream printed, told;
    auto* const out = std::cout.rdbuf(printed.rdbuf());
    auto* const err = std::cerr.rdbuf(told.rdbuf());
    ImportRun run;
    run.status = run_import(config);
    std::cout.rdbuf(out);
    std::cerr.rdbuf(err);
    run.printed = without_root(printed.str());
    run.told = without_root(told.str());
    return run;
  }

  /// The records of a file of the pack, a line each; "" where there is no file.
  std::string records(const std::string& name) const {
    std::ifstream file(rules_.root() / "imported" / name);
    std::string all;
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("    {")) continue;
      if (line.ends_with(',')) line.pop_back();
      all += line.substr(4) + "\n";
    }
    return all;
  }

  bool has_pack() const { return std::filesystem::exists(rules_.root() / "imported"); }

 private:
  std::string without_root(std::string text) const {
    const std::string root = rules_.root().string() + "/";
    for (auto at = text.find(root); at != std::string::npos; at = text.find(root))
      text.erase(at, root.size());
    return text;
  }

  RulesOnDisk rules_;
};

}  // namespace crosscheck
