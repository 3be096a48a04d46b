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
    form.items.filter { !$0.isHidden && $0.helpPage == nil }.flatMap { item in
      [item.text] + [item.source.entryFormat].compactMap { $0 }
        + item.options.map { option in
          option.value.plainText + (option.weight.map { " = \($0)" } ?? "")
        }
    }
  }

  @Test(arguments: Instrument.allCases)
  func `the words are the instrument's`(_ instrument: Instrument) throws {
    #expect(wording(of: try instrument.form()) == instrument.wording)
  }

  @Test(
    .enabled(if: hasReference, "the clinical reference is not here"),
    arguments: Instrument.allCases)
  func `the words are those of the reference`(_ instrument: Instrument) throws {
    let text = try String(contentsOf: Self.reference, encoding: .utf8)
    let start = try #require(text.firstRange(of: "## Appendix A"))
    let appendix = text[start.lowerBound...].replacing("\n", with: " ")
    for words in instrument.wording where !Instrument.ownWords.contains(words) {
      let phrase = Instrument.shortenedInReference[words] ?? words.replacing(#/ = \d$/#, with: "")
      #expect(appendix.contains(phrase), "\(phrase)")
    }
  }
}
