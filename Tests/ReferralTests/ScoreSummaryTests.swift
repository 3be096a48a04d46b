import FHIR
import FormFiller
import Testing

@testable import Referral

/// What the summary makes of scores.
@Suite struct ScoreSummaryTests {
  private static let options = (0...3).map { weight in
    #"{"valueCoding":{"system":"s","code":"\#(weight)"},"extension":[{"url":"\#(ExtensionURL.itemWeight.rawValue)","valueDecimal":\#(weight)}]}"#
  }.joined(separator: ",")

  private static func question(_ linkId: String) -> String {
    #"{"linkId":"\#(linkId)","type":"choice","text":"\#(linkId)","answerOption":[\#(options)]}"#
  }

  private static func band(
    _ label: String, _ low: Int, _ high: Int, age: Int? = 18, condition: String? = nil
  ) -> String {
    let age =
      age.map {
        #","age":{"low":{"value":\#($0),"unit":"years","system":"http://unitsofmeasure.org","code":"a"}}"#
      } ?? ""
    let condition = condition.map { #","condition":"\#($0)""# } ?? ""
    return
      #"{"category":"reference","context":{"text":"\#(label)"},"range":{"low":{"value":\#(low)},"high":{"value":\#(high)}}\#(age)\#(condition)}"#
  }

  private static let definition = #"""
    {"resourceType":"ObservationDefinition","id":"d","code":{"text":"Mood"},
     "preferredReportName":"MOOD","qualifiedInterval":[
      {"category":"absolute","range":{"low":{"value":0},"high":{"value":9}}},
      \#(band("few", 0, 4)),\#(band("many", 5, 9, condition: "May be pain.")),
      \#(band("positive", 5, 9, age: nil))]}
    """#

  private static let expression =
    "%resource.descendants().where(linkId in ('q1' | 'q2' | 'q3')).answer.value"

  private static func form(
    calculation: String =
      "iif(\(expression).count() = 3, \(expression).weight().sum())"
  ) throws -> Form {
    try TestForm.form(
      #"""
      {"linkId":"birth","type":"date",\#(TestForm.role("birth-date"))},
      {"linkId":"helps","type":"boolean"},
      {"linkId":"helper","type":"string",\#(TestForm.role("helper-name")),
       "enableWhen":[{"question":"helps","operator":"=","answerBoolean":true}]},
      {"linkId":"gate","type":"boolean"},
      {"linkId":"mood","type":"group","text":"Mood",\#(TestForm.code(.privacy, "sensitive")),
       "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}],
       "extension":[{"url":"\#(ExtensionURL.wordingSource.rawValue)","extension":[
        {"url":"document","valueString":"The book of moods"},{"url":"credit","valueString":"By N. N."}]}],
       "item":[\#(question("q1")),\#(question("q2")),\#(question("q3")),
        {"linkId":"total","type":"decimal","readOnly":true,"extension":[
         {"url":"\#(ExtensionURL.hidden.rawValue)","valueBoolean":true},
         {"url":"\#(ExtensionURL.scoreDefinition.rawValue)","valueReference":{"reference":"#d"}},
         {"url":"\#(ExtensionURL.scoreNote.rawValue)","valueString":"Mind the pain."},
         {"url":"\#(ExtensionURL.calculatedExpression.rawValue)","valueExpression":{
          "language":"text/fhirpath","expression":"\#(calculation)"}}]}]}
      """#, containing: definition)
  }

  private static func summary(
    _ weights: [Int?], birth: String? = "1970-01-01", isHelped: Bool = false,
    disclosure: Disclosure = .everything, form: Form? = nil
  ) throws -> ReferralSummary {
    var response = Response(to: try form ?? Self.form())
    if let birth { try response.answer("birth", .date(#require(PartialDate(birth)))) }
    try response.answer("helps", .boolean(isHelped))
    if !weights.isEmpty { try response.answer("gate", .boolean(true)) }
    for (place, weight) in weights.enumerated() {
      guard let weight else {
        try response.change("q\(place + 1)", .decline(.askedDeclined))
        continue
      }
      try response.answer("q\(place + 1)", .coding(Coding(system: "s", code: "\(weight)")))
    }
    return try response.summary(.stopped, disclosure: disclosure)
  }

  // MARK: - Where a score stands

  @Test(
    arguments: [
      ([1, 2, 3], .value(6), "MOOD 6 of 9 (many; positive)"),
      ([1, 0, 3], .value(4), "MOOD 4 of 9 (few)"),
      ([0, 0, 0], .value(0), "MOOD 0 of 9 (few)"),
      (
        [3, 2, nil], .incomplete(missing: 1, of: 3, sum: 5), "MOOD not computed (1 of 3 missing)"
      ),
      (
        [3, nil, nil], .incomplete(missing: 2, of: 3, sum: 3), "MOOD not computed (2 of 3 missing)"
      ),
      (
        [nil, nil, nil], .incomplete(missing: 3, of: 3, sum: 0),
        "MOOD not computed (3 of 3 missing)"
      ),
      ([], .notAsked, "not asked: MOOD"),
    ] as [([Int?], Score.Outcome, String)])
  func `a score has a value, or says why it has none`(
    _ weights: [Int?], _ outcome: Score.Outcome, _ words: String
  ) throws {
    let summary = try Self.summary(weights)
    #expect(summary.scores.map(\.outcome) == [outcome])
    #expect(summary.scores.map(\.name) == ["MOOD"])
    let line = TextRenderer().pageOne(of: summary).lines.first { $0.hasPrefix("Scores ") }
    #expect(line?.dropFirst(16).hasPrefix(words) == true)
  }

  @Test(
    arguments: [
      (1, 3, 14, "2 answered items add to 14"), (2, 3, 3, "1 answered item adds to 3"),
      (3, 3, 0, nil), (1, 3, nil, nil),
    ] as [(Int, Int, ExactDecimal?, String?)])
  func `what the answered items add to is said in words, for it is no score`(
    _ missing: Int, _ count: Int, _ sum: ExactDecimal?, _ words: String?
  ) {
    #expect(SummaryWording.partialSum(missing: missing, of: count, sum: sum) == words)
  }

  @Test func `a sum of incomplete answers is nowhere a number`() throws {
    let summary = try Self.summary([3, 2, nil])
    #expect(TextRenderer().render(summary).contains("  2 answered items add to 5\n"))
    let score = JSONRenderer().document(summary).root["scores"]?.elements.first
    #expect(score?["value"] == nil)
    #expect(score?["answered"]?.string == "2 answered items add to 5")
  }

  @Test(arguments: ["'a word'", "1 | 2"])
  func `a score that cannot be worked out is neither zero nor no`(_ calculation: String) throws {
    let summary = try Self.summary([1, 2, 3], form: try Self.form(calculation: calculation))
    #expect(summary.scores.map(\.outcome) == [.failed])
    #expect(TextRenderer().render(summary).contains("MOOD could not be worked out"))
  }

  @Test func `a number that a person gives can be a score, without any calculation`() throws {
    let form = try TestForm.form(
      #"""
      {"linkId":"now","type":"integer","text":"Now?","extension":[
       {"url":"\#(ExtensionURL.scoreDefinition.rawValue)","valueReference":{"reference":"#d"}}]}
      """#, containing: Self.definition)
    var response = Response(to: form)
    #expect(try response.summary().scores.map(\.outcome) == [.unanswered(.notReached)])
    try response.change("now", .decline(.askedUnknown))
    #expect(try response.summary().scores.map(\.outcome) == [.unanswered(.doesNotKnow)])
    try response.answer("now", .integer(7))
    #expect(try response.summary().scores.map(\.outcome) == [.value(7)])
  }

  // MARK: - Bands

  @Test(
    arguments: [
      ("1970-01-01", ["many", "positive"], "many; positive"),
      ("2010-01-01", ["positive"], "positive"),
      (nil, ["many", "positive"], "many from 18 years; positive"),
      // On that day it is 17 or 18 years.
      ("2007", ["many", "positive"], "many; positive"),
    ])
  func `bands are those for the person's age`(
    _ birth: String?, _ labels: [String], _ words: String
  ) throws {
    let summary = try Self.summary([3, 3, 3], birth: birth)
    let score = try #require(summary.scores.first)
    #expect(score.bands.map(\.label) == labels)
    #expect(
      SummaryWording.score(score, age: summary.patient.age) == "MOOD 9 of 9 (\(words))")
  }

  /// Bands for all, for women and for men, as some instruments have them.
  private static func genderedScore(_ value: ExactDecimal) throws -> Score {
    func read(_ text: String, gender: String?) throws -> ScoreBand {
      let gender = gender.map { #","gender":"\#($0)"}"# } ?? "}"
      return try #require(ScoreBand(JSONDocument(String(text.dropLast()) + gender).root))
    }
    let scale = [
      try read(band("low", 0, 2), gender: nil), try read(band("high", 3, 9), gender: nil),
      try read(band("low", 0, 2), gender: "female"), try read(band("high", 3, 9), gender: "female"),
      try read(band("low", 0, 3), gender: "male"), try read(band("high", 4, 9), gender: "male"),
    ]
    return Score(
      linkId: "s", name: "S", outcome: .value(value), least: 0, greatest: 9, scale: scale,
      meaning: .bands(scale.filter { $0.gender == nil && $0.contains(value) }), notes: [],
      instrument: nil)
  }

  @Test(
    arguments: [
      (2, "S 2 of 9 (low)"), (3, "S 3 of 9 (high; for men: low)"), (4, "S 4 of 9 (high)"),
    ] as [(ExactDecimal, String)])
  func `a band that another gender would have is named with whom it is for`(
    _ value: ExactDecimal, _ words: String
  ) throws {
    #expect(SummaryWording.score(try Self.genderedScore(value), age: 40...40) == words)
  }

  @Test(
    arguments: [
      (40...40, "low 0-2; high 3-9. for women: low 0-2; high 3-9. for men: low 0-3; high 4-9"),
      (
        nil,
        "low 0-2, from 18 years; high 3-9, from 18 years. for women: low 0-2, from 18 years; "
          + "high 3-9, from 18 years. for men: low 0-3, from 18 years; high 4-9, from 18 years"
      ),
    ] as [(ClosedRange<Int>?, String)])
  func `a scale says whom its bands are for`(_ age: ClosedRange<Int>?, _ words: String) throws {
    #expect(SummaryWording.bands(try Self.genderedScore(3).scale, age: age) == words)
  }

  @Test func `a helper's answers have no bands, and the helper is named`() throws {
    let summary = try Self.summary([3, 3, 3], isHelped: true)
    let score = try #require(summary.scores.first)
    #expect(score.outcome == .value(9))
    #expect(score.meaning == .answeredByHelper)
    #expect(score.bands.isEmpty)
    #expect(summary.respondent.isHelper)
    for format in SummaryFormat.allCases {
      let text = format.render(summary)
      #expect(!text.contains("many; positive") && !text.contains("(many"))
    }
    let page = TextRenderer().pageOne(of: summary).lines.words
    #expect(page.contains("answered through a helper: no bands"))
  }

  @Test(arguments: [Change.Author.helper, .patient, .staff])
  func `a helper is known from the record as well`(_ author: Change.Author) throws {
    var response = Response(to: try Self.form())
    try response.answer("gate", .boolean(true))
    var context = try TestForm.context()
    context.authors = [author]
    let summary = ReferralSummary(of: response, status: .stopped, context: context)
    #expect(summary.respondent.isHelper == (author == .helper))
  }

  // MARK: - Notes and wording

  @Test func `a score has its notes beside it, once`() throws {
    let summary = try Self.summary([3, 3, 3])
    #expect(summary.scores.map(\.notes) == [["Mind the pain.", "May be pain."]])
    let text = TextRenderer().render(summary)
    #expect(text.contains("  Mind the pain.\n  May be pain.\n"))
    #expect(text.contains("By the source of the instrument: many 5-9; positive 5-9"))
  }

  @Test(
    arguments: [
      ("", "wording unverified: The book of moods", true),
      (
        #",{"url":"compared","valueDate":"2025-01-02"}"#,
        "wording compared on 2025-01-02: The book of moods", false
      ),
      (
        #",{"url":"compared","valueDate":"2025-01-02"},{"url":"unverified","valueBoolean":true}"#,
        "wording unverified: The book of moods", true
      ),
    ])
  func `says whether the wording was compared with its source`(
    _ parts: String, _ words: String, _ isUnverified: Bool
  ) throws {
    let node = try JSONDocument(
      #"{"extension":[{"url":"document","valueString":"The book of moods"}\#(parts)]}"#)
    let instrument = Instrument(linkId: "mood", name: "Mood", wording: WordingSource(node.root))
    #expect(SummaryWording.wording(instrument) == words)
    #expect((SummaryWording.unverified([instrument]) != nil) == isUnverified)
  }

  @Test func `an instrument that was asked has its credit and its wording's status`() throws {
    #expect(try Self.summary([]).instruments.isEmpty)
    let summary = try Self.summary([1, 2, 3])
    #expect(summary.instruments.map(\.linkId) == ["mood"])
    #expect(summary.scores.map(\.instrument) == ["mood"])
    let text = TextRenderer().render(summary)
    #expect(text.contains("Mood: wording unverified: The book of moods\n    By N. N.\n"))
    let page = TextRenderer().pageOne(of: summary).lines.words
    #expect(page.contains("wording unverified: Mood"))
  }

  // MARK: - What is withheld

  @Test func `a score of withheld answers is withheld`() throws {
    let summary = try Self.summary([3, 3, 3], disclosure: .withoutSensitive)
    #expect(summary.scores.map(\.outcome) == [.withheld])
    #expect(summary.scores.allSatisfy { $0.bands.isEmpty })
    let page = TextRenderer().pageOne(of: summary).lines
    #expect(page.contains("Scores          withheld: MOOD; wording unverified: Mood"))
    for format in SummaryFormat.allCases {
      #expect(!format.render(summary).contains("May be pain"))
    }
  }
}
