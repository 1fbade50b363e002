#include "import/rxnorm_importer.h"

#include <algorithm>

#include "import/rxnorm_release.h"
#include "import/rxnorm_resolver.h"
#include "naming/folded_text.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

class Importer {
 public:
  Importer(const RxnormRelease& release, const KnownTerminology& known,
           TerminologyDraft& draft, ImportSummary& summary)
      : release_(release),
        known_(known),
        draft_(draft),
        summary_(summary),
        resolver_(release, known, draft, summary) {}

  void add_all() {
    for (const RxnormConcept& found : release_.concepts) add_concept(found);
    for (auto retired = release_.merged.begin(); retired != release_.merged.end();
         ++retired) {
      const bool repeated = retired != release_.merged.begin() &&
                            std::prev(retired)->first == retired->first;
      if (!repeated && release_.find(retired->first) == nullptr)
        add_code(CodeSystem::rxnorm, retired->first, retired->first, "retired RxCUIs");
    }
    for (const auto& [code, rxcui] : release_.ndc)
      add_code(CodeSystem::ndc, code, rxcui, "NDCs");
    for (const auto& [code, rxcui] : release_.snomed) {
      if (release_.find(rxcui) != nullptr)
        add_code(CodeSystem::snomed, code, rxcui, "SNOMED CT ids");
    }
  }

 private:
  void add_concept(const RxnormConcept& found) {
    const IngredientSet* ingredients = resolver_.find(found.rxcui);
    if (ingredients == nullptr) {
      if (found.type != TermType::in) summary_.add(unresolved("RxCUIs"));
      return;
    }
    const auto row = draft_.row(*ingredients, "");
    if (!is_new_ingredient(found, *ingredients))
      draft_.add_code(CodeSystem::rxnorm, found.rxcui, row);
    if (found.type == TermType::bn && found.current) add_brand(found.name, row);
  }

  // The code of a new ingredient stands in the row of the ingredient itself.
  bool is_new_ingredient(const RxnormConcept& found,
                         const IngredientSet& ingredients) const {
    return found.type == TermType::in &&
           ingredients.front().position >= known_.knowledge().ingredient_count();
  }

  void add_brand(const std::string& name, TerminologyDraft::Row row) {
    constexpr std::size_t kFewestLetters = 3;
    const bool sure = is_name(name) &&
                      FoldedText(name).joined().size() >= kFewestLetters &&
                      !known_.is_order_word(name) && !known_.is_ingredient_name(name) &&
                      !resolver_.is_new_ingredient_name(name);
    if (sure)
      draft_.add_brand(name, row);
    else
      summary_.add("names left out: an ingredient's, or a word of orders");
  }

  void add_code(CodeSystem system, std::uint64_t code, Rxcui rxcui,
                const std::string& what) {
    if (const IngredientSet* ingredients = resolver_.find(rxcui))
      draft_.add_code(system, code, draft_.row(*ingredients, ""));
    else
      summary_.add(unresolved(what));
  }

  static std::string unresolved(const std::string& what) {
    return what + " left out: they do not come down to known ingredients";
  }

  const RxnormRelease& release_;
  const KnownTerminology& known_;
  TerminologyDraft& draft_;
  ImportSummary& summary_;
  RxnormResolver resolver_;
};

}  // namespace

void import_rxnorm(const std::filesystem::path& directory, const KnownTerminology& known,
                   TerminologyDraft& draft, ImportSummary& summary, Problems& problems) {
  const RxnormRelease release = read_rxnorm_release(directory, summary, problems);
  if (!problems.empty()) return;
  Importer(release, known, draft, summary).add_all();
  draft.settle(TerminologyDraft::SharedBrands::kept, summary);
}

}  // namespace crosscheck
