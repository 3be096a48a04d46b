import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// Rows that are typed in one line, one after the other.
@Suite struct LineRowTests {
  private static func person(_ lines: String...) throws -> Interviewee {
    var person = try Interviewee(to: PaintShop.form(PaintShop.rows()))
    person.type("yes")
    for line in lines { person.type(line) }
    return person
  }

  /// A row that leaves nothing to ask.
  private static let whole = "Ochre 20 mL twice a day flat brush for the door"

  @Test func `the first row says that a whole line is welcome`() throws {
    let person = try Self.person()
    #expect(
      person.page.onOneLine.contains(
        "You can type all of it in one line. Like Ochre 20 mL twice a day for the door."))
    #expect(!person.page.contains("Shade 1"))
  }

  @Test func `what was understood is said back word by word`() throws {
    let person = try Self.person("terra rossa matt 20ml bid flat brush for the door")
    #expect(
      person.page.onOneLine.contains(
        "Understood: Terra Rossa matt (sienna), 20 mL, two times a day, flat brush. For: the door.")
    )
  }

  @Test func `only what is missing is asked`() throws {
    var person = try Self.person("ochre prn flat brush")
    #expect(person.question == "How much each time?")
    person.type("5 mL")
    #expect(person.question == "How often at most?")
    person.type("3")
    #expect(person.question == "What for?")
    person.type("skip")
    #expect(person.question == "Another one? Type it, or press Enter if there is no more.")
    #expect(person.page.contains("1  Ochre, 5 mL, Only when I need it, 3, flat brush."))
    person.type("")
    #expect(person.question == "End?")
  }

  @Test func `the next row is typed at once`() throws {
    var person = try Self.person(Self.whole, "jade 5 mL daily round brush for vases", "Foobarex")
    #expect(person.question == "How much each time?")
    #expect(person.page.contains("This name is not in our list. We keep it as you typed it."))
    person.type("skip", "skip", "skip", "skip")
    #expect(person.page.contains("1  Ochre, 20 mL, two times a day, flat brush. For: the door."))
    #expect(person.page.contains("2  Jade (翡翠), 5 mL, once a day, round brush. For: vases."))
    #expect(person.page.contains("3  Foobarex."))
  }

  @Test(arguments: ["", "  ", "no", "None", "no.", "nothing", "2", "skip"])
  func `an empty line and a no end the list`(_ line: String) throws {
    var person = try Self.person(Self.whole)
    person.type(line)
    #expect(person.question == "End?")
    #expect(person.values("paint.name").count == 1)
  }

  @Test(arguments: ["none", "no", "Nothing."])
  func `a first row that there is not is left, and keeps nothing open`(_ line: String) throws {
    var person = try Self.person(line)
    #expect(person.question == "End?")
    #expect(person.states("paint.name") == [.skipped] && person.states("paint.what") == [.skipped])
    // What is needed is asked once more before the end.
    person.type("yes", "0")
    #expect(person.question == "Which paint?")
  }

  @Test func `an empty line at the first row is an error`() throws {
    let person = try Self.person("")
    #expect(person.question == "Which paint?" && person.page.contains("Error: "))
  }

  @Test func `a row that was begun and is not wanted goes`() throws {
    for line in ["", "none"] {
      var person = try Self.person(Self.whole, "yes")
      #expect(person.question == "Which paint?")
      person.type(line)
      #expect(person.question == "End?")
      #expect(person.values("paint.name").count == 1)
      person.type("back")
      #expect(person.page.contains("1  Ochre"))
    }
  }

  @Test func `change asks all of a row, and comes back`() throws {
    var person = try Self.person(Self.whole, "jade 5 mL daily round brush for vases", "change 1")
    #expect(person.question == "Which paint?" && person.page.contains("Your answer now: Ochre."))
    person.type("")
    #expect(person.question == "How much each time?")
    person.type("30 mL", "", "", "for hooks")
    #expect(person.question == "Another one? Type it, or press Enter if there is no more.")
    #expect(person.page.contains("1  Ochre, 30 mL"))
    person.type("remove 2", "yes")
    #expect(person.values("paint.name").count == 1)
  }

  @Test func `back goes to what the line answered`() throws {
    var person = try Self.person("ochre 20 mL bid")
    #expect(person.question == "Which kinds of brush?")
    person.type("back")
    #expect(person.question == "How often?")
    #expect(person.page.contains("Your answer now: Two times a day."))
    person.type("daily")
    #expect(person.question == "Which kinds of brush?")
  }

  @Test func `a name that is changed asks again what was said of the other`() throws {
    var person = try Self.person(Self.whole, "back", "back", "back", "back", "back")
    #expect(person.question == "Which paint?")
    person.type("jade daily")
    #expect(person.question == "How much each time?")
    person.type("")
    #expect(person.question == "How often?" && person.page.contains("Your answer now: Once a day."))
  }

  @Test func `a new line about the same takes the place of what was said`() throws {
    var person = try Self.person(Self.whole, "back", "back", "back", "back", "back")
    person.type("ochre 30 mL")
    #expect(person.question == "Another one? Type it, or press Enter if there is no more.")
    #expect(person.page.contains("1  Ochre, 30 mL, two times a day, flat brush. For: the door."))
  }

  @Test func `what looks alike is asked once, and the rest of the line stands`() throws {
    var person = try Self.person("umber 20 mL bid flat brush for the door")
    #expect(person.question == "Did you mean Umber or Amber?")
    #expect(person.page.contains("3  No, ask me again."))
    person.type("2")
    #expect(person.question == "Another one? Type it, or press Enter if there is no more.")
    #expect(person.page.contains("1  Amber, 20 mL, two times a day, flat brush. For: the door."))
  }

  @Test func `a spelling that is near is offered, and the line can be kept`() throws {
    var person = try Self.person("vurdigras matt 20 mL bid")
    #expect(person.page.contains("This name is not in our list."))
    #expect(person.question == "Did you mean this?")
    var other = person
    person.type("1")
    #expect(
      person.values("paint.name") == [
        [.coding(Coding(system: "urn:paints", code: "verdigris", display: "Verdigris matt"))]
      ])
    other.type("2")
    #expect(other.values("paint.name") == [[.string("vurdigras matt")]])
    for person in [person, other] {
      #expect(person.values("paint.amount")[0].map(\.plainText) == ["20 mL"])
      #expect(person.question == "Which kinds of brush?")
    }
  }

  @Test func `none of these asks again with the line as it was typed`() throws {
    var person = try Self.person("umber 20 mL", "3")
    #expect(person.question == "Which paint?")
    #expect(person.turn.prefill == "umber 20 mL")
    #expect(person.states("paint.amount") == [.notReached])
    person.type("ochre 20 mL")
    #expect(person.values("paint.amount")[0].map(\.plainText) == ["20 mL"])
  }

  @Test func `a draft asks only what is missing`() throws {
    var person = try Self.person("ochre bid for the door")
    let draft = try person.conversation.response.document(as: .inProgress, authored: TestClock.now)
    var later = try Interviewee(
      to: PaintShop.form(PaintShop.rows()), from: draft.root)
    for text in ["How much each time?", "Which kinds of brush?"] {
      #expect(person.question == text && later.question == text)
      person.type("skip")
      later.type("skip")
    }
    #expect(later.page.contains("1  Ochre, two times a day. For: the door."))
  }

  @Test func `pages that answers of a line open are shown`() throws {
    let page = #"""
      ,{"linkId":"page","type":"display","text":"Open the windows.",
       "enableWhen":[{"question":"paint.often","operator":"=","answerCoding":{"system":"urn:often","code":"needed"}}],
       "extension":[{"url":"\#(PaintShop.own)help-page","valueCode":"emergency"}]}
      """#
    var person = try Interviewee(to: PaintShop.form(PaintShop.rows() + page))
    person.type("yes", "ochre 5 mL as needed for the door")
    #expect(person.turn.isHelpPage && person.page.contains("Open the windows."))
    person.type("")
    #expect(person.question == "How often at most?")
  }

  @Test func `a single question out of a long list says back what the name means`() throws {
    let item = #"{"linkId":"q","type":"open-choice","text":"Paint?","answerValueSet":"urn:all"}"#
    for (line, note) in [
      ("terra rossa", "Understood: Terra Rossa (sienna)"), ("OCHRE", "Your answer: Ochre"),
      ("Foobarex", "This name is not in our list. We keep it as you typed it."),
    ] {
      var person = try Interviewee(
        to: PaintShop.form(item + #",{"linkId":"r","type":"string","text":"Next?"}"#))
      person.type(line)
      #expect(person.question == "Next?" && person.page.contains(note), "\(line)")
      person.type("back")
      #expect(person.page.contains("Your answer now:"))
    }
  }

  @Test func `a list of options is made once, and anew in another language`() throws {
    let person = try Self.person()
    let node = person.conversation.response.nodes(linkId: "paint.name")[0]
    let words = person.conversation.words(of: node)
    let list = person.conversation.options(of: words)
    var later = person
    later.type("umb", "back", Self.whole)
    #expect(later.conversation.options(of: words) === list)
    let spanish = LanguageChoice(wanted: LanguageTag("es"), own: nil)
    #expect(later.conversation.options(of: ItemWords(words.item, in: spanish)) !== list)
  }
}
