import FHIR
import FormFiller
import Rules

/// Texts that are for the clinician, or for nobody.
struct ForbiddenTexts: Sendable {
  /// The words that nobody is to read.
  struct List: Decodable, Sendable {
    let screens: [Words]
    let findings: [Words]
  }

  /// A text and why it is not said.
  struct Words: Decodable, Sendable {
    let text: ComparedText
    let because: String
    /// Instruments whose own wording holds it.
    let except: [String]?
  }

  let list: List
  /// The titles, lines and texts of all rules, without those that are the words of a question or of an
  /// answer on offer.
  let findings: [ComparedText]
  /// The names of bands and of values that the form works out.
  let scores: [ComparedText]

  /// The texts that are for nobody in the content of the repository, gathered once.
  static func shared() throws -> ForbiddenTexts { try gathered.get() }

  private static let gathered = Result { try ForbiddenTexts(ClinicalContent.shared()) }

  private init(_ content: ClinicalContent) throws {
    list = try ClinicalFile.read(List.self, from: "NeverSaid.json")
    let form = content.form
    let asked = form.items.filter(\.isQuestion).flatMap { item in
      [item.text, item.source.entryFormat ?? ""] + item.options.map { item.words(for: $0.value) }
    }.map(ComparedText.init)
    findings = content.rules.rules.flatMap { [$0.title, $0.line, $0.text] }.map(ComparedText.init)
      .filter { text in !text.isEmpty && !asked.contains { $0.holds(text) } }
    let worked = form.items.filter { $0.isHidden && $0.isQuestion }
    let bands = worked.flatMap { item in
      (0...30).flatMap { form.bands(of: item, for: ExactDecimal($0)).map(\.label) }
    }
    scores = Set(bands + worked.flatMap { [$0.text, $0.shortText] }).filter { !$0.isEmpty }.sorted()
      .map(ComparedText.init)
  }

  /// The forbidden texts on the screens of an interview, each with its place.
  func found(in transcript: Transcript) -> [String] {
    transcript.screens.flatMap { screen in
      let place = screen.linkId ?? "another screen"
      let words = list.screens.filter { words in
        let isExempt = (words.except ?? []).contains { place.hasPrefix($0 + ".") }
        return !isExempt && screen.compared.holds(words.text)
      }.map { "'\($0.text.text)' at \(place) [\($0.because)]" }
      let texts =
        findings.filter(screen.compared.holds) + scores.filter(screen.compared.holdsWord)
      return words + texts.map { "'\($0.text)' at \(place)" }
    }
  }
}
