import FHIR
import Testing

@testable import FormFiller

/// The truth of every operator for every kind of answer: what is decided once, and held to here.
@Suite struct ConditionTruthTests {
  // MARK: - What an operator makes of how answers stand to the value

  /// A line for each operator, a column for each situation; `T` is met, `-` is not.
  ///
  /// `same` and `different` are for types without order, where nothing is greater or less.
  static let truths = """
    operator   unanswered disabled declined unknown below equal above same different undecidable
    exists     -          -        -        -       T     T     T     T    T         T
    notExists  T          T        T        T       -     -     -     -    -         -
    =          -          -        -        -       -     T     -     T    -         -
    !=         -          -        -        -       T     -     T     -    T         -
    >          -          -        -        -       -     -     T     -    -         -
    <          -          -        -        -       T     -     -     -    -         -
    >=         -          -        -        -       -     T     T     -    -         -
    <=         -          -        -        -       T     T     -     -    -         -
    """

  /// The same for several answers to a question that repeats.
  static let truthsOfSeveral = """
    operator    below+equal equal+above below+above above+above equal+undecidable above+undecidable
    exists      T           T           T           T           T                 T
    notExists   -           -           -           -           -                 -
    =           T           T           -           -           T                 -
    !=          -           -           T           T           -                 -
    >           -           T           T           T           -                 T
    <           T           -           T           -           -                 -
    >=          T           T           T           T           T                 T
    <=          T           T           T           -           T                 -
    """

