import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// Whatever is thrown at the reader and the evaluation, they answer with values or a named error.
@Suite struct ExpressionMutationTests {
  /// Expressions of every kind, to be changed.
  static let seeds =
    ExpressionPropertyTests.expressions + [
      "%resource.repeat(item).where(linkId='x').answer.value", "(1 | 2).union(3).intersect(2 | 3)",
      "item.answer.value.ofType(decimal).aggregate($this + $total, 0) / item.count()",
      "'1972-11-30'.replaceMatches('(?<y>\\\\d+)-(\\\\d+)', '${y}/$2')", "'ab'.encode('base64')",
      "@2020-02-29 - 1 year + 23 months > @2019 or @T12:00 + 90 minutes = @T13:30",
      "2.power(0.5).round(4).lowBoundary(2) & '' + 'x'.length().toString()", "5L + 3 - -2.50",
      "item.all($this is BackboneElement) implies item.exists(linkId contains 'a')",
      "%`vs-x`.exists() xor %'ext-y'.empty()", "iif({}.exists(), 1, iif(true, 'a', @2020))",
      "descendants().select(type().name).distinct().sort($this desc).skip(1).take(2).tail()",
      "Quantity { value: 1.5, code: 'mg', system: 'http://unitsofmeasure.org' } = 1.5 'mg'",
      "(4 'g').toString().toQuantity('mg') ~ 4000 'mg'", "now().toDate().yearOf() in (2025 | 2026)",
      "item[0].item[$this.count() - 1].extension('http://x').value.as(string) /* c */ // d",
      "1.convertsToDecimal() and '1'.toInteger() <= 1.0 and (true = 'yes'.toBoolean())",
      "item.coalesce(answer, item.answer).value.single().not()", "'a' in ('a' | 'b') and 1 != 2",
      "'&lt;'.unescape('html').escape('json').toChars().join('|').indexOf('|').abs()",
      "item.select(iif(answer.exists(), answer.value, linkId)).trace('x', $this).subsetOf(item)",
    ]

  private static let tokens = [
    "(", ")", "[", "]", "{", "}", ".", ",", "+", "-", "*", "/", "div", "mod", "&", "|", "=", "!=",
    "~", "!~", "<", ">=", "in", "contains", "and", "or", "xor", "implies", "is", "as", "$this",
    "$index", "$total", "%resource", "%context", "{}", "true", "null", "0", "1", "-1", "2147483647",
    "2147483648", "1.50", "9223372036854775807L", "99999999999999999999999999999999999999",
    "0.00000000000000000000000000000000000001", "''", "'a'", "'\\u00e9'", "'('", "'\\\\d+'",
    "@2020",
    "@2020-02-29", "@0001-01-01", "@9999-12-31T23:59:59.999Z", "@2020-01-01T00:00:00+14:00",
    "@T23:59:59.999", "days", "months", "'mg'", "'Cel'", "4 'g'", "1 year", "1 'a'", "item",
    "linkId",
    "answer", "value", "Quantity", "System.Integer", "FHIR.string", "`a`", " ", "//", "/*", "*/",
  ]

  private static let functions: [String] = Function.allCases.map(\.rawValue)

  private static func changed(_ text: String, _ random: inout SeededGenerator) -> String {
    switch random.number(0...9) {
    case 0...1: changedBytes(Array(text.utf8), &random)
    case 2...4: changedTokens(words(text), &random)
    case 5...6: changedAlike(words(text), &random)
    case 7: spliced(words(text), words(random.pick(from: seeds)), &random)
    case 8: "(\(text)) \(random.pick(from: operators)) (\(random.pick(from: seeds)))"
    default: "(\(changedAlike(words(text), &random))).\(random.pick(from: functions))()"
    }
  }

  private static let operators = [
    "+", "-", "*", "/", "div", "mod", "&", "|", "=", "!=", "~", "!~", "<", ">=", "in", "contains",
    "and", "or", "xor", "implies",
  ]

