// crosscheck import: the files of a publisher → a terminology pack.
#include <iostream>

#include "commands.h"
#include "import/folder_writer.h"
#include "import/known_terminology.h"
#include "import/ndc_importer.h"
#include "import/rxnorm_importer.h"
#include "import/terminology_pack_writer.h"
#include "pack/terminology_loader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostShown = 100;

int fail(const Problems& problems) {
  for (std::size_t i = 0; i < std::min(kMostShown, problems.size()); ++i)
    std::cerr << to_string(problems[i]) << "\n";
  if (problems.size() > kMostShown)
    std::cerr << "and " << problems.size() - kMostShown << " more\n";
  std::cerr << problems.size() << " problem" << (problems.size() == 1 ? "" : "s")
            << ": nothing was written\n";
  return kFailed;
}

// "2026-03-02" → "2026.3.2"
std::string version_of(const std::string& date) {
  if (date.empty()) return "1.0.0";
  return date.substr(0, 4) + "." + std::to_string(std::stoi(date.substr(5, 2))) + "." +
         std::to_string(std::stoi(date.substr(8, 2)));
}

std::string id_of(const fs::path& folder, const std::string& format) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  const std::string name =
      (whole.has_filename() ? whole : whole.parent_path()).filename().string();
  return is_kebab_case(name) ? name : format;
}

bool has_snomed(const TerminologyDraft& draft) {
  for (const DraftProduct& product : draft.products()) {
    if (product.codes.contains(CodeSystem::snomed)) return true;
  }
  return false;
}

Origin origin_of(const Config& config, const TerminologyDraft& draft) {
  if (config.format == "ndc")
    return {"ndc",
            "National Drug Code Directory of the US Food and Drug Administration; a work "
            "of the US government, free to use."};
  std::string sentence =
      "RxNorm of the US National Library of Medicine, its own codes and names; a work of "
      "the US government, free to use.";
  if (has_snomed(draft))
    sentence += " The SNOMED CT ids are for those who hold a licence for SNOMED CT.";
  return {"rxnorm", sentence};
}

TerminologyPack head_of(const Config& config, const Origin& origin,
                        const std::string& base) {
  TerminologyPack head;
  head.id = id_of(config.out, config.format);
  head.version = version_of(config.date);
  head.licence = origin.sentence;
  head.base = base;
  if (config.format == "ndc") {
    head.title = "Products of the National Drug Code Directory";
    head.source = {"", "National Drug Code Directory, product.txt",
                   "US Food and Drug Administration", config.date,
                   "https://www.accessdata.fda.gov/cder/ndctext.zip"};
  } else {
    head.title = "Ingredients, brands and products of RxNorm";
    head.source = {"", "RxNorm", "US National Library of Medicine", config.date,
                   "https://www.nlm.nih.gov/research/umls/rxnorm/docs/rxnormfiles.html"};
  }
  return head;
}

}  // namespace

int run_import(const Config& config) {
  Problems problems;
  if (!config.date.empty() && !is_date(config.date))
    problems.push_back(
        {"command line", "--date", std::string("expected ") + kDateForm.data()});
  may_replace(config.out, problems);
  if (!problems.empty()) return fail(problems);
  auto loaded = load_terminology(config.rules, config.out, problems);
  if (!loaded) return fail(problems);

  const KnownTerminology known(std::move(loaded->terminology));
  TerminologyDraft draft(known);
  ImportSummary summary;
  for (const std::string& folder : loaded->left_out)
    summary.note(folder + " is not looked at: it has a fault, or rests on " + config.out);
  const auto import = config.format == "ndc" ? import_ndc : import_rxnorm;
  import(config.path, known, draft, summary, problems);
  if (!problems.empty()) return fail(problems);

  const Origin origin = origin_of(config, draft);
  const auto files =
      write_terminology_pack(head_of(config, origin, loaded->digest), origin, draft);
  if (!write_folder(config.out, files, problems)) return fail(problems);
  std::cout << summary.to_text() << "written: " << config.out << "\n";
  return 0;
}

}  // namespace crosscheck
