import FHIR
import FHIRPath

/// An expression that would use up the machine if nothing stopped it, and how it ends.
struct HostileExpression: Sendable, CustomStringConvertible {
  /// How an evaluation ends.
  enum Ending: Equatable, Sendable {
    case value
    case tooManySteps
    case tooManyItems
    case tooMuchText
    case patternTooSlow
    case tooDeep
    case tooLong
    case invalidPattern
    case invalidLiteral
    case wrongUnit
    case severalItems
    case other(String)
  }

  let description: String
  let text: String
  let ending: Ending

  init(_ text: String, _ ending: Ending, _ description: String? = nil) {
    self.text = text
    self.ending = ending
    self.description = description ?? text
  }

  /// What an expression is evaluated on, and how far; everything small at once where time is short.
  struct Surroundings: Sendable {
    let limits: EvaluationLimits
    let resource: ResourceTree
    let variables: [String: [FHIRPathValue]]

    /// Makes surroundings whose resource, variables and limits are a part of the standard ones.
    init(part: Int) throws {
      let standard = EvaluationLimits.standard
      limits = EvaluationLimits(
        steps: standard.steps / part, items: standard.items / part,
        textBytes: standard.textBytes / part, patternSteps: standard.patternSteps / part)
      let wide = (0..<(100_000 / part / 5)).map { number in
        #"{"linkId":"\#(number)","answer":[{"valueDate":"2020-01-01"},{"valueDecimal":1.50}]}"#
      }
      let deep =
        String(repeating: #"{"item":["#, count: 60) + "{}" + String(repeating: "]}", count: 60)
      let other = (0..<(20_000 / part)).map { #""a\#($0)":1,"_a\#($0)":{"id":"x"}"# }
      resource = ResourceTree(
        try JSONDocument(
          #"{"resourceType":"QuestionnaireResponse","status":"completed","item":["#
            + (wide + [deep]).joined(separator: ",") + #"],"#
            + other.joined(separator: ",") + "}"))
      let long = String(repeating: "a", count: limits.textBytes)
      variables = [
        "long": [.string(long)],
        "half": [.string(String(long.dropLast((long.utf8.count + 1) / 2)))],
        "other": [.string(long.dropLast() + "b")],
        "commas": [.string(String(repeating: "1,", count: limits.items / 3))],
        "mixed": [.string(Self.mixed(limits.textBytes))],
        "many": (0..<Int32(limits.items / 2)).map { .integer($0) },
        "dates": (0..<limits.items / 2).compactMap { PartialDate(dayNumber: $0).map { .date($0) } },
        "quantities": (0..<limits.items / 2).map {
          .quantity(ExactDecimal($0), unit: $0 % 2 == 0 ? "mg" : "g")
        },
        "texts": (0..<100).map { _ in .string(long) },
      ]
    }

    /// A text of a and b in no order.
    private static func mixed(_ count: Int) -> String {
      var state: UInt64 = 1
      return String(
        decoding: (0..<count).map { _ -> UInt8 in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(ascii: "a") + UInt8(state >> 63)
        }, as: UTF8.self)
    }

    /// How reading and evaluating an expression ends.
    func ending(of text: String) -> Ending {
      do {
        let options = EvaluationOptions(variables: variables, limits: limits)
        _ = try FHIRPathExpression(text).evaluate(on: resource.root, options)
        return .value
      } catch {
        return Ending(error.reason)
      }
    }
  }
}

extension HostileExpression.Ending {
  init(_ reason: FHIRPathError.Reason) {
    switch reason {
    case .tooManySteps: self = .tooManySteps
    case .tooManyItems: self = .tooManyItems
    case .tooMuchText: self = .tooMuchText
    case .patternTooSlow: self = .patternTooSlow
    case .tooDeep: self = .tooDeep
    case .tooLong: self = .tooLong
    case .invalidPattern: self = .invalidPattern
    case .invalidLiteral: self = .invalidLiteral
    case .wrongUnit: self = .wrongUnit
    case .severalItems: self = .severalItems
    default: self = .other("\(reason)")
    }
  }
}

extension HostileExpression {
  static let all = syntax + collections + texts + numbers + patterns

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// A chain within the last argument of a chain, and so on.
  private static func nested(_ start: String, _ end: String, _ count: Int, in inner: String)
    -> String
  {
    repeated(start, count) + inner + repeated(end, count)
  }

