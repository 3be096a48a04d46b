import FHIR
import Testing

@testable import FormFiller

/// Sums that pass over missing answers are named, and those that do not are left alone.
@Suite struct ScoreReviewTests {
  private typealias Make = ExpressionForm

  private static let options =
    #""answerOption":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}],"valueCoding":{"code":"x"}}]"#
  private static let both = "%resource.descendants().where(linkId in ('a' | 'b')).answer.value"
  private static let a = "%resource.item.where(linkId = 'a').answer.value"
  private static let b = "%resource.item.where(linkId = 'b').answer.value"

  private static func parts(_ members: String = "") -> [String] {
    let more = members.isEmpty ? "" : "," + members
    return ["a", "b"].map { Make.item($0, "choice", [], options + more) }
  }

  private static func score(_ text: String, _ members: String = #""readOnly":true"#) -> String {
    Make.item("s", "decimal", [Make.calculated(text)], members)
  }

  @Test(arguments: [
    ("\(both).weight().sum()", 2),
    ("\(both).ordinal().sum()", 2),
    ("(\(a) | \(b)).weight().avg()", 2),
    ("\(both).aggregate($this.weight() + $total, 0)", 2),
    // The filter is not read from the text, but both have weights.
    ("%resource.descendants().where(linkId.startsWith('a')).answer.value.weight().sum()", 2),
    // One question alone, however many answers it has.
    ("\(a).weight().sum()", 0),
    // Empty as soon as one is missing.
    ("\(a).weight() + \(b).weight()", 0),
    ("iif(\(both).count() = 2, \(both).weight().sum(), {})", 0),
    ("\(both).weight().sum().where(\(a).exists() and \(b).exists())", 0),
    ("(1 | 2).sum()", 0),
  ])
  func `names sums without a test`(_ expression: String, _ questions: Int) throws {
    let form = try Make.form(Self.parts() + [Self.score(expression)])
    #expect(form.problems.filter { $0.severity == .error }.isEmpty)
    let found = form.review()
    #expect(
      found.map(\.kind)
        == (questions == 0 ? [] : [.review(.sumOfMissingAnswers(questions: questions))]))
    #expect(found.allSatisfy { $0.linkId == "s" && $0.severity == .warning })
  }

  @Test func `sees through variables`() throws {
    let sum = Self.score("%total")
    let plain = try Make.form(
      Self.parts() + [sum], extensions: [Make.variable("total", "\(Self.both).weight().sum()")])
    #expect(plain.review().map(\.kind) == [.review(.sumOfMissingAnswers(questions: 2))])
    let tested = try Make.form(
      Self.parts() + [sum],
      extensions: [
        Make.variable("parts", Self.both),
        Make.variable("total", "iif(%parts.count() = 2, %parts.weight().sum(), {})"),
      ])
    #expect(tested.review().isEmpty)
  }

  @Test func `trusts required questions and conditions of the score`() throws {
    let sum = "\(Self.both).weight().sum()"
    let required = try Make.form(Self.parts(#""required":true"#) + [Self.score(sum)])
    #expect(required.review().isEmpty)
    let condition =
      #""readOnly":true,"enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}]"#
    let conditional = try Make.form(Self.parts() + [Self.score(sum, condition)])
    #expect(conditional.review().isEmpty)
  }
}
