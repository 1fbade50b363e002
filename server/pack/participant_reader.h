// Reads one side of an interaction, or the subject of a precaution.
#pragma once

#include <set>
#include <string>

#include "json/json_node.h"
#include "knowledge/participant.h"
#include "pack/vocabulary.h"

namespace crosscheck {

Participant read_participant(const JsonNode& node, const Vocabulary& vocabulary);

/// Keys of the ingredients that `participant` speaks of; none where its key is
/// not known.
std::set<std::string> ingredients_of(const Participant& participant,
                                     const Vocabulary& vocabulary);

/// The same text for the same participant, however it is written:
/// "class maoi -selegiline @oral".
std::string spell(Participant participant);

}  // namespace crosscheck
