import FHIR
import LineEditor
import Testing

@testable import FormFiller
@testable import Interview

/// Holds a conversation as a person would, and reads what is on the screen.
struct Interviewee {
  var conversation: Conversation
  var turn: Turn

  init(
    _ questionnaire: String, setting: InterviewSetting = .test, journal: (any Journal)? = nil,
    alerts: (any AlertSink)? = nil, from draft: JSONNode? = nil, start: String = ""
  ) throws {
    try self.init(
      to: Form.test(questionnaire, start: start), setting: setting, journal: journal,
      alerts: alerts, from: draft)
  }

  init(
    to form: Form, setting: InterviewSetting = .test, journal: (any Journal)? = nil,
    alerts: (any AlertSink)? = nil, from draft: JSONNode? = nil
  ) throws {
    let response: Response
    if let draft, let source = QuestionnaireResponse(draft) {
      response = Response.reading(source, form: form).response
    } else {
      response = Response(to: form)
    }
    conversation = Conversation(response, setting: setting, journal: journal, alerts: alerts)
    turn = conversation.begin()
  }

  /// Begins a conversation.
  init(_ conversation: Conversation) {
    self.conversation = conversation
    turn = self.conversation.begin()
  }

  mutating func type(_ lines: String...) {
    for line in lines { turn = conversation.receive(line: line) }
  }

  /// What is on the screen, in plain text of 80 columns.
  var page: String {
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 80)
    return turn.blocks.flatMap { renderer.lines(for: $0, isFirst: false) }.joined(separator: "\n")
  }

  /// The words of the question on the screen.
  var question: String? {
    turn.blocks.lazy.compactMap { block -> String? in
      if case .question(let text) = block { return text }
      return nil
    }.first
  }

  func values(_ linkId: String) -> [[AnswerValue]] {
    conversation.response.nodes(linkId: linkId).map {
      conversation.response.answers(of: $0).map(\.value)
    }
  }

  func states(_ linkId: String) -> [AnswerState] {
    conversation.response.nodes(linkId: linkId).map { conversation.response.state(of: $0) }
  }
}

extension InterviewSetting {
  /// A setting with a fixed clock and a clinic in a country that does not exist.
  static let test = InterviewSetting(
    clinic: ClinicInformation(
      name: "Test Clinic", phone: "555 0100", emergencyNumber: "000",
      crisisLines: [CrisisLine("call or text 111")]),
    now: { TestClock.now })
}

enum TestClock {
  static let now: PartialDateTime = {
    guard let now = PartialDateTime("2026-03-27T09:30:00Z") else {
      preconditionFailure("The time of the tests is not a time.")
    }
    return now
  }()
}

extension Form {
  /// The form of a questionnaire whose items are given as JSON, and other members at its start.
  static func test(_ items: String, start: String = "") throws -> Form {
    let text = """
      {"resourceType":"Questionnaire",\(start)"url":"https://example.org/test","status":"active",
       "item":[\(items)]}
      """
    return Form(try #require(Questionnaire(try JSONDocument(text).root))) { _ in [] }
  }
}

/// A journal that remembers, or refuses.
final class TestJournal: Journal {
  private(set) var entries: [JournalEntry] = []
  var refuses: Bool

  init(refuses: Bool = false) { self.refuses = refuses }

  /// The changes among the entries.
  var changes: [Change] {
    entries.compactMap { entry in
      if case .change(let change) = entry { return change }
      return nil
    }
  }

  func record(_ entry: JournalEntry, of response: Response) throws {
    if refuses { throw Refusal() }
    entries.append(entry)
  }

  struct Refusal: Error {}
}
