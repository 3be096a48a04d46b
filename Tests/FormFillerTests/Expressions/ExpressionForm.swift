import FHIR
import Testing

@testable import FormFiller

/// A small form with expressions, written short.
enum ExpressionForm {
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  static let core = "http://hl7.org/fhir/StructureDefinition/"

  /// An extension that holds an expression.
  static func expression(_ url: String, _ text: String, name: String? = nil) -> String {
    let named = name.map { #""name":"\#($0)","# } ?? ""
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return
      #"{"url":"\#(url)","valueExpression":{\#(named)"language":"text/fhirpath","expression":"\#(escaped)"}}"#
  }

  static func calculated(_ text: String) -> String {
    expression(sdc + "calculatedExpression", text)
  }

  static func enableWhen(_ text: String) -> String {
    expression(sdc + "enableWhenExpression", text)
  }

  static func variable(_ name: String, _ text: String) -> String {
    expression(core + "variable", text, name: name)
  }

  static func constraint(_ key: String, _ text: String, severity: String = "error") -> String {
    #"{"url":"\#(core)targetConstraint","extension":[{"url":"key","valueId":"\#(key)"},"#
      + #"{"url":"severity","valueCode":"\#(severity)"},{"url":"human","valueString":"\#(key)!"},"#
      + #"{"url":"expression","valueExpression":{"language":"text/fhirpath","expression":"\#(text)"}}]}"#
  }

  /// An item; `members` follow its linkId and type.
  static func item(
    _ linkId: String, _ type: String, _ extensions: [String] = [], _ members: String = "",
    items: [String] = []
  ) -> String {
    var text = #"{"linkId":"\#(linkId)","type":"\#(type)""#
    if !extensions.isEmpty { text += #","extension":[\#(extensions.joined(separator: ","))]"# }
    if !members.isEmpty { text += "," + members }
    if !items.isEmpty { text += #","item":[\#(items.joined(separator: ","))]"# }
    return text + "}"
  }

  static func form(
    _ items: [String], extensions: [String] = [], members: String = ""
  ) throws -> Form {
    let start = members.isEmpty ? "" : members + ","
    let text =
      #"{"resourceType":"Questionnaire","status":"active","url":"urn:form",\#(start)"#
      + #""extension":[\#(extensions.joined(separator: ","))],"#
      + #""item":[\#(items.joined(separator: ","))]}"#
    let fixed = text.replacing(#""extension":[],"#, with: "")
    return Form(try #require(Questionnaire(JSONDocument(fixed).root))) { _ in [] }
  }
}

extension Response {
  static let noon = PartialDateTime("2026-03-27T12:00:00Z")

  /// Answers the first, or the given, instance of a question.
  mutating func answer(_ linkId: String, _ values: AnswerValue..., instance: Int = 0) throws {
    let node = try #require(nodes(linkId: linkId).dropFirst(instance).first)
    let time = try #require(Self.noon)
    try apply(Change(.set(values), at: path(to: node), by: .patient, time: time))
  }

  mutating func change(
    _ action: Change.Action, _ linkId: String, instance: Int = 0,
    by author: Change.Author = .patient
  ) throws {
    let node = try #require(nodes(linkId: linkId).dropFirst(instance).first)
    let time = try #require(Self.noon)
    try apply(Change(action, at: path(to: node), by: author, time: time))
  }

  /// Removes a row of a repeating group by its place.
  mutating func removeRow(_ place: Int, of linkId: String) throws {
    let node = try #require(nodes(linkId: linkId).first)
    let row = rows(of: node)[place]
    let time = try #require(Self.noon)
    try apply(Change(.removeRow, at: path(toRow: row, of: node), by: .patient, time: time))
  }

  /// The values of an item in all its places, as text.
  func values(_ linkId: String) -> [String] {
    nodes(linkId: linkId).flatMap { answers(of: $0).map(\.value.plainText) }
  }

  /// Whether an item is asked, in all its places.
  func enabled(_ linkId: String) -> [Bool] { nodes(linkId: linkId).map { isEnabled($0) } }
}