  /// An operator, a call or a number in place of another, so that there is something to evaluate.
  private static func changedAlike(_ words: [String], _ random: inout SeededGenerator) -> String {
    var words = words
    for place in words.indices where random.happens(onceIn: 6) {
      let next = place + 1 < words.count ? words[place + 1] : ""
      if "+*/|=&".contains(words[place]) {
        words[place] = " \(random.pick(from: operators)) "
      } else if next == "(", words[place].first?.isLetter == true {
        words[place] = random.pick(from: functions)
      } else if words[place].first?.isNumber == true {
        words[place] = random.pick(from: ["0", "1", "2147483647", "10000", "29", "99"])
      }
    }
    return words.joined()
  }

  private static func changedBytes(_ bytes: [UInt8], _ random: inout SeededGenerator) -> String {
    var bytes = bytes
    for _ in 0..<random.number(1...2) where !bytes.isEmpty {
      let place = random.number(0...bytes.count - 1)
      switch random.number(0...3) {
      case 0: bytes[place] = UInt8(random.number(0...255))
      case 1: bytes[place] ^= 1 << UInt8(random.number(0...7))
      case 2: bytes.insert(UInt8(random.number(32...126)), at: place)
      default: bytes.remove(at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func changedTokens(_ words: [String], _ random: inout SeededGenerator) -> String {
    var words = words
    for _ in 0..<random.number(1...2) where !words.isEmpty {
      let place = random.number(0...words.count - 1)
      let other = random.number(0...words.count - 1)
      switch random.number(0...5) {
      case 0: words[place] = random.pick(from: tokens)
      case 1: words.insert(random.pick(from: tokens), at: place)
      case 2: words.remove(at: place)
      case 3: words.swapAt(place, other)
      case 4: words[place] = random.pick(from: functions)
      default: words.insert(".\(random.pick(from: functions))(\(words[other]))", at: place)
      }
    }
    return words.joined()
  }

  private static func spliced(
    _ left: [String], _ right: [String], _ random: inout SeededGenerator
  ) -> String {
    let start = left.prefix(random.number(0...left.count)).joined()
    let end = right.suffix(random.number(0...right.count)).joined()
    return start + random.pick(from: ["", ".", " + ", " | ", "(", ").", " = "]) + end
  }

  /// A text in words, numbers, spaces and single characters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isWord = false
    for scalar in text.unicodeScalars {
      let belongs = scalar.isASCII && Lexer.isLetterOrDigit(UInt8(scalar.value))
      if belongs, isWord {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(Character(scalar)))
      }
      isWord = belongs
    }
    return words
  }

  static let limits = EvaluationLimits(
    steps: 3000, items: 300, textBytes: 3000, patternSteps: 3000)

  /// A hundred thousand changed expressions together.
  @Test(arguments: 0..<50)
  func `changed expressions are read and evaluated, or not, without harm`(_ seed: Int) throws {
    // Far apart, because neighbours give the same numbers, one place on.
    var random = SeededGenerator(seed: seed * 1_000_000)
    let resource = ResourceTree(try JSONDocument(ExpressionPropertyTests.resource))
    let options = EvaluationOptions(
      now: PartialDateTime("2026-03-01T09:30:00Z"), limits: Self.limits)
    var readCount = 0
    for _ in 0..<2000 {
      let text = Self.changed(random.pick(from: Self.seeds), &random)
      do {
        let expression = try FHIRPathExpression(text, isStrict: random.happens(onceIn: 8))
        readCount += 1
        _ = try expression.evaluate(on: resource.root, options)
      } catch {
        let isPlaced = error.range.end <= text.utf8.count && !error.description.isEmpty
        if !isPlaced { Issue.record("\(error) for \(text)") }
      }
    }
    // Most changes leave nothing to read, but enough is evaluated.
    #expect(readCount > 300)
  }
}
