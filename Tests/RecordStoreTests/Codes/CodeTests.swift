import Testing

@testable import RecordStore

@Suite("Codes")
struct CodeTests {
  @Test("a code is read in any case, with or without dashes, with O for 0 and I and L for 1")
  func typedGenerously() throws {
    for _ in 0..<200 {
      let code = ResumeCode.random()
      let text = code.description
      let variants = [
        text, text.lowercased(), text.replacing("-", with: ""), text.replacing("-", with: " "),
        text.replacing("0", with: "O").replacing("1", with: "l"),
        text.replacing("0", with: "o").replacing("1", with: "I"), "  \(text)\n",
      ]
      for variant in variants { #expect(try ResumeCode(typed: variant) == code) }
    }
  }

  @Test("every single wrong symbol and every swap of neighbours is found")
  func check() throws {
    for _ in 0..<20 {
      let symbols = Array(ResumeCode.random().description.filter { $0 != "-" })
      for place in symbols.indices {
        for digit in Crockford.digits where digit != symbols[place] {
          var wrong = symbols
          wrong[place] = digit
          #expect(throws: ResumeCodeError.check) { try ResumeCode(typed: String(wrong)) }
        }
        guard place > 0, symbols[place] != symbols[place - 1] else { continue }
        var wrong = symbols
        wrong.swapAt(place, place - 1)
        #expect(throws: ResumeCodeError.check) { try ResumeCode(typed: String(wrong)) }
      }
    }
  }

  @Test(
    "what is no code is named for what it lacks",
    arguments: [
      ("", ResumeCodeError.length(0)), ("1234", .length(4)), ("7K2M-93QX-4TDA-8WE", .length(15)),
      ("7K2M-93QX-4TDA-8WEU", .otherSymbols), ("ñ", .otherSymbols),
    ])
  func faults(typed: String, error: ResumeCodeError) {
    #expect(throws: error) { try ResumeCode(typed: typed) }
  }

  @Test("codes and locators are spread over all symbols")
  func spread() {
    var seen: Set<String> = []
    var symbols: [Character: Int] = [:]
    for _ in 0..<20_000 {
      let code = ResumeCode.random()
      seen.insert(code.description)
      for symbol in code.locator { symbols[symbol, default: 0] += 1 }
    }
    #expect(seen.count == 20_000 && symbols.count == 32)
    // 2,500 of each are expected; ten standard deviations are 500.
    #expect(symbols.values.allSatisfy { 2_000...3_000 ~= $0 })
  }

  @Test("a code opens the key of its record, and no other code or record does")
  func wrap() throws {
    let key = RecordKey()
    let record = RecordID()
    let code = ResumeCode.random()
    let wrap = try ResumeWrap.make(of: key, for: record, code: code)
    #expect(try wrap.open(for: record, code: code).raw == key.raw)
    #expect(throws: SealError.notAuthentic) { try wrap.open(for: record, code: .random()) }
    #expect(throws: SealError.notAuthentic) { try wrap.open(for: RecordID(), code: code) }
  }

  @Test("a recovery sheet reads back however it is typed")
  func sheet() throws {
    let sheet = RecoverySheet(of: PrivateKey())
    #expect(
      sheet.lines.count == 4 && sheet.lines.allSatisfy { $0.filter { $0 != "-" }.count == 14 })
    let typed = sheet.lines.map {
      $0.lowercased().replacing("-", with: " ").replacing("0", with: "o")
    }
    #expect(try RecoverySheet(typed: typed).privateKey.raw == sheet.privateKey.raw)
  }

  @Test("a wrong line of a recovery sheet is named, and so are lines in another order")
  func wrongLines() throws {
    let lines = RecoverySheet(of: PrivateKey()).lines
    for number in lines.indices {
      var wrong = lines
      let first = lines[number].first == "7" ? "8" : "7"
      wrong[number] = first + lines[number].dropFirst()
      #expect(throws: RecoverySheetError.line(number + 1)) { try RecoverySheet(typed: wrong) }
      #expect(throws: RecoverySheetError.line(number + 1)) {
        try RecoverySheet.check(typed: wrong[number], line: number)
      }
    }
    for number in 1..<4 where lines[number] != lines[number - 1] {
      var wrong = lines
      wrong.swapAt(number, number - 1)
      #expect(throws: RecoverySheetError.line(number)) { try RecoverySheet(typed: wrong) }
    }
    #expect(throws: RecoverySheetError.lineCount(3)) {
      try RecoverySheet(typed: Array(lines.dropLast()))
    }
  }
}
