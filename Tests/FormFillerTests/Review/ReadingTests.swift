import FHIR
import Testing

@testable import FormFiller

/// The reading grade, and what the review says of hard texts.
@Suite struct ReadingTests {
  private static let nothing = KnownWords(Self.node("{}"))

  private static func node(_ text: String) -> JSONNode {
    do { return try JSONDocument(text).root } catch { return JSONBuilder.object { _ in }.root }
  }

  /// Grades by the formula, from syllables counted by hand as dictionaries divide the words.
  static let grades: [(String, Double)] = [
    ("The cat sat on the mat.", -1.45),
    (
      "This sentence, taken as a reading passage unto itself, is being used to prove a point.", 7.61
    ),
    (
      "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 12.17
    ),
    // 18 words in 2 sentences, 20 syllables.
    (
      "Do you take any pills to help you sleep at night? Tell us how much and how often.", 1.03
    ),
    // The sentence of the cat; labels count for their 2 syllables a word alone: 16 in 11 words.
    ("The cat sat on the mat.\nSeven\nDoctor\nTable\nAnswer\nKidney", 3.91),
    // Labels alone: one word each.
    ("Seven\nDoctor", 8.4),
    // One sentence of 52 words, 93 syllables.
    (
      """
      We the People of the United States, in Order to form a more perfect Union, establish Justice, \
      insure domestic Tranquility, provide for the common defence, promote the general Welfare, and \
      secure the Blessings of Liberty to ourselves and our Posterity, do ordain and establish this \
      Constitution for the United States of America.
      """, 25.8
    ),
  ]

  @Test(arguments: grades) func `grades well-known sentences`(_ text: String, _ grade: Double)
    throws
  {
    var measure = ReadingMeasure()
    for sentence in ReadingMeasure.sentences(of: text) { measure.add(sentence, Self.nothing) }
    let found = try #require(measure.grade)
    #expect(abs(found - grade) < 1, "\(found)")
  }

  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("A line\nand one more", ["A line", "and one more"]),
    ("About 7.5 mg, e.g. a half, by Dr. Who.", ["About 7.5 mg, e.g. a half, by Dr. Who."]),
    (
      "She said \"stop.\" (It was late.) So be it…",
      ["She said \"stop.\"", "(It was late.)", "So be it…"]
    ),
    ("... - !", []),
  ])
  func `finds the ends of sentences`(_ text: String, _ sentences: [String]) {
    #expect(ReadingMeasure.sentences(of: text) == sentences)
  }

  @Test func `takes known words with their plurals, whatever the case`() {
    let known = KnownWords(
      Self.node(
        #"{"extension":[{"url":"https://intake.example/fhir/StructureDefinition/known-words","valueString":"ketamine  Opioid"}]}"#
      ))
    let words = ["ketamine", "Ketamine", "opioids", "opioid's", "opioid’s", "opio", "ketaminer"]
    #expect(words.map { known.contain($0) } == [true, true, true, true, true, false, false])
  }

  // MARK: - Forms

  private static let hard =
    "Immediately communicate extraordinary hypersensitivity manifestations to administrative personnel."

  /// Twelve different sentences of nine words.
  private static func section(_ members: String = "", _ words: String = hard) -> String {
    let texts = (1...12).map {
      #"{"linkId":"s\#($0)","type":"display","text":"\#($0) \#(words)"}"#
    }
    return #"{"linkId":"s","type":"group"\#(members),"item":[\#(texts.joined(separator: ","))]}"#
  }

  private static func findings(_ items: String, _ members: String = "") throws -> [FormProblem] {
    let text = #"{"resourceType":"Questionnaire"\#(members),"item":[\#(items)]}"#
    return Form(try #require(Questionnaire(JSONDocument(text).root))) { _ in [] }.review()
  }

  private static func grades(_ problems: [FormProblem]) -> [String?] {
    problems.compactMap { problem -> String?? in
      guard case .review(.readingGrade) = problem.kind else { return nil }
      return .some(problem.linkId)
    }
  }

  private static let known =
    #","extension":[{"url":"https://intake.example/fhir/StructureDefinition/known-words","valueString":"immediately communicate extraordinary hypersensitivity manifestation administrative personnel"}]"#
  private static let whole =
    #","extension":[{"url":"https://intake.example/fhir/StructureDefinition/whole-language","valueBoolean":true}]"#
  private static let hidden =
    #","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]"#

  @Test(
    arguments: [
      ("", section(), ["s"]),
      (#","language":"en-US""#, section(), ["s"]),
      (#","language":"de""#, section(), []),
      ("", section("", "We ask you this so that we can help you more."), []),
      ("", section(known), []),
      (known, section(), []),
      ("", section(whole), []),
      (whole, section(), []),
      ("", section(hidden), []),
      // One sentence that comes again and again is read once.
      (
        "",
        #"{"linkId":"t","type":"group","item":[\#((1...14).map { #"{"linkId":"t\#($0)","type":"display","text":"\#(hard)"}"# }.joined(separator: ","))]}"#,
        []
      ),
    ] as [(String, String, [String])])
  func `grades sections in English that are not fixed`(
    _ members: String, _ items: String, _ sections: [String]
  ) throws {
    #expect(Self.grades(try Self.findings(items, members)) == sections)
  }

  @Test func `names the hard words and the number of words`() throws {
    let finding = try #require(try Self.findings(Self.section()).first)
    guard case .review(.readingGrade(let grade, words: let words, let hardWords)) = finding.kind
    else { throw TestFailure.other(finding) }
    #expect(grade > 20)
    #expect(words == 12 * 9)
    #expect(hardWords.first == "hypersensitivity")
    #expect(finding.severity == .warning)
  }

  private enum TestFailure: Error { case other(FormProblem) }

  private static let sixteen = "a b c d e f g h i j k l m n o p"
  private static let coding = #"[{"valueCoding":{"code":"c","display":"\#(sixteen)"}}]"#
  private static let url = "https://intake.example/fhir/StructureDefinition/why-asked"

  @Test(arguments: [
    (#"{"linkId":"a","type":"display","text":"\#(sixteen)"}"#, 1),
    (#"{"linkId":"a","type":"display","text":"\#(sixteen.dropLast(2))"}"#, 0),
    (#"{"linkId":"a","type":"display","text":"a b c. \#(sixteen). x y."}"#, 1),
    (#"{"linkId":"a","type":"choice","text":"Q","answerOption":\#(coding)}"#, 1),
    (
      #"{"linkId":"a","type":"string","extension":[{"url":"\#(url)","valueString":"\#(sixteen)"}]}"#,
      1
    ),
  ])
  func `names sentences of more than fifteen words`(_ item: String, _ count: Int) throws {
    let found = try Self.findings(item)
    #expect(found.count == count)
    for problem in found {
      #expect(problem.linkId == "a")
      guard case .review(.longSentence(let text, words: 16)) = problem.kind else {
        Issue.record("\(problem)")
        continue
      }
      #expect(text.hasPrefix("a b c d"))
    }
  }

  @Test func `shows the beginning of a very long sentence`() throws {
    let long = String(repeating: "word ", count: 400)
    let problem = try #require(
      try Self.findings(#"{"linkId":"a","type":"display","text":"\#(long)"}"#).first)
    #expect(problem.description.hasSuffix("word word…\""), "\(problem)")
    #expect(problem.description.contains("has 400 words"))
  }
}
