import FHIR
import FormFiller
import Testing

@testable import Interview

/// A written person who goes through the intake, and how often they were asked to type.
struct Patient {
  /// What is typed at a question, by its linkId; several lines for several rows or tries.
  ///
  /// `linkId?` is what is typed when a group asks for one more row.
  let answers: [String: [String]]

  /// What came of the interview.
  struct Visit {
    /// How often something was typed in part one, with the question when to go on.
    var firstPart = 0
    /// How often something was typed after that, the end included.
    var secondPart = 0
    /// The questions in the order in which they were asked, by linkId.
    var asked: [String] = []
    /// The words on the screens, one an item.
    var screens: [String] = []
    var response: Response

    var all: Int { firstPart + secondPart }
  }

  /// What a person types whom nobody has told what to type.
  struct Unknown: Error, CustomStringConvertible {
    let description: String
  }

  /// Goes through the intake to its end.
  func visit() throws -> Visit {
    let form = try ShippedIntake.form.get()
    var conversation = Conversation(Response(to: form), setting: .test)
    var visit = Visit(response: conversation.response)
    var rest = answers
    var isFirstPart = true
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 80)
    var turn = conversation.begin()
    while turn.ending == nil {
      visit.screens.append(
        turn.blocks.flatMap { renderer.lines(for: $0, isFirst: false) }.joined(separator: "\n"))
      guard !turn.blocks.contains(where: \.isError), visit.all < 500 else {
        throw Unknown(description: "not understood:\n\(visit.screens.last ?? "")")
      }
      let key = key(of: conversation)
      if let key { visit.asked.append(key) }
      let line =
        try key.map { try next(&rest, $0, visit.screens.last ?? "") } ?? other(conversation)
      turn = conversation.receive(line: line)
      if isFirstPart { visit.firstPart += 1 } else { visit.secondPart += 1 }
      if key == "part-two.when" { isFirstPart = false }
    }
    visit.response = conversation.response
    #expect(turn.ending == .completed)
    return visit
  }

  /// What is typed where no item of the form is asked: the first of names that look alike; go on.
  private func other(_ conversation: Conversation) -> String {
    if case .which = conversation.place { "1" } else { "0" }
  }

  private func key(of conversation: Conversation) -> String? {
    switch conversation.place {
    case .stop(.item(let node)): conversation.response.item(of: node).linkId
    case .stop(.anotherRow(let group)): conversation.response.item(of: group).linkId + "?"
    case .helpPage(let page, _): conversation.response.item(of: page).linkId
    default: nil
    }
  }

  private func next(
    _ rest: inout [String: [String]], _ key: String, _ screen: String
  ) throws -> String {
    guard let lines = rest[key], let line = lines.first else {
      throw Unknown(description: "nobody knows what to type at \(key):\n\(screen)")
    }
    // The last line stays for as often as it takes.
    if lines.count > 1 { rest[key] = Array(lines.dropFirst()) }
    return line
  }
}
