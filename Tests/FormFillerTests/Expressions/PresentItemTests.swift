import FHIR
import FHIRPath
import Testing

@testable import FormFiller

/// Words, bounds and options that depend on answers.
@Suite struct PresentItemTests {
  typealias Build = ExpressionForm

  private static func sibling(_ name: String, _ text: String) -> String {
    #""_\#(name)":{"extension":[\#(Build.expression(Build.core + "cqf-expression", text))]}"#
  }

  private static let yes = "%resource.item.where(linkId='a').answer.value = 'yes'"

  private func response(
    _ members: String, _ extensions: [String] = [], type: String = "integer",
    answer: String? = nil
  ) throws -> Response {
    let form = try Build.form([
      Build.item("a", "string"), Build.item("b", type, extensions, members),
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    if let answer { try response.answer("a", .string(answer)) }
    return response
  }

  private func b(_ response: Response) throws -> FormItem {
    response.item(of: try #require(response.nodes(linkId: "b").first))
  }

  @Test func `required follows its expression`() throws {
    let members = Self.sibling("required", Self.yes)
    #expect(try b(response(members)).isRequired == false)
    #expect(try b(response(members, answer: "yes")).isRequired)
    let answered = try response(members, answer: "yes")
    #expect(answered.issues().map(\.code) == [.required])
  }

  @Test func `readOnly follows its expression`() throws {
    let members = Self.sibling("readOnly", Self.yes)
    var open = try response(members, answer: "no")
    try open.answer("b", .integer(1))
    #expect(open.values("b") == ["1"])
    var closed = try response(members, answer: "yes")
    #expect(throws: ChangeError.readOnly(linkId: "b")) { try closed.answer("b", .integer(1)) }
  }

  @Test func `text follows its expression`() throws {
    let members =
      #""text":"Who?","#
      + Self.sibling("text", "'About ' & %resource.item.where(linkId='a').answer.value")
    #expect(try b(response(members, answer: "Ana")).text == "About Ana")
  }

  @Test func `bounds follow their expressions`() throws {
    func bound(_ name: String) -> String {
      #"{"url":"\#(Build.core)\#(name)","_valueInteger":{"extension":["#
        + Build.expression(
          Build.core + "cqf-expression", "%resource.item.where(linkId='a').answer.value.length()")
        + "]}}"
    }
    var filled = try response("", [bound("minValue"), bound("maxValue")], answer: "four")
    #expect(try b(filled).minValue == .integer(4))
    #expect(try b(filled).maxValue == .integer(4))
    try filled.answer("b", .integer(5))
    #expect(filled.issues().map(\.code) == [.maxValue])
    try filled.answer("b", .integer(3))
    #expect(filled.issues().map(\.code) == [.minValue])
  }

  private static let colours = ["red", "green", "blue"].map { #"{"valueString":"\#($0)"}"# }
    .joined(separator: ",")

  @Test func `a toggle takes its options away, and others stay`() throws {
    let toggle =
      #"{"url":"\#(Build.sdc)answerOptionsToggleExpression","extension":["#
      + #"{"url":"option","valueString":"red"},{"url":"option","valueString":"blue"},"#
      + #"{"url":"expression","valueExpression":{"language":"text/fhirpath","expression":"\#(Self.yes)"}}]}"#
    let members = #""answerOption":[\#(Self.colours)]"#
    func offered(_ answer: String?) throws -> [String] {
      try b(response(members, [toggle], type: "choice", answer: answer)).options
        .map(\.value.plainText)
    }
    #expect(try offered(nil) == ["green"])
    #expect(try offered("yes") == ["red", "green", "blue"])
    var filled = try response(members, [toggle], type: "choice", answer: "no")
    try filled.answer("b", .string("red"))
    #expect(filled.issues().map(\.code) == [.invalidAnswerOption])
  }

  @Test func `options come from an expression`() throws {
    let source = Build.expression(
      Build.sdc + "answerExpression", "('x' & %resource.item.where(linkId='a').answer.value) | 'y'")
    let filled = try response("", [source], type: "open-choice", answer: "1")
    #expect(try b(filled).options.map(\.value.plainText) == ["x1", "y"])
  }

  @Test func `answers are suggested by an expression`() throws {
    let source = Build.expression(
      Build.sdc + "candidateExpression", "%resource.item.where(linkId='a').answer.value")
    let filled = try response("", [source], type: "string", answer: "Ana")
    let node = try #require(filled.nodes(linkId: "b").first)
    #expect(filled.suggestions(for: node).map(\.value) == [.string("Ana")])
  }

  @Test func `what cannot be told leaves the item as it is`() throws {
    let broken = "%resource.item.where(linkId='a').answer.value > 1"
    #expect(try b(response(Self.sibling("required", broken), answer: "x")).isRequired == false)
    #expect(
      try b(response(#""text":"Who?","# + Self.sibling("text", "1 + 'a'"), answer: "x")).text
        == "Who?")
  }
}