  static let syntax: [HostileExpression] = [
    HostileExpression(nested("(", ")", 20_000, in: "1"), .tooDeep, "20,000 parentheses"),
    HostileExpression(nested("a[", "]", 20_000, in: "0"), .tooDeep, "20,000 positions"),
    HostileExpression(nested("iif(", ")", 10_000, in: "1"), .tooDeep, "10,000 calls"),
    HostileExpression(nested("A{a:", "}", 10_000, in: "1"), .tooDeep, "10,000 instances"),
    HostileExpression(repeated("-", 60_000) + "1", .tooDeep, "60,000 signs"),
    HostileExpression("1" + repeated("+1", 30_000), .tooDeep, "30,000 sums"),
    HostileExpression("a" + repeated(".a", 30_000), .tooDeep, "30,000 steps"),
    HostileExpression("a" + repeated("[0]", 20_000), .tooDeep, "20,000 positions in a row"),
    HostileExpression(
      nested("iif(true,", ")" + repeated(".a", 140), 140, in: "1"), .tooDeep, "chains on calls"),
    HostileExpression(
      nested("a" + repeated(".a", 140) + ".where(", ")", 140, in: "1"), .tooDeep,
      "chains with calls at their ends"),
    HostileExpression(nested("(", ")", 250, in: "1"), .value, "250 parentheses"),
    HostileExpression(nested("where(", ")", 140, in: "true"), .value, "140 filters"),
    HostileExpression(
      nested("item.where(", ")", 99, in: "linkId.exists()"), .value, "99 filters of items"),
    HostileExpression("item" + repeated(".item", 250), .value, "250 steps"),
    HostileExpression(repeated("1 ", 600_000), .tooLong, "a megabyte of tokens"),
    HostileExpression("'" + repeated("a", 1_000_000) + "'", .tooLong, "a literal of a megabyte"),
    HostileExpression("'" + repeated("a", 65_000) + "'", .value, "a literal of 65 kB"),
    HostileExpression(repeated("9", 65_000), .invalidLiteral, "a number of 65,000 digits"),
    HostileExpression(
      "0." + repeated("9", 65_000), .invalidLiteral, "65,000 digits behind a point"),
    HostileExpression(
      "/*" + repeated("*", 65_000), .other("this comment is not closed; close it"),
      "an open comment"),
    HostileExpression(
      "A{" + (0..<7000).map { "a\($0):1" }.joined(separator: ",") + "}",
      .other("there is no type A; check its name"), "thousands of names"),
    HostileExpression(
      "Coding{" + (0..<5000).map { "a\($0):1+1" }.joined(separator: ",") + "}", .value,
      "thousands of constant parts"),
    HostileExpression(
      "1" + (0..<5).map { ".select(defineVariable('v\($0)', %many).count())" }.joined(), .value,
      "a chain of variables"),
    HostileExpression(
      "defineVariable('v0', %many)"
        + (1..<50).map { ".defineVariable('v\($0)', %v\($0 - 1).combine(%v\($0 - 1)))" }.joined(),
      .tooManyItems, "variables that double"),
  ]

  static let collections: [HostileExpression] = [
    HostileExpression("(1).repeatAll($this)", .tooManyItems),
    HostileExpression("(1).repeatAll($this + 1)", .tooManyItems),
    HostileExpression("(1).repeat($this)", .value),
    HostileExpression("(1).repeat($this + 1)", .tooManyItems),
    HostileExpression("('a').repeat($this & 'a')", .tooManySteps),
    HostileExpression("repeat(%resource.descendants())", .tooManySteps),
    HostileExpression("descendants().repeatAll(children())", .tooManyItems),
    HostileExpression("%many.aggregate($total.combine($this))", .tooManySteps),
    HostileExpression("%many.aggregate($total | $this)", .tooManySteps),
    HostileExpression("%many.aggregate($total.combine($total), 1)", .tooManyItems),
    HostileExpression("%many.aggregate(%many.aggregate(%many.aggregate(1)))", .tooManySteps),
    HostileExpression("%many.select(%many)", .tooManyItems),
    HostileExpression("%many.where(%many.where(%many.exists($this = -1)).exists())", .tooManySteps),
    HostileExpression("%many.select(%many.last())", .tooManySteps),
    HostileExpression("%many.select(%many.first()).count()", .tooManySteps),
    HostileExpression("descendants().select(%resource.a19999).count()", .tooManySteps),
    HostileExpression("descendants().select(%resource.item.first()).count()", .tooManySteps),
    HostileExpression("descendants().select(%resource.item[1000]).count()", .tooManySteps),
    HostileExpression("%many.distinct().count()", .value),
    HostileExpression("%dates.distinct().count()", .value),
    HostileExpression("%quantities.distinct().count()", .tooManySteps),
    HostileExpression("descendants().distinct().count()", .tooManyItems),
    HostileExpression("item.distinct().count()", .value),
    HostileExpression("descendants() = descendants()", .value),
    HostileExpression("descendants() ~ descendants()", .tooManyItems),
    HostileExpression("%many ~ %many", .tooManySteps),
    HostileExpression("%many = %many", .value),
    HostileExpression("%many.intersect(%many).count()", .value),
    HostileExpression("%many.exclude(%many).count()", .value),
    HostileExpression("%many.subsetOf(%many)", .value),
    HostileExpression("%many.sort(-$this).first()", .value),
    HostileExpression("%quantities.sort($this).first()", .tooManySteps),
    HostileExpression("%dates.sort($this desc).first()", .value),
    HostileExpression("item.sort(linkId).first().linkId", .value),
    HostileExpression("%many.select(Coding { code: 'a' }).count()", .tooManySteps),
    HostileExpression("%many.select(now().toString() & today().toString()).count()", .value),
    HostileExpression("item.item" + repeated(".item", 55) + ".descendants().count()", .value),
    HostileExpression("descendants().extension.count()", .value),
    HostileExpression("descendants().select(pathname()).count()", .tooManySteps),
    HostileExpression("a0.select(%resource.a0 = %resource.a1)", .value),
    HostileExpression("%resource ~ %resource", .value),
    HostileExpression("%many in %many", .severalItems),
    HostileExpression("%many.all($this in %many)", .tooManySteps),
  ]

