// Amounts a day in one unit.
#pragma once

#include <optional>

#include "check/question.h"

namespace crosscheck {

/// `dose` in milligrams; none where its unit is no unit of mass ("drops").
std::optional<double> milligrams_a_day(const DailyDose& dose);

/// "90 mg a day", without trailing zeros.
std::string spell_dose(double milligrams);

}  // namespace crosscheck
