#include "import/rxnorm_release.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "import/delimited_file.h"
#include "json/json_writer.h"
#include "json/utf8.h"
#include "naming/national_drug_code.h"

namespace crosscheck {
namespace {

constexpr char kDelimiter = '|';
constexpr std::string_view kRxnorm = "RXNORM";

template <typename Number>
std::optional<Number> number(std::string_view digits) {
  Number value = 0;
  const char* end = digits.data() + digits.size();
  const auto [last, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || last != end || value == 0) return std::nullopt;
  return value;
}

// The RxCUI in a field; reports what is none.
std::optional<Rxcui> rxcui_in(DelimitedFile& file, std::size_t field) {
  const auto rxcui = number<Rxcui>(file[field]);
  if (!rxcui) file.report("expected an RxCUI; found " + json_quoted(file[field]));
  return rxcui;
}

class Reader {
 public:
  Reader(std::filesystem::path directory, ImportSummary& summary, Problems& problems)
      : directory_(std::move(directory)), summary_(summary), problems_(problems) {}

  RxnormRelease read() {
    read_concepts();
    read_relationships();
    if (is_there("RXNSAT.RRF")) read_attributes();
    if (is_there("RXNATOMARCHIVE.RRF")) read_archive();
    return std::move(release_);
  }

 private:
  bool is_there(const char* name) {
    std::error_code error;
    if (std::filesystem::exists(directory_ / name, error)) return true;
    summary_.note(std::string(name) + " is not there: its codes are left out");
    return false;
  }

  DelimitedFile open(const char* name) {
    return DelimitedFile(directory_ / name, kDelimiter, problems_);
  }

  void read_concepts() {
    constexpr std::size_t kRxcui = 0, kSource = 11, kType = 12, kCode = 13, kName = 14,
                          kSuppress = 16, kColumns = 18;
    DelimitedFile file = open("RXNCONSO.RRF");
    while (file.next()) {
      if (!file.has_fields(kColumns)) continue;
      summary_.add("rows read: RXNCONSO.RRF");
      const bool current = file[kSuppress] == "N";
      if (file[kSource] == kRxnorm)
        read_concept(file, kRxcui, kType, kName, current);
      else if (file[kSource] == "SNOMEDCT_US" && current)
        read_snomed(file, kRxcui, kCode);
    }
    // Of one concept the current term counts, then the first of the file.
    std::stable_sort(release_.concepts.begin(), release_.concepts.end(),
                     [](const auto& x, const auto& y) {
                       return std::make_pair(x.rxcui, !x.current) <
                              std::make_pair(y.rxcui, !y.current);
                     });
    const auto last =
        std::unique(release_.concepts.begin(), release_.concepts.end(),
                    [](const auto& x, const auto& y) { return x.rxcui == y.rxcui; });
    release_.concepts.erase(last, release_.concepts.end());
  }

  void read_concept(DelimitedFile& file, std::size_t rxcui_field, std::size_t type_field,
                    std::size_t name_field, bool current) {
    const auto type = find_term_type(file[type_field]);
    if (!type) return;
    const auto rxcui = rxcui_in(file, rxcui_field);
    if (!rxcui) return;
    const bool named = type == TermType::in || (type == TermType::bn && current);
    const std::string_view name = trimmed(file[name_field]);
    if (named && (name.empty() || find_invalid_utf8(name) != std::string_view::npos)) {
      file.report("expected a name in UTF-8; found " + json_quoted(name));
      return;
    }
    release_.concepts.push_back(
        {*rxcui, *type, current, std::string(named ? name : std::string_view())});
  }

  void read_snomed(DelimitedFile& file, std::size_t rxcui_field, std::size_t code_field) {
    const auto code = number<std::uint64_t>(file[code_field]);
    const auto rxcui = rxcui_in(file, rxcui_field);
    if (rxcui && !code)
      file.report("expected a SNOMED CT concept id; found " +
                  json_quoted(file[code_field]));
    if (rxcui && code) release_.snomed.push_back({*code, *rxcui});
  }

  void read_relationships() {
    constexpr std::size_t kFirst = 0, kSecond = 4, kRelation = 7, kSource = 10,
                          kColumns = 16;
    DelimitedFile file = open("RXNREL.RRF");
    while (file.next()) {
      if (!file.has_fields(kColumns)) continue;
      summary_.add("rows read: RXNREL.RRF");
      // Rows without RxCUIs are about atoms, the names of one source.
      if (file[kSource] != kRxnorm || file[kFirst].empty() || file[kSecond].empty())
        continue;
      const auto relation = find_relation(file[kRelation]);
      if (!relation) continue;
      const auto first = rxcui_in(file, kFirst), second = rxcui_in(file, kSecond);
      if (!first || !second) continue;
      const auto [from, to] = relation->backwards ? std::make_pair(*first, *second)
                                                  : std::make_pair(*second, *first);
      release_.relationships.push_back({from, relation->relation, to});
    }
    auto& all = release_.relationships;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  void read_attributes() {
    constexpr std::size_t kRxcui = 0, kName = 8, kSource = 9, kValue = 10, kSuppress = 11,
                          kColumns = 13;
    DelimitedFile file = open("RXNSAT.RRF");
    while (file.next()) {
      if (!file.has_fields(kColumns)) continue;
      summary_.add("rows read: RXNSAT.RRF");
      if (file[kName] != "NDC" || file[kSource] != kRxnorm || file[kSuppress] != "N")
        continue;
      const auto rxcui = rxcui_in(file, kRxcui);
      const auto products = read_ndc(file[kValue]);
      if (products.size() != 1)
        file.report("expected an NDC of eleven digits; found " +
                    json_quoted(file[kValue]));
      else if (rxcui)
        release_.ndc.push_back({products.front().number, *rxcui});
    }
  }

  void read_archive() {
    constexpr std::size_t kRxcui = 12, kSource = 13, kMergedTo = 15, kColumns = 16;
    DelimitedFile file = open("RXNATOMARCHIVE.RRF");
    while (file.next()) {
      if (!file.has_fields(kColumns)) continue;
      summary_.add("rows read: RXNATOMARCHIVE.RRF");
      if (file[kSource] != kRxnorm || file[kMergedTo].empty() ||
          file[kMergedTo] == file[kRxcui])
        continue;
      const auto rxcui = rxcui_in(file, kRxcui), merged_to = rxcui_in(file, kMergedTo);
      if (rxcui && merged_to) release_.merged.emplace_back(*rxcui, *merged_to);
    }
    auto& all = release_.merged;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  const std::filesystem::path directory_;
  ImportSummary& summary_;
  Problems& problems_;
  RxnormRelease release_;
};

}  // namespace

const RxnormConcept* RxnormRelease::find(Rxcui rxcui) const {
  const auto found = std::lower_bound(concepts.begin(), concepts.end(), rxcui,
                                      [](const RxnormConcept& concept_, Rxcui wanted) {
                                        return concept_.rxcui < wanted;
                                      });
  return found != concepts.end() && found->rxcui == rxcui ? &*found : nullptr;
}

RxnormRelease read_rxnorm_release(const std::filesystem::path& directory,
                                  ImportSummary& summary, Problems& problems) {
  std::error_code error;
  const bool inside = !std::filesystem::exists(directory / "RXNCONSO.RRF", error) &&
                      std::filesystem::exists(directory / "rrf" / "RXNCONSO.RRF", error);
  return Reader(inside ? directory / "rrf" : directory, summary, problems).read();
}

}  // namespace crosscheck