  /// How an answer stands to the value of a condition, for each type of question.
  static let pairs: [ConditionPair] = [
    // Yes and no have no order.
    ConditionPair("boolean", "Boolean", "true", answer: "true", .same),
    ConditionPair("boolean", "Boolean", "true", answer: "false", .different),
    ConditionPair("boolean", "Boolean", "false", answer: "false", .same),

    ConditionPair("integer", "Integer", "5", answer: "4", .below),
    ConditionPair("integer", "Integer", "5", answer: "5", .equal),
    ConditionPair("integer", "Integer", "5", answer: "6", .above),
    ConditionPair("integer", "Integer", "-5", answer: "-6", .below),
    ConditionPair("integer", "Integer", "9007199254740993", answer: "9007199254740992", .below),

    // A whole number is compared with a decimal by value, and digits after the point do not matter.
    ConditionPair("decimal", "Decimal", "1.5", answer: "1.49", .below),
    ConditionPair("decimal", "Decimal", "1.5", answer: "1.50", .equal),
    ConditionPair("decimal", "Decimal", "1.5", answer: "1.51", .above),
    ConditionPair("decimal", "Integer", "2", answer: "2.0", .equal),
    ConditionPair("decimal", "Integer", "2", answer: "1.9", .below),
    ConditionPair("integer", "Decimal", "2.5", answer: "2", .below),
    ConditionPair("integer", "Decimal", "2.0", answer: "2", .equal),
    ConditionPair("decimal", "Decimal", "0.1", answer: "0.10000000000000000001", .above),

    // Partial dates are compared as far as both are known.
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2020-02-14""#, .below),
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2020-02-15""#, .equal),
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2020-03-01""#, .above),
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2020-02""#, .undecidable),
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2020""#, .undecidable),
    ConditionPair("date", "Date", #""2020""#, answer: #""2020-02-15""#, .undecidable),
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2019""#, .below),
    ConditionPair("date", "Date", #""2020-02-15""#, answer: #""2020-03""#, .above),
    ConditionPair("date", "Date", #""2020""#, answer: #""2020""#, .equal),
    ConditionPair("date", "DateTime", #""2020-02-15""#, answer: #""2020-02-14""#, .below),

    ConditionPair(
      "dateTime", "DateTime", #""2020-02-15T10:00:00Z""#,
      answer: #""2020-02-15T11:59:00+02:00""#, .below),
    ConditionPair(
      "dateTime", "DateTime", #""2020-02-15T10:00:00Z""#,
      answer: #""2020-02-15T12:00:00+02:00""#, .equal),
    ConditionPair(
      "dateTime", "DateTime", #""2020-02-15T10:00:00Z""#,
      answer: #""2020-02-15T10:00:01Z""#, .above),
    ConditionPair(
      "dateTime", "DateTime", #""2020-02-15T10:00:00Z""#, answer: #""2020-02-15""#, .undecidable),
    ConditionPair(
      "dateTime", "DateTime", #""2020-02-15T10:00:00Z""#,
      answer: #""2020-02-15T10:00:00""#, .undecidable),
    ConditionPair("dateTime", "Date", #""2020-02-15""#, answer: #""2020-02-16T10:00:00Z""#, .above),

    ConditionPair("time", "Time", #""14:30:00""#, answer: #""14:29:59""#, .below),
    ConditionPair("time", "Time", #""14:30:00""#, answer: #""14:30:00""#, .equal),
    ConditionPair("time", "Time", #""14:30:00""#, answer: #""14:30:00.5""#, .above),
    ConditionPair("time", "Time", #""14:30:00""#, answer: #""14:30""#, .undecidable),

    // Texts are compared character by character, with case.
    ConditionPair("string", "String", #""b""#, answer: #""a""#, .below),
    ConditionPair("string", "String", #""b""#, answer: #""b""#, .equal),
    ConditionPair("string", "String", #""b""#, answer: #""ba""#, .above),
    ConditionPair("string", "String", #""b""#, answer: #""B""#, .below),
    ConditionPair("text", "String", #""b""#, answer: #""b""#, .equal),
    ConditionPair("url", "String", #""urn:a""#, answer: #""urn:a""#, .equal),
    ConditionPair("url", "String", #""urn:a""#, answer: #""urn:b""#, .above),

    // Codes are equal with their system; a system that is missing on either side fits any.
    ConditionPair("choice", "Coding", coded("urn:s", "a"), answer: coded("urn:s", "a"), .same),
    ConditionPair("choice", "Coding", coded("urn:s", "a"), answer: coded("urn:s", "b"), .different),
    ConditionPair("choice", "Coding", coded("urn:s", "a"), answer: coded("urn:t", "a"), .different),
    ConditionPair("choice", "Coding", coded(nil, "a"), answer: coded("urn:s", "a"), .same),
    ConditionPair("choice", "Coding", coded("urn:s", "a"), answer: coded(nil, "a"), .same),
    ConditionPair("choice", "Coding", coded("urn:s", "a"), answer: coded("urn:s", "A"), .different),
    ConditionPair(
      "choice", "Coding", #"{"code":"a","display":"One"}"#,
      answer: #"{"code":"a","display":"Another"}"#, .same),
    ConditionPair("open-choice", "Coding", coded("urn:s", "a"), answer: #""a""#, .different),
    ConditionPair("open-choice", "String", #""b""#, answer: #""b""#, .equal),
    ConditionPair("open-choice", "String", #""b""#, answer: coded(nil, "b"), .different),

    // Amounts are compared across units that measure the same.
    ConditionPair("quantity", "Quantity", amount("1", "g"), answer: amount("999", "mg"), .below),
    ConditionPair("quantity", "Quantity", amount("1", "g"), answer: amount("1000", "mg"), .equal),
    ConditionPair("quantity", "Quantity", amount("1", "g"), answer: amount("1", "kg"), .above),
    ConditionPair(
      "quantity", "Quantity", amount("1", "kg"), answer: amount("2", "[lb_av]"), .below),
    ConditionPair("quantity", "Quantity", amount("1", "g"), answer: amount("1", "m"), .undecidable),
    ConditionPair(
      "quantity", "Quantity", amount("1", "g"), answer: #"{"unit":"g"}"#, .undecidable),
    ConditionPair(
      "quantity", "Quantity", amount("1", "g"),
      answer: #"{"value":2,"comparator":"<","system":"http://unitsofmeasure.org","code":"g"}"#,
      .undecidable),

    ConditionPair(
      "reference", "Reference", #"{"reference":"Patient/1"}"#,
      answer: #"{"reference":"Patient/1","display":"Ana"}"#, .same),
    ConditionPair(
      "reference", "Reference", #"{"reference":"Patient/1"}"#,
      answer: #"{"reference":"Patient/2"}"#, .different),
  ]

  private static func coded(_ system: String?, _ code: String) -> String {
    let start = system.map { #""system":"\#($0)","# } ?? ""
    return #"{\#(start)"code":"\#(code)"}"#
  }

  private static func amount(_ value: String, _ unit: String) -> String {
    #"{"value":\#(value),"system":"http://unitsofmeasure.org","code":"\#(unit)"}"#
  }

  // MARK: - Tests

  /// The truths as rows of (operator, situation, expected).
  static func rows(of table: String) -> [(comparison: String, situation: String, isMet: Bool)] {
    let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return lines.dropFirst().flatMap { line in
      zip(lines[0], line).dropFirst().map { (line[0], $0, $1 == "T") }
    }
  }

  @Test(arguments: pairs)
  func `compares one answer with every operator`(_ pair: ConditionPair) throws {
    for row in Self.rows(of: Self.truths) where row.situation == pair.relation.rawValue {
      let filler = try pair.filler(row.comparison, answers: [pair.answer])
      #expect(try filler.isEnabled("target") == row.isMet, "\(row.comparison)")
    }
  }

  @Test(arguments: pairs.filter { [.equal, .same].contains($0.relation) })
  func `an unanswered or disabled question meets nothing`(_ pair: ConditionPair) throws {
    for row in Self.rows(of: Self.truths) {
      var filler = try pair.filler(row.comparison, answers: [])
      switch row.situation {
      case "unanswered": break
      case "disabled":
        filler = try pair.filler(row.comparison, answers: [pair.answer])
        try filler.set("gate", .boolean(false))
      case "declined": try filler.decline("q", .askedDeclined)
      case "unknown": try filler.decline("q", .askedUnknown)
      default: continue
      }
      #expect(try filler.isEnabled("target") == row.isMet, "\(row.comparison) \(row.situation)")
    }
  }

  static let types = ["integer", "decimal", "date", "dateTime", "time", "string", "quantity"]

  @Test(arguments: types)
  func `compares several answers with every operator`(_ type: String) throws {
    // Pairs that share the value of their condition.
    let first = try #require(Self.pairs.first { $0.itemType == type })
    let alike = Self.pairs.filter { $0.itemType == type && $0.value == first.value }
    var count = 0
    for row in Self.rows(of: Self.truthsOfSeveral) {
      let relations = row.situation.split(separator: "+").map(String.init)
      let answers = relations.compactMap { relation in
        alike.first { $0.relation.rawValue == relation }?.answer
      }
      // Numbers and texts are never undecidable.
      guard answers.count == relations.count else { continue }
      let filler = try first.filler(row.comparison, answers: answers)
      #expect(try filler.isEnabled("target") == row.isMet, "\(row.comparison) \(row.situation)")
      count += 1
    }
    #expect(count >= 24)
  }

  @Test func `a file exists or does not`() throws {
    for (comparison, isMet) in [("exists", true), ("notExists", false)] {
      let pair = ConditionPair("attachment", "Boolean", "true", answer: #"{"url":"a"}"#, .equal)
      let filler = try pair.filler(comparison, answers: [pair.answer])
      #expect(try filler.isEnabled("target") == isMet)
    }
  }

  // MARK: - Several conditions

  struct Behavior: Sendable {
    let name: String?
    let isFirstMet: Bool
    let isSecondMet: Bool
    let isEnabled: Bool
  }

  static let behaviors = [
    Behavior(name: "all", isFirstMet: true, isSecondMet: true, isEnabled: true),
    Behavior(name: "all", isFirstMet: true, isSecondMet: false, isEnabled: false),
    Behavior(name: "all", isFirstMet: false, isSecondMet: true, isEnabled: false),
    Behavior(name: "all", isFirstMet: false, isSecondMet: false, isEnabled: false),
    Behavior(name: "any", isFirstMet: true, isSecondMet: true, isEnabled: true),
    Behavior(name: "any", isFirstMet: true, isSecondMet: false, isEnabled: true),
    Behavior(name: "any", isFirstMet: false, isSecondMet: true, isEnabled: true),
    Behavior(name: "any", isFirstMet: false, isSecondMet: false, isEnabled: false),
    // Without a word from the form any counts.
    Behavior(name: nil, isFirstMet: true, isSecondMet: true, isEnabled: true),
    Behavior(name: nil, isFirstMet: true, isSecondMet: false, isEnabled: true),
    Behavior(name: nil, isFirstMet: false, isSecondMet: true, isEnabled: true),
    Behavior(name: nil, isFirstMet: false, isSecondMet: false, isEnabled: false),
  ]

  @Test(arguments: behaviors)
  func `several conditions count together as the form says`(_ row: Behavior) throws {
    let behavior = row.name.map { #","enableBehavior":"\#($0)""# } ?? ""
    var filler = try Filler(
      #"""
      [{"linkId":"a","type":"boolean"},{"linkId":"b","type":"boolean"},
       {"linkId":"target","type":"string"\#(behavior),"enableWhen":[
         {"question":"a","operator":"=","answerBoolean":true},
         {"question":"b","operator":"=","answerBoolean":true}]}]
      """#)
    try filler.set("a", .boolean(row.isFirstMet))
    try filler.set("b", .boolean(row.isSecondMet))
    #expect(try filler.isEnabled("target") == row.isEnabled)
    #expect(filler.form.problems.map(\.kind) == (row.name == nil ? [.missingBehavior] : []))
  }
}

/// An answer and the value of a condition, with how they stand to each other.
struct ConditionPair: Sendable, CustomTestStringConvertible {
  enum Relation: String, Sendable { case below, equal, above, same, different, undecidable }

  let itemType: String
  let valueType: String
  let value: String
  let answer: String
  let relation: Relation

  init(
    _ itemType: String, _ valueType: String, _ value: String, answer: String, _ relation: Relation
  ) {
    self.itemType = itemType
    self.valueType = valueType
    self.value = value
    self.answer = answer
    self.relation = relation
  }

  var testDescription: String { "\(itemType) \(answer) is \(relation.rawValue) to \(value)" }

  /// A form in which `target` has the condition on `q`, which has these answers.
  func filler(_ comparison: String, answers: [String]) throws -> Filler {
    let condition =
      switch comparison {
      case "exists": #""operator":"exists","answerBoolean":true"#
      case "notExists": #""operator":"exists","answerBoolean":false"#
      default: #""operator":"\#(comparison)","answer\#(valueType)":\#(value)"#
      }
    var filler = try Filler(
      #"""
      [{"linkId":"gate","type":"boolean"},
       {"linkId":"q","type":"\#(itemType)","repeats":true,
        "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}]},
       {"linkId":"target","type":"string","enableWhen":[{"question":"q",\#(condition)}]}]
      """#)
    try filler.set("gate", .boolean(true))
    guard !answers.isEmpty else { return filler }
    let item = try #require(filler.form.item(linkId: "q"))
    let values = try answers.map { text in
      let node = try JSONDocument(text).root
      return try #require(item.answerKinds.lazy.compactMap { AnswerValue($0, node) }.first)
    }
    try filler.response.apply(
      Change(
        .set(values), at: filler.response.path(to: filler.node("q")), by: .patient,
        time: Filler.time()))
    return filler
  }
}
