#include "import_bench.h"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

extern char** environ;

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

class Files {
 public:
  explicit Files(const Terminology& terminology) : ingredients_(terminology.ingredients) {
    std::string name = (fs::temp_directory_path() / "import-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    root_ = name;
  }
  ~Files() { fs::remove_all(root_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  const fs::path& root() const { return root_; }

  void write_ndc(int rows) {
    std::ofstream file(root_ / "product.txt");
    file << "PRODUCTID\tPRODUCTNDC\tPRODUCTTYPENAME\tPROPRIETARYNAME\t"
            "PROPRIETARYNAMESUFFIX\tNONPROPRIETARYNAME\tDOSAGEFORMNAME\tROUTENAME\t"
            "STARTMARKETINGDATE\tENDMARKETINGDATE\tMARKETINGCATEGORYNAME\t"
            "APPLICATIONNUMBER\tLABELERNAME\tSUBSTANCENAME\tACTIVE_NUMERATOR_STRENGTH\t"
            "ACTIVE_INGRED_UNIT\tPHARM_CLASSES\tDEASCHEDULE\tNDC_EXCLUDE_FLAG\t"
            "LISTING_RECORD_CERTIFIED_THROUGH\n";
    for (int i = 0; i < rows; ++i) {
      const std::string code =
          std::to_string(10'000 + i / 1000) + "-" + std::to_string(1000 + i % 1000);
      std::string substances = substance();
      for (unsigned more = random_() % 4; more == 1; more = random_() % 2)
        substances += "; " + substance();
      file << code << "_3f2b9c1e-0000-4000-8000-000000000000\t" << code
           << "\tHUMAN PRESCRIPTION DRUG\t" << brand(i / 3) << "\t\t" << substances
           << "\tTABLET, FILM COATED\tORAL\t20200101\t\tANDA\tANDA012345\t"
              "A Pharmaceutical Company, Inc.\t"
           << substances
           << "\t10\tmg/1\tSome Established Pharmacologic Class [EPC],Another Class "
              "[MoA]\t\tN\t20271231\n";
    }
  }

  // A tenth of the ingredients is new; drugs come in several strengths, each with a
  // brand, and each relationship stands in both directions.
  void write_rxnorm(int drugs) {
    std::ofstream conso(root_ / "RXNCONSO.RRF"), rel(root_ / "RXNREL.RRF"),
        sat(root_ / "RXNSAT.RRF"), archive(root_ / "RXNATOMARCHIVE.RRF");
    const auto term = [&](int code, const char* type, const std::string& name) {
      conso << code << "|ENG||||||" << code << "0|" << code << "|" << code << "||RXNORM|"
            << type << "|" << code << "|" << name << "||N|4096|\n";
    };
    const auto relate = [&](int second, const char* relation, int first) {
      rel << first << "||CUI|RO|" << second << "||CUI|" << relation
          << "|||RXNORM|||||4096|\n";
    };
    constexpr int kBase = 3'000'000;
    const int substances = static_cast<int>(ingredients_.size()) * 11 / 10;
    for (int i = 0; i < substances; ++i)
      term(kBase + i, "IN",
           i < static_cast<int>(ingredients_.size())
               ? ingredients_[static_cast<std::size_t>(i)].name
               : "zq" + brand(i));
    int next = kBase + substances;
    for (int i = 0; i < drugs; ++i) {
      const int part = next++, drug = next++, sold = next++, name = next++;
      const int substance = kBase + static_cast<int>(random_() % unsigned(substances));
      term(part, "SCDC", "part"), term(drug, "SCD", "drug"), term(sold, "SBD", "sold");
      term(name, "BN", brand(i));
      relate(part, "has_ingredient", substance), relate(substance, "ingredient_of", part);
      relate(drug, "consists_of", part), relate(part, "constitutes", drug);
      relate(sold, "tradename_of", drug), relate(drug, "has_tradename", sold);
      relate(name, "tradename_of", substance), relate(substance, "has_tradename", name);
      for (int package = 0; package < 4; ++package) {
        const std::string ndc = std::to_string(100'000'000 + i * 2 + package / 2) + "0" +
                                std::to_string(package);
        sat << drug << "|||" << drug << "0|AUI|" << drug << "|||NDC|RXNORM|" << ndc
            << "|N|4096|\n"
            << drug << "|||" << drug << "0|AUI|" << drug
            << "|||RXN_AVAILABLE_STRENGTH|RXNORM|10 MG|N|4096|\n";
      }
      archive << "1||drug|2009-01-01|2008-01-01|2009-01-01|x||ENG|08AB|||"
              << 9'000'000 + i << "|RXNORM|SCD|" << drug << "|\n";
    }
  }

 private:
  std::string substance() {
    constexpr const char* kSalts[] = {"", "", " hydrochloride", " sodium", " maleate"};
    if (random_() % 20 == 0) return "zq" + brand(static_cast<int>(random_() % 500));
    return ingredients_[random_() % ingredients_.size()].name + kSalts[random_() % 5];
  }

  static std::string brand(int number) {
    std::string name = "Zy";
    for (int rest = number + 1000; rest > 0; rest /= 20)
      name += "bcdfghjklmnpqrstvwxz"[rest % 20] + std::string(1, "aeiou"[rest % 5]);
    return name;
  }

  const std::vector<Ingredient>& ingredients_;
  std::mt19937 random_{20261122};
  fs::path root_;
};

void time_import(const char* what, const Files& files, const char* format,
                 const fs::path& path) {
  std::vector<std::string> words{
      (fs::read_symlink("/proc/self/exe").parent_path() / "crosscheck").string(),
      "import",
      format,
      path.string(),
      "--rules",
      CROSSCHECK_SOURCE_DIR "/rules",
      "--out",
      (files.root() / "pack").string()};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const auto begun = std::chrono::steady_clock::now();
  pid_t child = 0;
  int status = 1;
  rusage used{};
  if (posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) == 0)
    wait4(child, &status, 0, &used);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
  if (status != 0)
    std::printf("%s: failed\n", what);
  else
    std::printf("%-46s %10.2f s, %ld MB at most\n", what, spent.count(),
                used.ru_maxrss / 1024);
}

}  // namespace

void time_imports(const Terminology& terminology) {
  Files files(terminology);
  std::fflush(stdout);
  constexpr int kProducts = 300'000, kDrugs = 75'000;
  files.write_ndc(kProducts);
  time_import("import 300,000 products of the NDC", files, "ndc",
              files.root() / "product.txt");
  files.write_rxnorm(kDrugs);
  time_import("import 300,000 concepts of RxNorm", files, "rxnorm", files.root());
}

}  // namespace crosscheck
