import FHIR
import Testing

@testable import FormFiller

/// Who is asked the fifth question of the suicide screen, and which pages wait behind it.
@Suite struct SuicideScreenTests {
  /// What was done with a question.
  enum Reply: Character {
    case yes = "y"
    case no = "n"
    case declined = "d"
    case skipped = "s"
    case notReached = "-"
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let replies: String
    let asksFifth: Bool
    let isRecorded: Bool
    let pages: [String]

    init(_ replies: String, fifth: Bool, recorded: Bool = false, _ pages: [String]) {
      self.replies = replies
      asksFifth = fifth
      isRecorded = recorded
      self.pages = pages
    }

    var testDescription: String { replies }
  }

  private static let acute = ["asq.acute-page"]
  private static let positive = ["asq.positive-page"]

  static let cases = [
    Case("nnnn", fifth: false, []),
    Case("ynnnn", fifth: true, recorded: true, positive),
    Case("nynnn", fifth: true, recorded: true, positive),
    Case("nnynn", fifth: true, recorded: true, positive),
    Case("nnnyn", fifth: true, recorded: true, positive),
    Case("ynnny", fifth: true, recorded: true, acute),
    Case("ynnnd", fifth: true, recorded: true, acute),
    Case("ynnns", fifth: true, recorded: true, acute),
    Case("ynnn-", fifth: true, recorded: true, acute),
    // Who does not answer one of the four counts as who says yes.
    Case("nnndn", fifth: true, recorded: true, positive),
    Case("snnnn", fifth: true, recorded: true, positive),
    Case("nnsny", fifth: true, recorded: true, acute),
    Case("nnnss", fifth: true, recorded: true, acute),
    Case("ddddd", fifth: true, recorded: true, acute),
  ]

  @Test(arguments: cases)
  func `the fifth question and the pages`(_ screen: Case) throws {
    let form = try Instrument.asq.form()
    var filler = Filler(Response(to: form))
    for (number, reply) in screen.replies.enumerated() {
      let linkId = "asq.\(number + 1)"
      let item = try #require(form.item(linkId: linkId))
      switch try #require(Reply(rawValue: reply)) {
      case .yes: try filler.set(linkId, item.options[0].value)
      case .no: try filler.set(linkId, item.options[1].value)
      case .declined: try filler.decline(linkId, .askedDeclined)
      case .skipped: try filler.clear(linkId)
      case .notReached: break
      }
    }
    #expect(try filler.isEnabled("asq.5") == screen.asksFifth)
    #expect(try filler.isEnabled("asq.positive-record") == screen.isRecorded)
    let pages = try (Self.acute + Self.positive).filter { try filler.isEnabled($0) }
    #expect(pages == screen.pages)
  }
}
