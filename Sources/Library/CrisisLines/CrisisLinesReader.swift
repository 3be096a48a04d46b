import FHIR

/// Reads the parts of a file of crisis lines; what a person may have to dial is never guessed.
struct CrisisLinesReader {
  let file: String

  func countries(
    in root: JSONNode
  ) throws(LibraryError) -> [String: CrisisLines.Country] {
    guard let members = root["countries"], members.kind == .object else {
      throw error("\"countries\" is missing; write it like {\"US\": {…}}", at: root)
    }
    var countries: [String: CrisisLines.Country] = [:]
    for member in members.children {
      let code = member.name ?? ""
      guard code.utf8.count == 2, code.utf8.allSatisfy({ 65...90 ~= $0 }) else {
        throw error("\"\(code)\" is no country; use its code of two capital letters", at: member)
      }
      guard countries[code] == nil else {
        throw error("the country \(code) is there twice; remove one", at: member)
      }
      countries[code] = try country(member)
    }
    return countries
  }

  private func country(_ node: JSONNode) throws(LibraryError) -> CrisisLines.Country {
    guard let emergency = node["emergency"] else {
      throw error("the country has no \"emergency\"; add the number to call", at: node)
    }
    guard let list = node["lines"], list.kind == .array else {
      throw error("the country has no list \"lines\"; write [] where there is none", at: node)
    }
    var lines: [HelpNumber] = []
    for element in list.children { lines.append(try number(element)) }
    return CrisisLines.Country(
      name: try text("name", of: node), emergency: try number(emergency), lines: lines)
  }

  private func number(_ node: JSONNode) throws(LibraryError) -> HelpNumber {
    var confirmed: PartialDate?
    if let member = node["confirmed"], member.kind != .null {
      guard let date = member.string.flatMap({ PartialDate($0) }) else {
        throw error("\"confirmed\" is no date; write it like \"2026-11-23\", or null", at: member)
      }
      confirmed = date
    }
    let number = try text("number", of: node)
    let words = try text("words", of: node)
    guard words.contains(number) else {
      throw error("the \"words\" do not hold the number \(number); correct one of them", at: node)
    }
    let audience = node["audience"] == nil ? nil : try text("audience", of: node)
    return HelpNumber(
      number: number, words: words, audience: audience,
      source: try text("source", of: node), confirmed: confirmed)
  }

  private func text(_ name: StaticString, of node: JSONNode) throws(LibraryError) -> String {
    guard let member = node[name] else {
      throw error("\"\(name)\" is missing; add it", at: node)
    }
    return try text(member)
  }

  /// Words that fit on a line: nothing that could hide or move what is shown.
  private func text(_ node: JSONNode) throws(LibraryError) -> String {
    guard let text = node.string, !text.allSatisfy(\.isWhitespace),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory.isPrintable })
    else {
      throw error("\"\(node.name ?? "")\" must be text of one line in quotes", at: node)
    }
    return text
  }

  private func error(_ wish: String, at node: JSONNode) -> LibraryError {
    LibraryError(.malformedCrisisLines(wish), file: file, position: node.position)
  }
}

extension Unicode.GeneralCategory {
  /// Whether characters of the category are seen and stay on their line.
  fileprivate var isPrintable: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
