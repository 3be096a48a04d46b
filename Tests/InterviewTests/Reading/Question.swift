import FHIR
import FormFiller

@testable import Interview

/// A question to read answers to, made as a form makes it.
struct Question: Sendable {
  let item: FormItem

  /// 15 March 2026, a Sunday.
  static let today = date("2026-03-15")

  static func date(_ text: String) -> PartialDate {
    guard let date = PartialDate(text) else { preconditionFailure("\(text) is no date.") }
    return date
  }

  init(_ type: String, text: String = "Hours of sleep", _ members: String...) {
    let all = [#""linkId":"q""#, #""text":"\#(text)""#, #""type":"\#(type)""#] + members
    let json =
      #"{"resourceType":"Questionnaire","status":"active","item":[{"#
      + all.joined(separator: ",") + "}]}"
    guard let document = try? JSONDocument(json),
      let questionnaire = Questionnaire(document.root),
      let item = Form(questionnaire, expandingValueSets: { _ in [] }).item(linkId: "q")
    else { preconditionFailure("The question is not well written: \(json)") }
    self.item = item
  }

  func read(_ line: String) -> Reading {
    AnswerReader(item: item, today: Self.today).read(line)
  }

  /// What was read, in one line of text for tables: values by their shown text, `?` and the
  /// candidates, `!` and the problem.
  func shown(_ line: String) -> String {
    switch read(line) {
    case .values(let values, _):
      values.map { Wording.english.text(of: $0) }.joined(separator: "|")
    case .which(let candidates): "? " + candidates.map(\.label).joined(separator: "|")
    case .problem(let problem): "! \(problem)"
    }
  }

  /// What is echoed, or nil when it is as typed or nothing was read.
  func echo(_ line: String) -> String? {
    guard case .values(_, let understood) = read(line) else { return nil }
    return understood
  }

  // MARK: - Parts of questions

  static let url = "http://hl7.org/fhir/StructureDefinition/"

  static func extensions(_ elements: String...) -> String {
    #""extension":["# + elements.joined(separator: ",") + "]"
  }

  static func format(_ words: String) -> String {
    #"{"url":"http://hl7.org/fhir/StructureDefinition/entryFormat","valueString":"\#(words)"}"#
  }

  static func least(_ value: String, _ kind: String = "Integer") -> String {
    #"{"url":"\#(url)minValue","value\#(kind)":\#(value)}"#
  }

  static func most(_ value: String, _ kind: String = "Integer") -> String {
    #"{"url":"\#(url)maxValue","value\#(kind)":\#(value)}"#
  }

  static func unit(_ code: String, _ display: String, isOption: Bool = true) -> String {
    let name = isOption ? "questionnaire-unitOption" : "questionnaire-unit"
    return #"{"url":"\#(url)\#(name)","valueCoding":{"system":"http://unitsofmeasure.org","#
      + #""code":"\#(code)","display":"\#(display)"}}"#
  }

  /// Options; one whose label starts with `!` excludes all others.
  static func options(_ labels: String...) -> String { options(labels) }

  static func options(_ labels: [String]) -> String {
    let elements = labels.enumerated().map { index, label -> String in
      let exclusive =
        #","extension":[{"url":"\#(url)questionnaire-optionExclusive","valueBoolean":true}]"#
      let isExclusive = label.hasPrefix("!")
      let display = isExclusive ? String(label.dropFirst()) : label
      return #"{"valueCoding":{"system":"http://example.org","code":"c\#(index)","#
        + #""display":"\#(display)"}\#(isExclusive ? exclusive : "")}"#
    }
    return #""answerOption":["# + elements.joined(separator: ",") + "]"
  }
}
