// Writes the small set of rules to a directory, for tests that drive the program
// from outside: write_sound_rules DIRECTORY
#include <filesystem>
#include <fstream>

#include "pack/sound_rules.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path root = argv[1];
  for (const auto& [path, content] : crosscheck::sound_rules()) {
    std::filesystem::create_directories((root / path).parent_path());
    std::ofstream file(root / path, std::ios::binary);
    if (!(file << content).flush()) return 2;
  }
}
