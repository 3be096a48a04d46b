import Mustache

/// Text as it stands in a page or in an attribute, whatever an answer holds.
///
/// The library's own escaping goes by what a reader takes for one character, and leaves a quotation
/// mark alone that a combining mark follows; this one goes by code points.
struct PageText: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "PAGE"

  /// Makes it known to templates, once.
  static let isRegistered: Bool = {
    MustacheContentTypes.register(PageText(), named: name)
    return true
  }()

  func escapeText(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in PrintableText(text).line.unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