  static let texts: [HostileExpression] = [
    HostileExpression("('a').repeatAll($this & $this)", .tooMuchText),
    HostileExpression("%many.aggregate($total & $total, 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total + $total, 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total.replace('a', 'aa'), 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total.replace('', 'a'), 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total.replaceMatches('a', 'aa'), 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total.encode('hex'), 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total.encode('base64'), 'a')", .tooMuchText),
    HostileExpression("%many.aggregate($total.escape('json'), '\"')", .tooMuchText),
    HostileExpression("%many.aggregate($total.escape('html'), '&')", .tooManySteps),
    HostileExpression("%texts.join(',')", .tooMuchText),
    HostileExpression("%commas.split(',').count()", .value),
    HostileExpression("%long.toChars().count()", .tooManyItems),
    HostileExpression("%long.split('').count()", .tooManyItems),
    HostileExpression("%many.select(%long.upper()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.lower()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.length()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.trim()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.substring(1)).count()", .tooManySteps),
    HostileExpression("%many.select(%half.encode('hex')).count()", .tooManySteps),
    HostileExpression("%many.select(%half.decode('base64')).count()", .tooManySteps),
    HostileExpression("%many.select(%half.decode('hex')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.unescape('html')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.unescape('json')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.escape('json')).count()", .tooManySteps),
    HostileExpression("%many.where(%long = %other).count()", .tooManySteps),
    HostileExpression("%many.where(%long ~ %other).count()", .tooManySteps),
    HostileExpression("%many.where(%long < %other).count()", .tooManySteps),
    HostileExpression("%texts.distinct().count()", .tooManySteps),
    HostileExpression("%texts.sort($this).count()", .tooManySteps),
    HostileExpression("%many.select(%long.contains(%half + 'b')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.indexOf(%half + 'b')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.lastIndexOf('b' + %half)).count()", .tooManySteps),
    HostileExpression("%many.select(%long.startsWith(%half)).count()", .tooManySteps),
    HostileExpression("%many.select(%long.endsWith(%half)).count()", .tooManySteps),
    HostileExpression("%many.select(%long.replace(%half + 'b', '')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.split(%half + 'b')).count()", .tooManySteps),
    HostileExpression("%many.select(%long.toInteger()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.toDecimal()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.toBoolean()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.toDateTime()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.toTime()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.toQuantity()).count()", .tooManySteps),
    HostileExpression("%many.select(%long.htmlChecks()).count()", .value),
    HostileExpression("%many.select(extension(%long)).count()", .value),
    HostileExpression("%many.aggregate($total * 1 'm', 1 'm')", .tooManySteps),
    HostileExpression("%many.aggregate($total / 1 'm', 1 'm')", .tooManySteps),
    HostileExpression("%many.select(%half.toQuantity() + 1 'm').count()", .tooManySteps),
  ]

