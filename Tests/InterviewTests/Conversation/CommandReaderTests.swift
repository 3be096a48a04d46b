import Testing

@testable import FormFiller
@testable import Interview

@Suite struct CommandReaderTests {
  static let item = #"""
    {"linkId":"a","text":"A?","type":"choice","answerOption":[
      {"valueCoding":{"code":"h","display":"Help"}},{"valueCoding":{"code":"o","display":"Other"}}]}
    """#

  @Test(
    arguments: [
      ("back", .command(.back)), ("  BACK ", .command(.back)), ("<", .command(.back)),
      ("?", .command(.help)), ("skip", .command(.skip)), ("stop", .command(.stop)),
      ("quit", .command(.stop)), ("review", .command(.review)), ("hide", .command(.hide)),
      ("person", .command(.person)), ("not sure", .command(.unknown)),
      ("I don't know.", .command(.unknown)), ("prefer not to say", .command(.decline)),
      ("change 4", .command(.change(4))), (":change 4", .command(.change(4))),
      ("remove 2", .command(.remove(2))), (":why", .command(.why)),
      (": progress", .command(.progress)), (":language", .command(.language(nil))),
      (":language es-MX", .command(.language("es-mx"))),
      (":commands", .command(.commands)), (":help", .command(.help)),
      (":xyz", .command(.notUnderstood("xyz"))), (":", .command(.notUnderstood(""))),
      // Words that are part of an answer are no commands.
      ("back pain", .answer("back pain")), ("help me", .answer("help me")),
      ("change 0", .answer("change 0")), ("change", .command(.change(0))),
      // A choice that is a command's word is the choice; the colon makes it the command.
      ("help", .answer("help")), ("Help", .answer("Help")),
      // Two colons start an answer with a colon.
      ("::x", .answer(":x")), ("::", .answer(":")), ("why", .answer("why")), ("", .answer("")),
    ] as [(String, CommandReader.Line)])
  func `tells commands from answers`(_ line: String, _ expected: CommandReader.Line) throws {
    let form = try Form.test(Self.item)
    #expect(CommandReader(wording: .english).read(line, for: ItemWords(form.items[0])) == expected)
  }
}
