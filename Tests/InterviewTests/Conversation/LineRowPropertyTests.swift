import FHIR
import SeededRandomness
import Testing

@testable import FormFiller
@testable import Interview

/// What holds for whatever is typed for a row.
@Suite struct LineRowPropertyTests {
  private static let pieces = [
    "ochre", "Terra", "Rossa", "umber", "sienna", "jade", "翡翠", "shade", "20", "12", "mL", "20mL",
    "2", "cans", "mL/h", "5/325", "/", "-", "to", "or", "and", "per", "a", "day", "twice", "bid",
    "as", "needed", "daily", "flat", "round", "no", "brush", "for", "the", "door", ",", ";", "(",
    ")", "½", "one", "half", "of", "\u{301}", "\u{202E}", "\u{1B}[2J", "🎨", "\"", "'", "<", "::",
  ]

  @Test(arguments: 0..<12)
  func `no word is lost that nothing explains`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let form = try PaintShop.form(PaintShop.rows())
    for _ in 0..<40 {
      let strange = (0..<Int.random(in: 0...3, using: &random)).map { "zq\($0)w" }
      let count = Int.random(in: 1...9, using: &random)
      let line =
        ((0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) } + strange)
        .shuffled(using: &random).joined(separator: " ")
      var person = try Interviewee(to: form)
      person.type("yes", "x \(line)")
      if case .which = person.conversation.place { person.type("1") }
      let answers =
        person.conversation.response.nodes(linkId: "paint.name")
        + person.conversation.response.nodes(linkId: "paint.what")
      let texts = answers.flatMap { person.conversation.response.answers(of: $0) }
        .map(\.value.plainText).joined(separator: " ")
      #expect(!texts.isEmpty, "\(line)")
      for word in strange { #expect(texts.contains(word), "\(line)") }
    }
  }

  @Test(arguments: 0..<8)
  func `any lines in any order keep to the form and come back from the journal`(
    _ seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    let commands = [
      "", "back", "skip", "?", "none", "no", "yes", "1", "2", "3", "change 1", "change 2",
      "remove 1", "review", "list", "0", ":plain",
    ]
    let form = try PaintShop.form(PaintShop.rows())
    let journal = TestJournal()
    var conversation = Conversation(Response(to: form), setting: .test, journal: journal)
    var turn = conversation.begin()
    turn = conversation.receive(line: "yes")
    for _ in 0..<250 where turn.ending == nil {
      let isCommand = Bool.random(using: &random)
      let count = Int.random(in: 1...7, using: &random)
      let words = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }
      turn = conversation.receive(
        line: isCommand
          ? commands.randomElement(using: &random) ?? "" : words.joined(separator: " "))
      #expect(!turn.blocks.isEmpty)
    }
    var replayed = Response(to: form)
    for change in journal.changes { try replayed.apply(change) }
    let texts = try [replayed, conversation.response].map {
      JSONWriter().text(of: try $0.document(as: .inProgress, authored: TestClock.now).root)
    }
    #expect(texts[0] == texts[1])
    #expect(conversation.response.issues(wantsCompleteness: false).filter(\.isError) == [])
  }
}