  static let numbers: [HostileExpression] = [
    HostileExpression("2.power(2147483647)", .value),
    HostileExpression("1.0000001.power(2147483647)", .value),
    HostileExpression("%many.select(0.99999999.power(200)).count()", .value),
    HostileExpression("1000000000.exp()", .value),
    HostileExpression("2147483647.power(-2147483647)", .value),
    HostileExpression("%many.aggregate($total * 0.1, 1.0)", .value),
    HostileExpression("%many.aggregate($total * 0.0000000000000001 + 1, 1.0)", .value),
    HostileExpression("%many.aggregate($total * 10, 1)", .value),
    HostileExpression("%many.select(1.0 / 3.0 / 7.0).count()", .value),
    HostileExpression("1.5.lowBoundary(2147483647)", .value),
    HostileExpression("1.5.highBoundary(-2147483647)", .value),
    HostileExpression("@2014.lowBoundary(2147483647)", .value),
    HostileExpression(repeated("9", 38) + ".0.highBoundary()", .invalidLiteral, "38 nines"),
    HostileExpression(repeated("9", 37) + ".5.highBoundary(28)", .value, "37 nines"),
    HostileExpression("1.23.round(2147483647)", .value),
    HostileExpression("@2020-01-01 + 2147483647 years", .value),
    HostileExpression("@2020-01-01 - 999999999999.0 weeks", .value),
    HostileExpression("@2020-01-01 + 9223372036854775807.0 days", .wrongUnit),
    HostileExpression("@2020-01-01 - 9223372036854775808.0 days", .wrongUnit),
    HostileExpression("@2020-01-01T00:00:00 - 9223372036854775808.0 milliseconds", .wrongUnit),
    HostileExpression("@T00:00 - 9223372036854775808.0 hours", .wrongUnit),
    HostileExpression(
      "(-170141183460469231.731687303715884105727 - 0.000000000000000000001) / -1", .value),
    HostileExpression(
      "(-170141183460469231731687303715884105727.0 - 1) div -1", .invalidLiteral),
    HostileExpression("-9223372036854775807L - 1L - 1L", .value),
    HostileExpression("(-2147483648) div (-1)", .value),
    HostileExpression("(-2147483648) mod (-1)", .value),
    HostileExpression("%many.aggregate($total + 1 'mg', 1 'g')", .value),
    HostileExpression("%quantities.sum()", .value),
    HostileExpression("%many.select(@2020-01-01 + 1 month).count()", .value),
    HostileExpression(
      "%many.select((@2020-01-01T00:00:00.000Z + 1 millisecond).toString()).count()", .value),
    HostileExpression("%many.select('2020-01-01T00:00:00Z'.toDateTime()).count()", .value),
  ]

  static let patterns: [HostileExpression] = [
    HostileExpression("%mixed.matches('c(a|b){20}a(a|b)*')", .patternTooSlow),
    HostileExpression("%mixed.matches('c(a|b){2000}a(a|b)*')", .patternTooSlow),
    HostileExpression("%mixed.replaceMatches('(a|b){30}a(a|b)*c|a', '')", .value),
    HostileExpression(#"%mixed.replaceMatches('\\b', '').length()"#, .value),
    HostileExpression("%long.matches('(a+)+b')", .value),
    HostileExpression("%long.matches('(a|a)*b')", .value),
    HostileExpression("%long.matches('b(a|aa)+$')", .value),
    HostileExpression("%long.matches('b(a*)*(a*)*(a*)*$')", .value),
    HostileExpression("%long.matches('b(a?){50}$')", .value),
    HostileExpression(
      "%long.matches('b' & '(a?){9}'.replace('9', '10000') & '$')", .invalidPattern),
    HostileExpression("%long.matches('((a{100}){100}){100}')", .invalidPattern),
    HostileExpression(
      "%long.matches('" + nested("(?:", "){9999}", 20, in: "") + "')", .value, "nothing, often"),
    HostileExpression(
      "%long.matches('" + nested("(", ")", 5000, in: "a") + "')", .invalidPattern, "5,000 groups"),
    HostileExpression(
      "%long.matches('" + repeated("(?=a", 90) + repeated(")", 90) + "')", .value, "90 times ahead"),
    HostileExpression("%long.replaceMatches('a', 'b').length()", .value),
    HostileExpression("%long.replaceMatches('a.*c|a', 'b').length()", .value),
    HostileExpression("%long.replaceMatches('(a)(a)', '$2').length()", .value),
    HostileExpression("%long.replaceMatches('x*', '').length()", .value),
    HostileExpression("%long.replaceMatches('', 'b').length()", .value),
    HostileExpression("%long.replaceMatches('a', '$0$0')", .tooMuchText),
    HostileExpression("%many.select(%long.matches('b')).count()", .tooManySteps),
    HostileExpression(
      "%many.select('a'.matches('(a?){' & $this.toString() & '}')).count()", .tooManySteps),
    HostileExpression(
      "%many.select('a'.matches('a{5000}' & $this.toString())).count()", .tooManySteps),
  ]
}
