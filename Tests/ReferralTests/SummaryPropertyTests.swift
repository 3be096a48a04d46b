import FHIR
import FormFiller
import Testing

@testable import Referral

/// What holds for every form and every set of answers.
@Suite struct SummaryPropertyTests {
  static let seeds = Array(1...100)

  /// A response to a random form, or for every tenth seed to the program's own.
  static func sample(_ seed: Int) throws -> (response: Response, words: [String]) {
    let form = seed.isMultiple(of: 10) ? try TestForm.intake() : try RandomForm.form(seed: seed)
    var answers = RandomAnswers(seed: seed)
    let response = try answers.response(to: form)
    return (response, answers.words)
  }

  /// The questions that are shown to the person, found without the summary.
  static func shownQuestions(of response: Response) -> [NodeID] {
    Set(response.form.items.map(\.linkId)).flatMap { response.nodes(linkId: $0) }.filter {
      response.item(of: $0).isQuestion && response.isVisible(.item($0))
    }
  }

  @Test(arguments: seeds)
  func `every given answer stands once in the sections`(_ seed: Int) throws {
    let (response, _) = try Self.sample(seed)
    let summary = try response.summary()
    var given: [String] = []
    for node in Self.shownQuestions(of: response) {
      let linkId = response.item(of: node).linkId
      guard case .answered(let values) = response.state(of: node) else { continue }
      given += values.map { "\(linkId) \($0)" }
    }
    let written = summary.sections.flatMap(\.questions).flatMap { entry in
      entry.answers.map { "\(entry.linkId) \($0.value)" }
    }
    #expect(written.sorted() == given.sorted())
  }

  @Test(arguments: seeds)
  func `every question without answer is listed under why it has none`(_ seed: Int) throws {
    let (response, _) = try Self.sample(seed)
    let summary = try response.summary()
    var expected: [QuestionState: [String]] = [:]
    for node in Self.shownQuestions(of: response) where !response.item(of: node).isReadOnly {
      let linkId = response.item(of: node).linkId
      switch response.state(of: node) {
      case .answered: expected[.answered, default: []].append(linkId)
      case .declined(.askedUnknown): expected[.doesNotKnow, default: []].append(linkId)
      case .declined(.askedDeclined): expected[.prefersNotToSay, default: []].append(linkId)
      case .skipped: expected[.skipped, default: []].append(linkId)
      case .notReached: expected[.notReached, default: []].append(linkId)
      }
    }
    for state in QuestionState.allCases {
      #expect(
        summary.questions(in: state).map(\.linkId).sorted() == expected[state, default: []].sorted()
      )
      #expect(summary.counts[state] == expected[state, default: []].count)
    }
  }

  @Test(arguments: seeds)
  func `the text shows every typed word once among the answers`(_ seed: Int) throws {
    let (response, words) = try Self.sample(seed)
    let text = TextRenderer().render(try response.summary())
    let detail = Self.squeezed(text.part(after: SummaryWording.detail))
    let shown = Set(
      Self.shownQuestions(of: response).flatMap { response.answers(of: $0) }.map(\.value.plainText))
    for word in words where shown.contains(where: { $0.contains(word) }) {
      #expect(detail.occurrences(of: Self.squeezed(word)) == 1)
    }
  }

  @Test(arguments: seeds)
  func `the text names every question without answer`(_ seed: Int) throws {
    let (response, _) = try Self.sample(seed)
    let summary = try response.summary()
    let text = TextRenderer().render(summary).part(after: SummaryWording.detail)
    let detail = Self.squeezed(text)
    // A label of several lines has its answer beside it.
    let labels = Self.squeezed(
      text.split(separator: "\n").map { $0.prefix(TextPage.answerColumn - 1) }.joined())
    for state in QuestionState.allCases where state != .answered {
      for mention in summary.questions(in: state) {
        let label = response.form.item(linkId: mention.linkId)?.shortText ?? ""
        let squeezed = Self.squeezed(label)
        #expect(detail.contains(squeezed) || labels.contains(squeezed))
      }
    }
  }

  @Test(arguments: seeds)
  func `the text fits its columns and acts on no terminal`(_ seed: Int) throws {
    let (response, _) = try Self.sample(seed)
    for status in [QuestionnaireResponse.Status.inProgress, .completed] {
      let text = TextRenderer().render(try response.summary(status))
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(TextWidth.columns(line) <= 80)
        #expect(line.last != " ")
      }
      #expect(!text.unicodeScalars.contains(where: Self.isForbidden))
    }
  }

  @Test(arguments: seeds)
  func `a summary may leave out what is private, and says so`(_ seed: Int) throws {
    let (response, _) = try Self.sample(seed)
    let whole = try response.summary()
    for disclosure in TestForm.disclosures {
      let summary = try response.summary(disclosure: disclosure)
      #expect(summary.counts == whole.counts)
      let shown = Set(summary.sections.flatMap(\.questions).map(\.linkId))
      let withheld = Set(summary.withheld.map(\.linkId))
      for entry in whole.sections.flatMap(\.questions) {
        let isWithheld = Self.isPrivate(entry.linkId, in: response.form, for: disclosure)
        #expect(shown.contains(entry.linkId) == !isWithheld)
      }
      #expect(
        withheld.isEmpty
          == (shown.count == Set(whole.sections.flatMap(\.questions).map(\.linkId)).count))
    }
  }

  @Test(arguments: seeds)
  func `no format tells what was answered to a question that is left out`(_ seed: Int) throws {
    let (response, words) = try Self.sample(seed)
    for disclosure in [Disclosure.withoutWithheldByDefault, .withoutSensitive] {
      let summary = try response.summary(disclosure: disclosure)
      // Of each typed text, the part that no other text has.
      let withheld = words.filter { word in
        response.form.items.contains { item in
          Self.isPrivate(item.linkId, in: response.form, for: disclosure)
            && response.nodes(linkId: item.linkId).flatMap { response.answers(of: $0) }
              .contains { $0.value.plainText.contains(word) }
        }
      }
      let urgent = summary.urgent.flatMap { $0.answers.map(\.answer) }.joined()
      for format in SummaryFormat.allCases {
        let text = format.render(summary)
        for word in withheld {
          let mark = String(word.prefix { $0 != "q" }) + "q>"
          #expect(!text.contains(mark) || urgent.contains(mark))
        }
      }
    }
  }

  private static func isPrivate(
    _ linkId: String, in form: Form, for disclosure: Disclosure
  ) -> Bool {
    guard let index = form.index(linkId: linkId) else { return false }
    return form.pathToItem(at: index).contains { place in
      disclosure.withholds(form.items[place])
    }
  }

  /// What a terminal would act on, or what turns the direction of writing.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// What is left of a text when it has been made printable and wrapped.
  static func squeezed(_ text: String) -> String {
    String(
      PrintableText(text).line.unicodeScalars.filter { !$0.properties.isWhitespace }
        .map { Character($0) })
  }
}

extension String {
  /// What follows a line that starts with this, or nothing.
  func part(after heading: String) -> String {
    guard let place = ranges(of: "\n\(heading)").first else { return "" }
    return String(self[place.upperBound...])
  }

  /// How often another text occurs in this one.
  func occurrences(of other: String) -> Int { ranges(of: other).count }
}
