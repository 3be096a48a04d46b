import FHIR
import FormFiller
import LineEditor
import Testing

@testable import Interview

/// Every element that says how an item is to look is shown in a terminal's way; each test fails when
/// its element is ignored.
@Suite struct RenderingElementTests {
  static let core = SpanishForm.core
  static let sdc = SpanishForm.sdc

  /// A question of a type with extensions and other members, and one after it.
  private func person(
    _ type: String = "string", _ extensions: [String] = [], _ members: String = "",
    children: String = ""
  ) throws -> Interviewee {
    let inside = children.isEmpty ? "" : #","item":[\#(children)]"#
    return try Interviewee(
      #"""
      {"linkId":"q","type":"\#(type)","text":"How is it?",
       "extension":[\#(extensions.joined(separator: ","))]\#(members)\#(inside)},
      {"linkId":"z","type":"boolean","text":"After?"}
      """#)
  }

  private static func ext(_ name: String, _ value: String) -> String {
    #"{"url":"\#(name.hasPrefix("http") ? "" : core)\#(name)",\#(value)}"#
  }

  private static func display(_ text: String, control: String) -> String {
    let value = #""valueCodeableConcept":{"coding":[{"code":"\#(control)"}]}"#
    return #"{"linkId":"d-\#(control)","type":"display","text":"\#(text)","extension":["#
      + ext("questionnaire-itemControl", value) + "]}"
  }

  private static func display(_ text: String, category: String) -> String {
    let value = #""valueCodeableConcept":{"coding":[{"code":"\#(category)"}]}"#
    return #"{"linkId":"c-\#(category)","type":"display","text":"\#(text)","extension":["#
      + ext("questionnaire-displayCategory", value) + "]}"
  }

  /// Options, some of them with extensions.
  private static func options(_ options: (label: String, extensions: String)...) -> String {
    let elements = options.enumerated().map { index, option in
      #"{"valueCoding":{"code":"c\#(index)","display":"\#(option.label)"},"#
        + #""extension":[\#(option.extensions)]}"#
    }
    return #","answerOption":["# + elements.joined(separator: ",") + "]"
  }

  // MARK: - Hints, names and help

  @Test(arguments: ["entryFormat", "questionnaire-entryFormat"])
  func `entryFormat is the hint`(_ name: String) throws {
    let person = try person("string", [Self.ext(name, #""valueString":"Like AB 12""#)])
    #expect(person.turn.blocks.contains(.hint("Like AB 12")))
  }

  @Test func `shortText names the question in the list of answers`() throws {
    var person = try person("string", [Self.ext(Self.sdc + "shortText", #""valueString":"State""#)])
    #expect(person.question == "How is it?")
    person.type("fine", "review")
    #expect(person.page.contains("State: fine") && !person.page.contains("How is it?"))
  }

  @Test func `supportLink is told in help`() throws {
    let link = "https://example.org/more"
    var person = try person(
      "string", [Self.ext("questionnaire-supportLink", #""valueUri":"\#(link)""#)])
    #expect(!person.page.contains(link))
    person.type("?")
    #expect(person.page.contains("More to read: \(link)"))
    #expect(!person.page.contains("There is no more to say"))
  }

  @Test func `itemControl help is shown by the question mark alone`() throws {
    var person = try person(children: Self.display("Take your time.", control: "help"))
    #expect(!person.page.contains("Take your time."))
    person.type("?")
    #expect(person.page.contains("Take your time."))
    person.type("", "fine")
    #expect(person.question == "After?" && !person.page.contains("Take your time."))
  }

  @Test func `itemControl help of a group and of the form helps with each question`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","type":"group","item":[
        {"linkId":"q","type":"string","text":"How is it?"},
        \#(Self.display("In this part.", control: "help"))]},
      \#(Self.display("In this form.", category: "help"))
      """#)
    #expect(!person.page.contains("In this"))
    person.type("?")
    #expect(person.page.contains("In this part.") && person.page.contains("In this form."))
    person.type("", "fine")
    #expect(person.page.contains("Check your answers") && !person.page.contains("In this"))
  }

  @Test func `itemControl flyover is shown with the hint`() throws {
    var person = try person(children: Self.display("Best guess.", control: "flyover"))
    #expect(person.turn.blocks.contains(.hint("Best guess.")))
    person.type("fine")
    #expect(!person.page.contains("Best guess."))
  }

  @Test func `itemControl prompt, unit, lower and upper are shown with the question`() throws {
    let person = try person(
      "integer",
      [Self.ext("minValue", #""valueInteger":0"#), Self.ext("maxValue", #""valueInteger":10"#)],
      children: [
        Self.display("Think of today.", control: "prompt"),
        Self.display("points", control: "unit"), Self.display("no pain", control: "lower"),
        Self.display("the worst", control: "upper"),
      ].joined(separator: ","))
    for text in ["Think of today.", "Unit: points", "0: no pain", "10: the worst"] {
      #expect(person.page.contains(text), "\(text)")
    }
  }

  @Test func `displayCategory instructions and security stand with their question`() throws {
    var person = try person(
      children: Self.display("Sit down first.", category: "instructions") + ","
        + Self.display("Only your doctor sees this.", category: "security"))
    #expect(person.page.contains("Sit down first."))
    #expect(person.page.contains("Privacy: Only your doctor sees this."))
    person.type("fine")
    #expect(person.question == "After?" && !person.page.contains("Sit down first."))
  }

  @Test func `displayCategory security is marked before a question, help is kept for help`() throws
  {
    var person = try Interviewee(
      #"""
      \#(Self.display("Kept for a year.", category: "security")),
      {"linkId":"q","type":"string","text":"How is it?","item":[
        \#(Self.display("Any word.", category: "help"))]}
      """#)
    #expect(person.page.contains("Privacy: Kept for a year."))
    #expect(!person.page.contains("Any word."))
    person.type("?")
    #expect(person.page.contains("Any word."))
  }

  // MARK: - Sliders and options

  private static func slider(_ type: String, step: String) -> [String] {
    [
      ext(
        "questionnaire-itemControl",
        #""valueCodeableConcept":{"coding":[{"code":"slider"}]}"#),
      ext("minValue", #""value\#(type)":10"#), ext("maxValue", #""value\#(type)":100"#),
      ext("questionnaire-sliderStepValue", #""value\#(type)":\#(step)"#),
    ]
  }

  @Test(arguments: [
    ("integer", "Integer", "15", "25", true), ("integer", "Integer", "15", "10", true),
    ("integer", "Integer", "15", "100", true), ("integer", "Integer", "15", "26", false),
    ("integer", "Integer", "15", "15", false), ("decimal", "Decimal", "0.25", "10.75", true),
    ("decimal", "Decimal", "0.25", "10.8", false),
  ])
  func `sliderStepValue takes only steps from the least`(
    _ type: String, _ kind: String, _ step: String, _ typed: String, _ isTaken: Bool
  ) throws {
    var person = try person(type, Self.slider(kind, step: step))
    #expect(person.page.contains("Use steps of \(step), counted from 10."))
    person.type(typed)
    #expect((person.question == "After?") == isTaken, "\(person.page)")
    if !isTaken {
      #expect(person.page.contains("Error: Use steps of \(step), counted from 10"))
      #expect(person.states("q") == [.notReached])
    }
  }

  @Test func `sliderStepValue means nothing where no slider is asked for`() throws {
    var person = try person(
      "integer", [Self.ext("questionnaire-sliderStepValue", #""valueInteger":5"#)])
    person.type("7")
    #expect(person.values("q") == [[.integer(7)]])
  }

  @Test(arguments: [
    ("horizontal", Terminal.Presentation.styled, 80, ["  1  Yes    2  No"]),
    ("horizontal", .styled, 21, ["  1  Yes    2  No"]),
    ("horizontal", .plain, 80, ["  1  Yes", "  2  No"]),
    ("vertical", .styled, 80, ["  1  Yes", "  2  No"]),
  ])
  func `choiceOrientation puts short options side by side`(
    _ orientation: String, _ presentation: Terminal.Presentation, _ columns: Int, _ lines: [String]
  ) throws {
    let person = try person(
      "choice",
      [Self.ext("questionnaire-choiceOrientation", #""valueCode":"\#(orientation)""#)],
      Self.options(("Yes", ""), ("No", "")))
    let renderer = PageRenderer(presentation: presentation, colour: .off, columns: columns)
    let shown = person.turn.blocks.flatMap { renderer.lines(for: $0, isFirst: true) }
    #expect(shown.filter { $0.hasPrefix("  ") } == lines)
  }

  @Test func `choiceOrientation of long options is one below the other`() {
    let renderer = PageRenderer(presentation: .styled, colour: .off, columns: 40)
    let choices = ["One that is quite long", "Another that is long"].enumerated().map {
      Block.Choice(marker: String($0.offset + 1), label: $0.element)
    }
    #expect(
      renderer.lines(for: .choicesInARow(choices), isFirst: true)
        == renderer.lines(for: .choices(choices), isFirst: true))
  }

  private static func prefix(_ mark: String) -> String {
    ext("questionnaire-optionPrefix", #""valueString":"\#(mark)""#)
  }

  @Test(arguments: [
    ("A)", "c0"), ("a", "c0"), ("(b)", "c1"), ("B", "c1"), ("Often", "c1"),
  ])
  func `optionPrefix stands before the option and is typed for it`(
    _ typed: String, _ code: String
  ) throws {
    var person = try person(
      "choice", [], Self.options(("Never", Self.prefix("A)")), ("Often", Self.prefix("B)"))))
    #expect(person.page.contains("A)  Never") && !person.page.contains("1  Never"))
    #expect(person.page.contains("Type one letter, like A."))
    person.type(typed)
    #expect(person.values("q").first?.map(\.codeText) == [code], "\(person.page)")
  }

  @Test(arguments: [("0", "c0"), ("1", "c1"), ("number 0", "c0"), ("Not at all", "c0")])
  func `optionPrefix can be the score`(_ typed: String, _ code: String) throws {
    var person = try person(
      "choice", [],
      Self.options(("Not at all", Self.prefix("0")), ("Several days", Self.prefix("1"))))
    person.type(typed)
    #expect(person.values("q").first?.map(\.codeText) == [code])
    person.type("back", "2")
    #expect(person.page.contains("There is no 2 on the list. Type 0 to 1."))
  }

  @Test func `optionPrefix that is the number in another label is asked back`() throws {
    var person = try person(
      "choice", [],
      Self.options(("2 a day", Self.prefix("1")), ("3 a day", Self.prefix("2"))))
    person.type("2")
    #expect(person.page.contains("Which one do you mean?"))
  }

  @Test func `optionPrefix takes several at once`() throws {
    var person = try person(
      "choice", [],
      #","repeats":true"#
        + Self.options(
          ("Back", Self.prefix("a.")), ("Knee", Self.prefix("b.")), ("Head", Self.prefix("c."))))
    person.type("a c")
    #expect(person.values("q").first?.map(\.codeText) == ["c0", "c2"])
  }

  @Test func `optionPrefix that does not tell options apart gives way to numbers`() throws {
    var person = try person(
      "choice", [], Self.options(("Never", Self.prefix("-")), ("Often", Self.prefix("-"))))
    #expect(person.page.contains("2  Often"))
    person.type("2")
    #expect(person.values("q").first?.map(\.codeText) == ["c1"])
  }

  // MARK: - Renderings and pictures

  private static func rendered(_ name: String, _ type: String, _ markup: String) -> String {
    #","_text":{"extension":[\#(ext(name, #""value\#(type)":"\#(markup)""#))]}"#
  }

  @Test(arguments: [
    ("rendering-xhtml", "String", "<p>Think:</p><ul><li>today</li><li><b>now</b></li></ul>"),
    ("rendering-markdown", "Markdown", #"Think:\n\n- today\n- **now**"#),
  ])
  func `rendering-xhtml and rendering-markdown are shown as clean text`(
    _ name: String, _ type: String, _ markup: String
  ) throws {
    let person = try person("string", [], Self.rendered(name, type, markup))
    #expect(person.question == "Think:\n\n- today\n- now")
    #expect(person.page.contains("- today\n- now"))
  }

  @Test(arguments: ["<p>broken", "<script>x</script>", #"<p>\u001B[2J"#])
  func `rendering-xhtml that cannot be read gives way to the text`(_ markup: String) throws {
    let person = try person("string", [], Self.rendered("rendering-xhtml", "String", markup))
    #expect(person.question == "How is it?")
  }

  @Test func `rendering-xhtml of an option is its label`() throws {
    var person = try person(
      "choice", [],
      #"""
      ,"answerOption":[{"valueCoding":{"code":"x","display":"NSAID","_display":{"extension":[
        \#(Self.ext("rendering-xhtml", #""valueString":"Pain <i>pills</i>""#))]}}}]
      """#)
    #expect(person.page.contains("1  Pain pills"))
    person.type("pain pills")
    #expect(person.values("q").first?.map(\.codeText) == ["x"])
  }

  @Test func `itemMedia is shown by its title`() throws {
    let media = Self.ext(
      Self.sdc + "itemMedia",
      #""valueAttachment":{"contentType":"image/png","url":"a.png","title":"A spine"}"#)
    #expect(try person("string", [media]).page.contains("[picture: A spine]"))
    let group = try Interviewee(
      #"""
      {"linkId":"g","type":"group","text":"Part","extension":[\#(media)],"item":[
        {"linkId":"q","type":"string","text":"How is it?"}]}
      """#)
    #expect(group.page.contains("[picture: A spine]"))
  }

  @Test func `itemAnswerMedia is shown beside its option`() throws {
    let media = Self.ext(
      Self.sdc + "itemAnswerMedia", #""valueAttachment":{"contentType":"image/png"}"#)
    var person = try person("choice", [], Self.options(("Smile", media), ("Frown", "")))
    #expect(person.page.contains("1  Smile [picture]") && person.page.contains("2  Frown\n"))
    person.type("smile")
    #expect(person.values("q").first?.map(\.codeText) == ["c0"])
    #expect(person.page.contains("Your answer: Smile") && !person.page.contains("[picture]"))
  }

  @Test func `preferredTerminologyServer does not keep the form from being asked`() throws {
    let server = Self.ext(
      Self.sdc + "preferredTerminologyServer", #""valueUrl":"https://tx.example""#)
    let person = try person("string", [server])
    #expect(person.question == "How is it?")
  }
}
