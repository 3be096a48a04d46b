import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Recovery sheets")
struct RecoverySheetTests {
  private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private func key(_ seed: Int) -> PrivateKey {
    var sample = Sample(seed: seed)
    return sample.privateKey()
  }

  @Test("a sheet is eight lines of two groups of four and reads back", arguments: 0..<100)
  func roundTrip(seed: Int) throws {
    let key = key(seed)
    let lines = RecoverySheet(key).groups
    #expect(lines.count == 8)
    for line in lines {
      #expect(line.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/) != nil)
    }
    #expect(try RecoverySheet(typed: lines).privateKey.exposed == key.exposed)
  }

  @Test("a sheet is read however it is typed", arguments: 0..<20)
  func typed(seed: Int) throws {
    let key = key(seed)
    let lines = RecoverySheet(key).groups
    let all = lines.joined(separator: " ")
    let ways: [[String]] = [
      lines.map { $0.lowercased() }, lines.map { $0.replacing("-", with: "") },
      lines.map { $0.replacing("-", with: " ") + "  " }, [all], [lines.joined(separator: "\n")],
      [lines.joined(separator: "\r\n") + "\r\n"], lines.flatMap { [$0, ""] },
      lines.enumerated().map { "\($0.offset + 1). \($0.element)" },
      lines.enumerated().map { " \($0.offset + 1): \($0.element)" },
      lines.enumerated().map { "\($0.offset + 1)) \($0.element)" },
      lines.map { $0.replacing("0", with: "O").replacing("1", with: "l") },
      [lines[..<3].joined(), lines[3...].joined()],
    ]
    for way in ways {
      #expect(try RecoverySheet(typed: way).privateKey.exposed == key.exposed)
    }
  }

  @Test("every single wrong symbol names its line")
  func substitutions() {
    let lines = RecoverySheet(key(1)).groups
    for line in lines.indices {
      let symbols = Array(lines[line].replacing("-", with: ""))
      for place in symbols.indices {
        for symbol in Self.symbols where symbol != symbols[place] {
          var wrong = symbols
          wrong[place] = symbol
          var typed = lines
          typed[line] = String(wrong)
          #expect(throws: RecoverySheetError.mistyped(line: line + 1)) {
            try RecoverySheet(typed: typed)
          }
          #expect(throws: RecoverySheetError.mistyped(line: line + 1)) {
            try RecoverySheet.check(typed[line], line: line + 1)
          }
        }
      }
    }
  }

  @Test("every swap of two symbols names its line", arguments: 2..<12)
  func swaps(seed: Int) {
    let lines = RecoverySheet(key(seed)).groups
    for line in lines.indices {
      let symbols = Array(lines[line].replacing("-", with: ""))
      for first in symbols.indices {
        for second in symbols.indices where symbols[first] != symbols[second] {
          var wrong = symbols
          wrong.swapAt(first, second)
          var typed = lines
          typed[line] = String(wrong)
          #expect(throws: RecoverySheetError.mistyped(line: line + 1)) {
            try RecoverySheet(typed: typed)
          }
        }
      }
    }
  }

  /// The number of a line is a symbol under its check, so no line is right at another line's place.
  @Test("every swap of two lines names the first of them", arguments: 12..<16)
  func swappedLines(seed: Int) {
    let lines = RecoverySheet(key(seed)).groups
    for first in 0..<8 {
      for second in first + 1..<8 {
        var typed = lines
        typed.swapAt(first, second)
        #expect(throws: RecoverySheetError.mistyped(line: first + 1)) {
          try RecoverySheet(typed: typed)
        }
      }
    }
  }

  @Test("lines of two sheets together are refused")
  func mixed() {
    let (lines, others) = (RecoverySheet(key(20)).groups, RecoverySheet(key(21)).groups)
    for line in 0..<8 where lines[line] != others[line] {
      var typed = lines
      typed[line] = others[line]
      #expect(throws: RecoverySheetError.wrongSheet) { try RecoverySheet(typed: typed) }
    }
  }

  @Test("what is missing or too much is told with its line")
  func lengths() {
    let lines = RecoverySheet(key(22)).groups
    var short = lines
    short[4].removeLast()
    var long = lines
    long[6] += "7"
    var strange = lines
    strange[2] = "ABU" + strange[2].dropFirst(3)
    let cases: [([String], RecoverySheetError)] = [
      ([], .wrongTotal(symbols: 0)), (lines.dropLast(), .wrongTotal(symbols: 56)),
      (lines + ["2222-2222"], .wrongTotal(symbols: 72)),
      (short, .wrongLength(line: 5, symbols: 7)), (long, .wrongLength(line: 7, symbols: 9)),
      (strange, .unknownSymbol(line: 3, position: 3)),
    ]
    for (typed, error) in cases {
      #expect(throws: error) { try RecoverySheet(typed: typed) }
      #expect(!lines.contains { error.description.contains($0) })
    }
  }

  @Test("a form of a later version says so")
  func version() {
    let payload = [2] + [UInt8](repeating: 9, count: 32)
    let bytes = payload + RecoverySheet.checksum(payload)
    #expect(throws: RecoverySheetError.unknownVersion(2)) {
      try RecoverySheet(typed: RecoverySheet.lines(of: bytes))
    }
  }
}
