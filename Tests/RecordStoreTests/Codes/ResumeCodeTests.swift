import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Resume codes")
struct ResumeCodeTests {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private func codes(_ count: Int, seed: Int) -> [ResumeCode] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in ResumeCode.random(using: &generator) }
  }

  @Test("a code is four groups of four symbols, none of them easily mistaken")
  func form() {
    for code in codes(500, seed: 1) {
      #expect(
        code.description.wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/) != nil)
      #expect(code.description.hasPrefix(code.locator) && code.locator.count == 4)
      #expect(code.secret.count == 11)
    }
  }

  @Test(
    "a code is read however it is typed",
    arguments: [
      "7K3M-9QXW-0ABC-DEFB", "7k3m-9qxw-0abc-defb", "7K3M9QXW0ABCDEFB", "  7k3m 9qxw 0abc defb ",
      "7K3M-9QXW-OABC-DEFB", "7k3m-9qxw-oabc-defb", "7K3M\u{2013}9QXW\u{2011}0ABC\u{2014}DEFB",
      "7 K 3 M 9 Q X W 0 A B C D E F B", "7K3M.9QXW.0ABC.DEFB", "7K3M_9QXW\u{A0}0ABC\t-DEFB\n",
      "-7K3M--9QXW-0ABC-DEFB-", "7K3M\u{2212}9QXW0ABCDEFB",
    ])
  func typed(text: String) throws {
    let code = try ResumeCode(typed: text)
    #expect(code.description == "7K3M-9QXW-0ABC-DEFB")
    #expect(code.locator == "7K3M")
    #expect(code.secret == Array("9QXW0ABCDEF".utf8))
  }

  @Test("I and L are 1, O is 0, in either case")
  func alike() throws {
    for code in codes(200, seed: 2) {
      let text = code.description
      for (digit, letters) in [("1", "IiLl"), ("0", "Oo")] {
        for letter in letters {
          let typed = text.replacing(digit, with: String(letter))
          #expect(try ResumeCode(typed: typed) == code)
        }
      }
    }
  }

  @Test("random codes are read as they are printed, 5,000 of them")
  func roundTrip() throws {
    for code in codes(5_000, seed: 3) {
      #expect(try ResumeCode(typed: code.description) == code)
    }
  }

  @Test("every single wrong symbol is found")
  func substitutions() {
    for code in codes(20, seed: 4) {
      let symbols = Array(code.description.filter { $0 != "-" })
      for index in symbols.indices {
        for symbol in Self.alphabet where symbol != symbols[index] {
          var wrong = symbols
          wrong[index] = symbol
          #expect(throws: ResumeCodeError.mistyped) { try ResumeCode(typed: String(wrong)) }
        }
      }
    }
  }

  @Test("every swap of two different symbols is found, neighbours or not")
  func swaps() {
    for code in codes(300, seed: 5) {
      let symbols = Array(code.description.filter { $0 != "-" })
      for first in symbols.indices {
        for second in symbols.indices where symbols[first] != symbols[second] {
          var wrong = symbols
          wrong.swapAt(first, second)
          #expect(throws: ResumeCodeError.mistyped) { try ResumeCode(typed: String(wrong)) }
        }
      }
    }
  }

  /// A single error at place i changes the sum by weight(i)·difference.
  ///
  /// That is so whatever the other symbols are. A swap of places i and j changes it by
  /// (weight(i) + weight(j))·difference. Neither is zero for any
  /// difference and any places when this holds, which proves it for all codes.
  @Test("the check symbol finds every single error and every swap, in all codes")
  func exhaustive() {
    func check(_ place: Int, _ value: UInt8) -> UInt8 {
      var symbols = [UInt8](repeating: 0, count: 30)
      symbols[place] = value
      return Base32.check(symbols)
    }
    for left in UInt8(0)..<32 {
      for right in UInt8(0)..<32 {
        for place in 0..<30 {
          #expect(check(place, left) ^ check(place, right) == check(place, left ^ right))
        }
      }
    }
    for difference in UInt8(1)..<32 {
      // The check symbol itself counts once, and so is a weight like the others.
      let changes = [difference] + (0..<30).map { check($0, difference) }
      #expect(Set(changes).count == 31 && !changes.contains(0))
    }
  }

  @Test("a text that is no code says why")
  func wrong() {
    let cases: [(String, ResumeCodeError)] = [
      ("", .wrongLength(symbols: 0)), ("7K3M", .wrongLength(symbols: 4)),
      ("7K3M-9QXW-0ABC-DEFB1", .wrongLength(symbols: 17)),
      ("7K3M-9QXU-0ABC-DEFB", .unknownSymbol(position: 8)),
      ("7K3M-9QXW-0ABC-DEF!", .unknownSymbol(position: 16)),
      ("\u{1B}[A", .unknownSymbol(position: 1)), ("ÉK3M9QXW0ABCDEFB", .unknownSymbol(position: 1)),
      ("7K3M-9QXW-0ABC-DEFC", .mistyped),
    ]
    for (text, error) in cases {
      #expect(throws: error) { try ResumeCode(typed: text) }
      #expect(!error.description.contains("9QXW"))
    }
  }

  /// The locators of 100,000 codes fall into 1,048,576 places; by chance about 4,614 codes fall into a
  /// place that is taken, with a standard deviation of about 65.
  @Test("locators and secrets are spread evenly")
  func spread() {
    let codes = codes(100_000, seed: 6)
    let locators = Set(codes.map(\.locator))
    #expect((codes.count - locators.count - 4_614).magnitude < 400)
    #expect(Set(codes.map(\.secret)).count == codes.count)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 32), count: 16)
    for code in codes {
      for (place, symbol) in code.symbols.enumerated() { counts[place][Int(symbol)] += 1 }
    }
    // Each symbol is expected 3,125 times at each place, with a standard deviation of 55.
    for place in counts { #expect(place.allSatisfy { ($0 - 3_125).magnitude < 330 }) }
  }

  @Test("codes by chance of the system differ")
  func random() {
    #expect(Set((0..<1_000).map { _ in ResumeCode.random() }).count == 1_000)
  }
}
