#include "import/ndc_importer.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "import/brand_filter.h"
#include "import/delimited_file.h"
#include "import/header_row.h"
#include "import/substance_reader.h"
#include "import/windows_1252.h"
#include "json/json_writer.h"
#include "naming/national_drug_code.h"

namespace crosscheck {
namespace {

struct Columns {
  std::size_t ndc = 0, proprietary = 0, nonproprietary = 0, substances = 0;
  std::optional<std::size_t> type, route, excluded;
};

std::optional<Columns> find_columns(const HeaderRow& header) {
  const auto ndc = header.required("PRODUCTNDC");
  const auto proprietary = header.required("PROPRIETARYNAME");
  const auto nonproprietary = header.required("NONPROPRIETARYNAME");
  const auto substances = header.required("SUBSTANCENAME");
  if (!ndc || !proprietary || !nonproprietary || !substances) return std::nullopt;
  return Columns{*ndc,
                 *proprietary,
                 *nonproprietary,
                 *substances,
                 header.find("PRODUCTTYPENAME"),
                 header.find("ROUTENAME"),
                 header.find("NDC_EXCLUDE_FLAG")};
}

class Importer {
 public:
  Importer(DelimitedFile& file, const Columns& columns, const KnownTerminology& known,
           TerminologyDraft& draft, ImportSummary& summary)
      : file_(file),
        columns_(columns),
        known_(known),
        draft_(draft),
        summary_(summary),
        substances_(known, summary),
        brands_(known) {}

  void read_row() {
    summary_.add("rows read");
    const auto readings = read_ndc(file_[columns_.ndc]);
    const bool has_dash = file_[columns_.ndc].find('-') != std::string_view::npos;
    if (readings.size() != 1 || !has_dash) {
      file_.report("expected a product code such as \"0002-1433\"; found " +
                   json_quoted(to_utf8(file_[columns_.ndc])));
      return;
    }
    if (const auto flag = optional(columns_.excluded); !flag.empty() && flag != "N") {
      summary_.add("rows left out: the FDA has excluded the listing");
      return;
    }
    const IngredientSet& ingredients =
        substances_.read(file_[columns_.substances], file_[columns_.nonproprietary]);
    const auto row = draft_.row(ingredients, route_of(optional(columns_.route)));
    add_brand(row);  // also of what is not understood: then the name is not sure
    if (ingredients.empty()) return;
    summary_.add("rows understood");
    draft_.add_code(CodeSystem::ndc, readings.front().number, row);
  }

 private:
  std::string_view optional(std::optional<std::size_t> column) const {
    return column ? file_[*column] : std::string_view();
  }

  // Several routes stand between semicolons: then none is known.
  const std::string& route_of(std::string_view written) {
    const auto [known, is_new] = routes_.try_emplace(std::string(written));
    if (is_new && written.find(';') == std::string_view::npos)
      known->second = known_.route_named(written);
    return known->second;
  }

  void add_brand(TerminologyDraft::Row row) {
    constexpr std::string_view kPrescription = "HUMAN PRESCRIPTION DRUG";
    const auto type = optional(columns_.type);
    const auto words = type.empty() || type == kPrescription ? BrandFilter::Words::any
                                                             : BrandFilter::Words::one;
    const std::string& name = brands_.brand(file_[columns_.proprietary], words);
    if (!name.empty()) draft_.add_brand(name, row);
  }

  DelimitedFile& file_;
  const Columns columns_;
  const KnownTerminology& known_;
  TerminologyDraft& draft_;
  ImportSummary& summary_;
  SubstanceReader substances_;
  BrandFilter brands_;
  std::unordered_map<std::string, std::string> routes_;
};

}  // namespace

void import_ndc(const std::filesystem::path& file, const KnownTerminology& known,
                TerminologyDraft& draft, ImportSummary& summary, Problems& problems) {
  DelimitedFile rows(file, '\t', problems);
  const std::size_t faults = problems.size();
  if (!rows.next()) {
    if (problems.size() == faults && faults == 0)
      problems.push_back(
          {file.filename().string(), "", "expected a header row; found nothing"});
    return;
  }
  HeaderRow header(rows);
  const auto columns = find_columns(header);
  if (!columns) return;
  Importer importer(rows, *columns, known, draft, summary);
  while (rows.next()) {
    if (rows.has_fields(header.size())) importer.read_row();
  }
  draft.settle(TerminologyDraft::SharedBrands::left_out, summary);
}

}  // namespace crosscheck
