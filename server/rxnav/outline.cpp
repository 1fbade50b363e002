#include "rxnav/outline.h"

#include "rxnav/json_outline.h"
#include "rxnav/xml_outline.h"

namespace crosscheck {

std::string write_outline(RxnavFormat format, std::string_view root,
                          const std::function<void(Outline&)>& write) {
  constexpr std::size_t kUsualSize = 8192;
  std::string out;
  out.reserve(kUsualSize);
  if (format == RxnavFormat::json) {
    JsonOutline json(out);
    write(json);
    json.finish();
  } else {
    XmlOutline xml(root, out);
    write(xml);
    xml.finish();
  }
  return out;
}

}  // namespace crosscheck
