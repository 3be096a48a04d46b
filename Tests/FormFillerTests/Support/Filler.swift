import FHIR
import Library
import Testing

@testable import FormFiller

/// Fills a form in a test, naming items by linkId.
struct Filler {
  let form: Form
  var response: Response

  /// Compiles a form of these items, which are the text of a JSON array, and begins to fill it.
  init(_ items: String, expandingValueSets expand: @escaping Terminology.Expansion = { _ in [] })
    throws
  {
    form = try Self.form(items, expandingValueSets: expand)
    response = Response(to: form)
  }

  /// Begins with what was answered before.
  init(_ response: Response) {
    form = response.form
    self.response = response
  }

  static func form(
    _ items: String, expandingValueSets expand: @escaping Terminology.Expansion = { _ in [] }
  ) throws -> Form {
    let text =
      #"{"resourceType":"Questionnaire","url":"urn:form","status":"active","item":\#(items)}"#
    return Form(
      try #require(Questionnaire(JSONDocument(text).root)), expandingValueSets: expand)
  }

  static func time(minute: Int = 0) throws -> PartialDateTime {
    try #require(PartialDateTime("2026-03-01T09:\(minute < 10 ? "0" : "")\(minute):00Z"))
  }

  // MARK: - Changes; an instance is one of an item's nodes in the order of the form

  @discardableResult
  mutating func set(
    _ linkId: String, _ values: AnswerValue..., instance: Int = 0, minute: Int = 0
  ) throws -> ChangeOutcome {
    try apply(.set(values), linkId, instance, minute)
  }

  @discardableResult
  mutating func clear(
    _ linkId: String, instance: Int = 0, minute: Int = 0
  ) throws -> ChangeOutcome {
    try apply(.clear, linkId, instance, minute)
  }

  @discardableResult
  mutating func decline(
    _ linkId: String, _ reason: DataAbsentReason, instance: Int = 0, minute: Int = 0
  ) throws -> ChangeOutcome {
    try apply(.decline(reason), linkId, instance, minute)
  }

  @discardableResult
  mutating func note(
    _ event: HelpPageEvent, _ linkId: String, instance: Int = 0, minute: Int = 0
  ) throws -> ChangeOutcome {
    try apply(.note(event), linkId, instance, minute)
  }

  @discardableResult
  mutating func addRow(_ linkId: String, instance: Int = 0) throws -> ChangeOutcome {
    try apply(.addRow, linkId, instance, 0)
  }

  @discardableResult
  mutating func removeRow(
    _ row: Int, of linkId: String, instance: Int = 0
  ) throws -> ChangeOutcome {
    let group = try node(linkId, instance)
    let path = response.path(toRow: response.rows(of: group)[row], of: group)
    return try response.apply(Change(.removeRow, at: path, by: .patient, time: Self.time()))
  }

  private mutating func apply(
    _ action: Change.Action, _ linkId: String, _ instance: Int, _ minute: Int
  ) throws -> ChangeOutcome {
    let path = response.path(to: try node(linkId, instance))
    return try response.apply(
      Change(action, at: path, by: .patient, time: Self.time(minute: minute)))
  }

  // MARK: - Looking

  func node(_ linkId: String, _ instance: Int = 0) throws -> NodeID {
    let nodes = response.nodes(linkId: linkId)
    try #require(nodes.indices.contains(instance), "no instance \(instance) of \(linkId)")
    return nodes[instance]
  }

  func isEnabled(_ linkId: String, instance: Int = 0) throws -> Bool {
    response.isEnabled(try node(linkId, instance))
  }

  func state(_ linkId: String, instance: Int = 0) throws -> AnswerState {
    response.state(of: try node(linkId, instance))
  }

  func linkIds(_ nodes: [NodeID]) -> [String] { nodes.map { response.item(of: $0).linkId } }

  /// The response as compact JSON text.
  func text(_ status: QuestionnaireResponse.Status = .inProgress) throws -> String {
    let document = try response.document(as: status, authored: Self.time())
    return JSONWriter(.compact).text(of: document.root)
  }

  /// The items of the response as compact JSON text, without their words.
  func items(_ status: QuestionnaireResponse.Status = .inProgress) throws -> String {
    let document = try response.document(as: status, authored: Self.time())
    return document.root["item"].map { JSONWriter(.compact).text(of: $0) } ?? "none"
  }

  /// Reads a response with these items, which are the text of a JSON array.
  func reading(
    _ items: String, status: QuestionnaireResponse.Status = .inProgress
  ) throws -> (filler: Filler, issues: [ResponseIssue]) {
    try reading(
      document: #"""
        {"resourceType":"QuestionnaireResponse","status":"\#(status.rawValue)","item":\#(items)}
        """#)
  }

  func reading(document: String) throws -> (filler: Filler, issues: [ResponseIssue]) {
    let source = try #require(QuestionnaireResponse(JSONDocument(document).root))
    let (response, issues) = Response.reading(source, form: form)
    return (Filler(response), issues)
  }

  /// What is written is read back.
  func rewritten() throws -> Filler { try reading(document: text()).filler }
}

extension AnswerValue {
  /// A coding of the system `urn:s`.
  static func code(_ code: String) -> AnswerValue {
    .coding(Coding(system: "urn:s", code: code))
  }
}
