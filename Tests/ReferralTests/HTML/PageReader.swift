import Foundation
import Testing

/// Reads a page of ours strictly: what is not among a few plain tags and attributes is a fault.
struct PageReader {
  private(set) var faults: [String] = []
  /// The words of the page, without tags, with character references as characters.
  private(set) var text = ""

  private static let empty: Set<String> = ["meta", "rect", "path", "br"]
  private static let tags: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "table", "thead", "tbody", "tr", "td", "th",
    "header", "h1", "h2", "h3", "span", "p", "dl", "dt", "dd", "section", "div", "strong", "a",
    "ul", "li", "figure", "figcaption", "svg", "rect", "path", "text", "details", "summary",
  ]
  private static let attributes: Set<String> = [
    "lang", "charset", "name", "content", "http-equiv", "class", "role", "href", "id", "scope",
    "viewBox", "width", "height", "aria-label", "x", "y", "text-anchor", "transform", "d",
  ]

  init(_ page: String) {
    var rest = Substring(page)
    guard rest.hasPrefix("<!DOCTYPE html>\n") else {
      faults.append("no doctype")
      return
    }
    rest.removeFirst("<!DOCTYPE html>\n".count)
    var open: [String] = []
    while let start = rest.unicodeScalars.firstIndex(of: "<") {
      addText(rest[..<start])
      guard let end = rest[start...].unicodeScalars.firstIndex(of: ">") else {
        faults.append("a tag without end")
        return
      }
      let tag = String(rest[rest.unicodeScalars.index(after: start)..<end])
      rest = rest[rest.unicodeScalars.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.popLast() != name { faults.append("</\(name)> closes nothing") }
        continue
      }
      let name = read(tag)
      if !Self.empty.contains(name) { open.append(name) }
      if name == "style", let end = rest.range(of: "</style>") {
        readStyle(rest[..<end.lowerBound])
        rest = rest[end.lowerBound...]
      }
    }
    addText(rest)
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  private mutating func read(_ tag: String) -> String {
    let name = String(tag.prefix { $0.isLetter || $0.isNumber })
    if !Self.tags.contains(name) { faults.append("<\(tag)>") }
    var rest = tag.dropFirst(name.count)
    if rest.hasSuffix("/") { rest.removeLast() }
    while !rest.allSatisfy({ $0 == " " }) {
      rest = rest.drop { $0 == " " }
      guard let equals = rest.range(of: "=\"") else {
        faults.append("an attribute without a value in <\(tag)>")
        break
      }
      let attribute = String(rest[..<equals.lowerBound])
      let value = rest[equals.upperBound...]
      guard let end = value.unicodeScalars.firstIndex(of: "\"") else {
        faults.append("an attribute without end in <\(tag)>")
        break
      }
      if !Self.attributes.contains(attribute) { faults.append("\(attribute) in <\(tag)>") }
      if attribute == "href", !value.hasPrefix("#") { faults.append("a link out: \(value)") }
      rest = value[value.unicodeScalars.index(after: end)...]
    }
    return name
  }

  private mutating func readStyle(_ style: Substring) {
    for word in ["url(", "@import", "expression", "<"] where style.contains(word) {
      faults.append("the style holds \(word)")
    }
  }

  private mutating func addText(_ piece: Substring) {
    var decoded = String(piece)
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#160;", "\u{A0}"),
      ("&amp;", "&"),
    ] {
      // Code point by code point: a combining mark may follow.
      decoded = decoded.replacingOccurrences(of: reference, with: character, options: .literal)
    }
    text += decoded
  }
}
