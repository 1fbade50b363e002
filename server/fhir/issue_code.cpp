#include "fhir/issue_code.h"

namespace crosscheck {

IssueCode issue_code(PrecautionKind kind) {
  switch (kind) {
    case PrecautionKind::condition:
      return {"COND", "Condition Alert"};
    case PrecautionKind::age:
      return {"AGE", "Age Alert"};
    case PrecautionKind::pregnancy:
      return {"PREG", "Pregnancy Alert"};
    case PrecautionKind::breastfeeding:
      return {"LACT", "Lactation Alert"};
    case PrecautionKind::allergy:
      return {"ALGY", "Allergy Alert"};
    case PrecautionKind::dose:
      return {"DOSEH", "High Dose Alert"};
    case PrecautionKind::route:
      return {"", "Route Alert"};
    case PrecautionKind::abrupt_stop:
      return {"", "Abrupt Stop Alert"};
    case PrecautionKind::laboratory:
      return {"", "Laboratory Information"};
    case PrecautionKind::activity:
      return {"", "Activity Information"};
  }
  return {"", "Alert"};
}

std::string_view issue_severity(Severity severity) {
  switch (severity) {
    case Severity::contraindicated:
    case Severity::major:
      return "high";
    case Severity::moderate:
      return "moderate";
    case Severity::minor:
      return "low";
  }
  return "high";
}

}  // namespace crosscheck
