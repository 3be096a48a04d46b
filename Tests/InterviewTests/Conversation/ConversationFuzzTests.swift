import FHIR
import Foundation
import Library
import LineEditor
import SeededRandomness
import Testing

@testable import FormFiller
@testable import Interview

/// A person who types anything: the conversation stays sound.
@Suite struct ConversationFuzzTests {
  static func questionnaire() throws -> Questionnaire {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")
    let library = try Library(
      manifest: [UInt8](Data(contentsOf: folder.appending(path: "library.json")))
    ) { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
    return try library.questionnaire(role: .intake).questionnaire
  }

  static let lines = [
    "1", "2", "3", "1 2", "7", "yes", "no", "", " ", "back", "<", "?", "skip", "stop", "review",
    "hide", "person", "not sure", "prefer not to say", "change 1", "change 3", "remove 1", ":why",
    ":progress", ":commands", ":x", "::x", "0", "list", "2019", "3/2019", "27 March 1970", "20 mg",
    "seven", "Müller", "山田", "\u{1B}[2J", "\u{202E}x", String(repeating: "long ", count: 500),
    "99999999999999999999999999999999999999999999",
  ]

  @Test(arguments: 0..<12)
  func `any lines in any order`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let form = Form(try Self.questionnaire()) { _ in
      [Concept(Coding(code: "x", display: "Ex")), Concept(Coding(code: "y", display: "Why"))]
    }
    let journal = TestJournal()
    var conversation = Conversation(Response(to: form), setting: .test, journal: journal)
    var turn = conversation.begin()
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 40)
    var steps = 0
    while turn.ending == nil, steps < 400 {
      steps += 1
      let line = Self.lines.randomElement(using: &random) ?? ""
      // The interview is not left, so that it gets far.
      turn = conversation.receive(line: line == "stop" && steps < 390 ? "1" : line)
      for text in turn.blocks.flatMap({ renderer.lines(for: $0, isFirst: false) }) {
        #expect(text == TextSanitizer.sanitized(text))
        #expect(TextWidth.columns(of: text) < 40)
      }
    }
    guard turn.ending != .discarded else { return }
    // The journal alone brings back the same answers.
    var replayed = Response(to: form)
    for change in journal.changes { try replayed.apply(change) }
    let texts = try [replayed, conversation.response].map {
      JSONWriter().text(of: try $0.document(as: .inProgress, authored: TestClock.now).root)
    }
    #expect(texts[0] == texts[1])
    // Whatever was typed keeps to the form.
    #expect(conversation.response.issues(wantsCompleteness: false).filter(\.isError) == [])
  }
}
