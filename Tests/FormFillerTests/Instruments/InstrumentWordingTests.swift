import FHIR
import Foundation
import Testing

@testable import FormFiller

/// Instruments are asked in their own words, in their own order, or not at all.
@Suite struct InstrumentWordingTests {
  private static let reference = Instrument.repository.deletingLastPathComponent()
    .appending(path: "shared/reference/clinical.md")

  private static var hasReference: Bool {
    FileManager.default.fileExists(atPath: reference.path)
  }

  /// What a person reads, pages of help left out.
  private func wording(of form: Form) -> [String] {
    questions(of: form).flatMap { item in
      [item.text] + [item.source.entryFormat].compactMap { $0 }
        + item.options.map { option in
          option.value.plainText + (option.weight.map { " = \($0)" } ?? "")
        }
    }
  }

  private func questions(of form: Form) -> [FormItem] {
    form.items.filter { !$0.isHidden && $0.helpPage == nil && !$0.text.isEmpty }
  }

  /// What the reference says of an instrument, from its name to the next one's.
  private func paragraph(_ name: String) throws -> Substring {
    let text = try String(contentsOf: Self.reference, encoding: .utf8)
    let appendix = try #require(text.firstRange(of: "## Appendix A"))
    let start = try #require(text[appendix.upperBound...].firstRange(of: "- **\(name)**"))
    let rest = text[start.upperBound...]
    return rest[..<(rest.firstRange(of: "\n- **")?.lowerBound ?? rest.endIndex)]
  }

  @Test(arguments: Instrument.allCases)
  func `the words are the instrument's`(_ instrument: Instrument) throws {
    #expect(wording(of: try instrument.form()) == instrument.wording)
  }

  static let inReference: [(Instrument, String, options: String)] = [
    (.phq9, "PHQ-9", "PHQ-9"), (.gad7, "GAD-7", "PHQ-9"), (.peg, "PEG", "PEG"),
    (.pcPTSD5, "PC-PTSD-5", "PC-PTSD-5"), (.auditC, "AUDIT-C", "AUDIT-C"), (.asq, "ASQ", "ASQ"),
  ]

  /// The stem with the time that is asked about, the questions and their labels.
  @Test(.enabled(if: hasReference, "the clinical reference is not here"), arguments: inReference)
  func `the words are those of the reference, in its order`(
    _ instrument: Instrument, _ name: String, _ optionsName: String
  ) throws {
    let paragraph = try paragraph(name)
    var rest = paragraph
    for item in questions(of: try instrument.form()) where !Instrument.ownWords.contains(item.text)
    {
      let words = Instrument.shortenedInReference[item.text] ?? item.text
      let found = try #require(rest.firstRange(of: words), "\(words)")
      rest = rest[found.upperBound...]
      let places = [rest, try self.paragraph(optionsName)]
      #expect(places.contains { holdsInOrder(labels(of: item), $0) }, "\(item.linkId)")
      if let scale = item.source.entryFormat {
        #expect(paragraph.contains(try #require(Instrument.shortenedInReference[scale])))
      }
    }
  }

  /// The labels of options, with what they score where that is more than yes or no.
  private func labels(of item: FormItem) -> [String] {
    item.options.map { option in
      guard let weight = option.weight, item.options.count > 2 else {
        return option.value.plainText
      }
      return "\(option.value.plainText) \(weight)"
    }
  }

  private func holdsInOrder(_ labels: [String], _ text: Substring) -> Bool {
    var rest = text.replacing(" = ", with: " ")[...]
    for label in labels {
      guard let found = rest.firstRange(of: label) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  // MARK: - What goes with the words

  private static let own = "https://intake.example/fhir/StructureDefinition/"

  /// The values of the parts of an extension.
  private func parts(of node: JSONNode, _ name: String) -> [String: AnswerValue] {
    let found = node["extension"]?.elements.first { $0["url"]?.isString(Self.own + name) == true }
    var parts: [String: AnswerValue] = [:]
    for part in found?["extension"]?.elements ?? [] {
      parts[part["url"]?.string ?? ""] = part.choiceValue("value")
    }
    return parts
  }

  /// It is said of the group, for that is what stays of an instrument in a form made of parts.
  @Test(arguments: Instrument.allCases)
  func `where the words are from, and whether that was compared`(_ instrument: Instrument) throws {
    let questionnaire = try instrument.questionnaire()
    #expect(questionnaire.version != nil)
    #expect(questionnaire.node["copyright"]?.string?.isEmpty == false)
    let group = try #require(questionnaire.items.first)
    guard instrument != .nrs else { return }
    let parts = parts(of: group.node, "wording-source")
    #expect(parts["document"]?.plainText.isEmpty == false)
    #expect(parts["credit"]?.plainText.isEmpty == false)
    // Nobody has laid the words beside the official document yet; then a date takes its place.
    #expect(parts["unverified"] == .boolean(true))
    #expect(parts["compared"] == nil)
  }

  @Test(arguments: [
    (
      Instrument.phq9,
      "Sleep, energy and concentration items may reflect pain or medicine."
    ),
    (.peg, "There are no official bands."),
  ])
  func `what is to be borne in mind with a score`(_ instrument: Instrument, _ note: String) throws {
    let item = try #require(instrument.form().item(linkId: instrument.total))
    let found = item.source.node["extension"]?.elements.first {
      $0["url"]?.isString(Self.own + "score-note") == true
    }
    #expect(found?["valueString"]?.string == note)
  }
}
