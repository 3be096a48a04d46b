import FHIR
import FHIRPath
import Testing

@testable import FormFiller

/// What answers to the instruments come to, and what that is taken to mean.
@Suite struct InstrumentScoreTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let instrument: Instrument
    let scores: [Int?]
    let total: String?
    let bands: [String]
    var gender: AdministrativeGender?

    init(
      _ instrument: Instrument, _ scores: [Int?], _ total: String?, _ bands: [String] = [],
      _ gender: AdministrativeGender? = nil
    ) {
      self.instrument = instrument
      self.scores = scores
      self.total = total
      self.bands = bands
      self.gender = gender
    }

    var testDescription: String {
      let given = scores.map { $0.map(String.init) ?? "-" }.joined(separator: ",")
      return "\(instrument.rawValue) \(given) \(gender?.rawValue ?? "")"
    }
  }

  /// Scores of so many questions that add up to a total.
  private static func spread(_ total: Int, over count: Int, most: Int = 3) -> [Int?] {
    (0..<count).map { min(most, max(0, total - $0 * most)) }
  }

  static let published = [
    Vector(.phq9, Array(repeating: 1, count: 9), "9", ["mild"]),
    Vector(.phq9, [2, 2, 2, 2, 2, 0, 0, 0, 0], "10", ["moderate", "positive screen"]),
    Vector(.phq9, [0, 0, 0, 0, 0, 0, 0, 0, 1], "1", ["minimal"]),
    Vector(.peg, [7, 8, 6], "7", []),
    Vector(.pcPTSD5, [0], "0", ["below the cut-off"]),
    Vector(.pcPTSD5, [1, 1, 1, 1, 1, 0], "4", ["positive screen"]),
    Vector(.auditC, [2, 1, 1], "4", ["positive screen"]),
    Vector(.auditC, [2, 1, 1], "4", ["positive screen"], .female),
    Vector(.auditC, [2, 1, 1], "4", ["positive screen"], .male),
    Vector(.auditC, [2, 1, 0], "3", ["positive screen"]),
    Vector(.auditC, [2, 1, 0], "3", ["positive screen"], .female),
    Vector(.auditC, [2, 1, 0], "3", ["below the cut-off"], .male),
  ]

  /// The first and the last total of each band.
  static let edges: [Vector] =
    [
      (0, ["minimal"]), (4, ["minimal"]), (5, ["mild"]), (9, ["mild"]),
      (10, ["moderate", "positive screen"]), (14, ["moderate", "positive screen"]),
      (15, ["moderately severe", "positive screen"]),
      (19, ["moderately severe", "positive screen"]), (20, ["severe", "positive screen"]),
      (27, ["severe", "positive screen"]),
    ].map { Vector(.phq9, spread($0, over: 9), "\($0)", $1) }
    + [
      (0, ["minimal"]), (4, ["minimal"]), (5, ["mild"]), (9, ["mild"]),
      (10, ["moderate", "positive screen"]), (14, ["moderate", "positive screen"]),
      (15, ["severe", "positive screen"]), (21, ["severe", "positive screen"]),
    ].map { Vector(.gad7, spread($0, over: 7), "\($0)", $1) }
    + [
      Vector(.auditC, [0], "0", ["below the cut-off"]),
      Vector(.auditC, [0], "0", ["below the cut-off"], .other),
      Vector(.auditC, [1, 1, 0], "2", ["below the cut-off"], .female),
      Vector(.auditC, [4, 4, 4], "12", ["positive screen"], .male),
      Vector(.auditC, [1, 0, 0], "1", ["below the cut-off"]),
      Vector(.pcPTSD5, [1, 0, 0, 0, 0, 0], "0", ["below the cut-off"]),
      Vector(.pcPTSD5, [1, 1, 1, 1, 0, 0], "3", ["below the cut-off"]),
      Vector(.pcPTSD5, [1, 1, 1, 1, 0, 0], "3", ["below the cut-off"], .male),
      Vector(
        .pcPTSD5, [1, 1, 1, 1, 0, 0], "3",
        ["below the cut-off, may be considered positive in women"],
        .female),
      Vector(.pcPTSD5, [1, 1, 1, 0, 0, 0], "2", ["below the cut-off"], .female),
      Vector(.pcPTSD5, [1, 1, 1, 1, 1, 1], "5", ["positive screen"], .female),
      Vector(.peg, [0, 0, 0], "0"), Vector(.peg, [10, 10, 10], "10"),
      Vector(.peg, [7, 7, 6], "6.7"), Vector(.peg, [7, 8, 7], "7.3"),
    ]

  @Test(arguments: published + edges)
  func `a total and its bands`(_ vector: Vector) throws {
    let filler = try vector.instrument.filled(vector.scores)
    let total = try #require(filler.total(vector.instrument).flatMap { ExactDecimal($0) })
    #expect(total == vector.total.flatMap { ExactDecimal($0) })
    #expect(try filler.bands(vector.instrument, gender: vector.gender, age: 40) == vector.bands)
    #expect(try filler.bands(vector.instrument, gender: vector.gender) == vector.bands)
    #expect(try filler.bands(vector.instrument, gender: vector.gender, age: 18) == vector.bands)
    #expect(try filler.bands(vector.instrument, gender: vector.gender, age: 17) == [])
  }

  // MARK: - Missing answers

  static let incomplete: [(Instrument, [Int?], [String], Int)] = [
    (.phq9, [], Instrument.phq9.parts, 9),
    (.phq9, [3, 3, 3, 3, 3, 3, 3, 3, nil], ["phq-9.9"], 9),
    (.phq9, [nil, 0, 0, nil, 0, 0, 0, 0, 0], ["phq-9.1", "phq-9.4"], 9),
    (.gad7, [2, 1], (3...7).map { "gad-7.\($0)" }, 7),
    (.peg, [7, nil, 6], ["peg.enjoyment"], 3),
    (.pcPTSD5, [], ["pc-ptsd-5.event"], 1),
    (.pcPTSD5, [1, 1, 1, 1, 1], ["pc-ptsd-5.5"], 6),
    (.auditC, [1], ["audit-c.2", "audit-c.3"], 3),
    (.auditC, [], ["audit-c.1"], 1),
  ]

  @Test(arguments: incomplete)
  func `no total while a part that is asked has no answer`(
    _ instrument: Instrument, _ scores: [Int?], _ missing: [String], _ asked: Int
  ) throws {
    var filler = try instrument.filled(scores)
    let total = try filler.node(instrument.total)
    func expectNothing() throws {
      #expect(filler.total(instrument) == nil)
      guard case .incomplete(let parts, asked)? = filler.response.calculation(of: total) else {
        Issue.record("\(String(describing: filler.response.calculation(of: total)))")
        return
      }
      #expect(filler.linkIds(parts) == missing)
    }
    try expectNothing()
    // Nor does one that is declined count as an answer.
    try filler.decline(try #require(missing.first), .askedDeclined)
    try expectNothing()
    #expect(filler.response.expressionFailures == [])
  }

  /// The calculation as another filler would evaluate it, which knows nothing of missing parts.
  private func worthOfExpression(
    _ instrument: Instrument, _ scores: [Int?]
  ) throws -> [ExactDecimal?] {
    let filler = try instrument.filled(scores)
    let panel = try #require(filler.form.item(linkId: instrument.rawValue))
    let total = try #require(filler.form.item(linkId: instrument.total))
    var text = try #require(total.source.calculatedExpression).text
    for variable in panel.source.variables {
      let name = try #require(variable.name)
      text = text.replacing("%\(name)", with: variable.text.replacing("%context.", with: ""))
    }
    let expression = try FHIRPathExpression("item.select(\(text))")
    let response = ResourceTree(
      try filler.response.document(as: .inProgress, authored: Filler.time()))
    let options = EvaluationOptions(host: FormHost(form: filler.form))
    return try expression.evaluate(on: response.root, options).map(\.decimal)
  }

  @Test(arguments: incomplete)
  func `the expression itself gives nothing while an answer is missing`(
    _ instrument: Instrument, _ scores: [Int?], _ missing: [String], _ asked: Int
  ) throws {
    #expect(try worthOfExpression(instrument, scores) == [])
  }

  @Test(arguments: published + edges)
  func `the expression itself gives the total`(_ vector: Vector) throws {
    let total = try #require(vector.total.flatMap { ExactDecimal($0) })
    #expect(try worthOfExpression(vector.instrument, vector.scores) == [total])
  }

  @Test(arguments: [(Instrument.pcPTSD5, [1, 1, 1, 1, 1, 1]), (.auditC, [4, 4, 4])])
  func `a gate that is shut gives 0, and open again the answers count`(
    _ instrument: Instrument, _ scores: [Int?]
  ) throws {
    var filler = try instrument.filled(scores)
    let gate = instrument.parts[0]
    let open = try #require(filler.response.answers(of: try filler.node(gate)).first?.value)
    let total = filler.total(instrument)
    let shut = try instrument.filled([0])
    try filler.set(gate, try #require(shut.response.answers(of: try shut.node(gate)).first?.value))
    #expect(filler.total(instrument) == "0")
    #expect(try !filler.isEnabled(instrument.parts[1]))
    try filler.set(gate, open)
    #expect(filler.total(instrument) == total)
  }

  // MARK: - Item 9

  @Test(arguments: 0...3)
  func `any thought of self-harm opens the crisis page at once`(_ score: Int) throws {
    var filler = try Instrument.phq9.filled([])
    let item = try #require(filler.form.item(linkId: "phq-9.9"))
    let outcome = try filler.set("phq-9.9", item.options[score].value)
    #expect(filler.linkIds(outcome.helpPages) == (score == 0 ? [] : ["phq-9.crisis-page"]))
    #expect(filler.response.urgentRecords.count == (score == 0 ? 0 : 1))
    try filler.set("phq-9.9", item.options[0].value)
    #expect(filler.response.urgentRecords.count == (score == 0 ? 0 : 1))
  }

  @Test func `the crisis page says what the intake's says`() throws {
    let topic = try #require(
      Questionnaire(JSONDocument(Instrument.text(of: "topics/urgent.json")).root))
    let form = Form(topic) { _ in [] }
    let page = try #require(form.item(linkId: "urgent.crisis-page"))
    let own = try #require(Instrument.phq9.form().item(linkId: "phq-9.crisis-page"))
    #expect(own.text == page.text)
    #expect(own.helpPage == page.helpPage)
  }

  @Test(arguments: [([0, 0, 0, 0, 0, 0, 0, 0, 0], false), ([0, 0, 0, 1], true), ([], false)])
  func `how difficult it is, is asked of those who have a problem`(
    _ scores: [Int?], _ isAsked: Bool
  ) throws {
    #expect(try Instrument.phq9.filled(scores).isEnabled("phq-9.difficulty") == isAsked)
  }

  // MARK: - What another filler wrote

  @Test(arguments: Instrument.scored)
  func `a stored total that is wrong is worked out anew and reported`(
    _ instrument: Instrument
  ) throws {
    let scores: [Int?] = Array(repeating: 1, count: instrument.parts.count)
    let filler = try instrument.filled(scores)
    let right = try filler.text(.completed)
    let total = try #require(filler.total(instrument))
    let wrong = right.replacing(#""valueDecimal":\#(total)"#, with: #""valueDecimal":8.5"#)
    #expect(wrong != right)
    let (same, none) = try filler.reading(document: right)
    #expect(none == [])
    #expect(same.total(instrument) == total)
    let (again, issues) = try filler.reading(document: wrong)
    #expect(issues.map(\.code) == [.calculatedValue])
    #expect(issues.map(\.linkId) == [instrument.total])
    #expect(again.total(instrument) == total)
  }

  // MARK: - Definitions

  @Test(arguments: Instrument.scored)
  func `the form has no problems, and patients never see the total`(
    _ instrument: Instrument
  ) throws {
    let form = try instrument.form()
    #expect(form.problems == [])
    let total = try #require(form.item(linkId: instrument.total))
    #expect(total.isHidden)
    #expect(total.isReadOnly)
    #expect(total.source.scoreDefinitionReference != nil)
    #expect(form.questionnaire.copyright != nil)
    #expect(form.questionnaire.status == .draft)
  }

  @Test func `an item without a definition has no bands`() throws {
    let form = try Instrument.phq9.form()
    #expect(form.bands(of: try #require(form.item(linkId: "phq-9.1")), for: 1) == [])
  }
}
