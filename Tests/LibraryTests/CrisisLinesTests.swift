import FHIR
import Foundation
import Testing

@testable import Library

/// The file of emergency numbers and crisis lines.
@Suite struct CrisisLinesTests {
  private static let emergency = #"{"number":"111","words":"111","source":"somebody"}"#

  private static func file(_ countries: String) -> String {
    #"{"format":"intake-crisis-lines","version":1,"countries":{\#(countries)}}"#
  }

  private static func country(
    emergency: String = emergency, lines: String = "[]", name: String = #""Nowhere""#
  ) -> String {
    #""XX":{"name":\#(name),"emergency":\#(emergency),"lines":\#(lines)}"#
  }

  private static func lines(_ text: String) throws -> CrisisLines {
    try CrisisLines(Array(text.utf8), file: "lines.json")
  }

  @Test func `a country's numbers are read with their words, source and date`() throws {
    let lines = try Self.lines(
      Self.file(
        Self.country(
          lines: #"""
            [{"number":"22 33","words":"call 22 33","source":"a book","confirmed":"2026-02-28"},
             {"number":"44","words":"text 44","audience":"sailors","source":"a ship","confirmed":null}]
            """#)))
    let country = try #require(lines.country("XX"))
    #expect(country.name == "Nowhere")
    #expect(country.numbers.map(\.number) == ["111", "22 33", "44"])
    #expect(country.numbers.map(\.words) == ["111", "call 22 33", "text 44"])
    #expect(country.numbers.map(\.audience) == [nil, nil, "sailors"])
    #expect(country.numbers.map(\.source) == ["somebody", "a book", "a ship"])
    #expect(country.numbers.map(\.confirmed) == [nil, PartialDate("2026-02-28"), nil])
    #expect(lines.country("YY") == nil)
  }

  @Test(arguments: [
    ("{", "JSON"),
    ("[]", "no file of crisis lines"),
    (#"{"format":"intake-crisis-lines","version":2,"countries":{}}"#, "\"version\": 1"),
    (#"{"format":"intake-library","version":1,"countries":{}}"#, "intake-crisis-lines"),
    (#"{"format":"intake-crisis-lines","version":1}"#, "\"countries\" is missing"),
    (file(#""us":{}"#), "two capital letters"),
    (file(#""USA":{}"#), "two capital letters"),
    (file(#""XX":{"name":"Nowhere","lines":[]}"#), "no \"emergency\""),
    (file(#""XX":{"name":"Nowhere","emergency":\#(emergency)}"#), "no list \"lines\""),
    (file(country(name: "1")), "\"name\" must be text"),
    (file(country(emergency: #"{"number":"1","words":"1"}"#)), "\"source\" is missing"),
    (
      file(country(emergency: #"{"number":"112","words":"call 113","source":"x"}"#)),
      "do not hold the number 112"
    ),
    (
      file(
        country(emergency: #"{"number":"1","words":"1","source":"x","confirmed":"yesterday"}"#)),
      "is no date"
    ),
    // Nothing may move the cursor or turn the digits around.
    (file(country(emergency: #"{"number":"1","words":"1\u001b[2J","source":"x"}"#)), "one line"),
    (file(country(emergency: #"{"number":"1","words":"1\n2","source":"x"}"#)), "one line"),
    (file(country(emergency: #"{"number":"1","words":"\u202e1","source":"x"}"#)), "one line"),
  ])
  func `what is missing or wrong is named`(_ text: String, _ words: String) throws {
    do {
      let lines = try Self.lines(text)
      Issue.record("read as \(lines)")
    } catch let error as LibraryError {
      if words == "JSON" {
        guard case .notJSON = error.reason else { throw error }
      } else {
        #expect("\(error)".contains(words), "\(error)")
      }
      #expect(error.file == "lines.json" && error.position != nil)
    }
  }

  @Test func `the library names the file, and what is wrong with it is among its problems`() throws
  {
    let manifest = #"""
      {"format":"intake-library","version":1,"roles":{},"files":[],"crisisLines":"lines.json"}
      """#
    let good = try Library(manifest: Array(manifest.utf8)) { _ in
      Array(Self.file(Self.country()).utf8)
    }
    #expect(try good.crisisLines().country("XX") != nil)
    #expect(good.problems().isEmpty)
    let bad = try Library(manifest: Array(manifest.utf8)) { _ in Array("[]".utf8) }
    #expect(bad.problems().map(\.reason) == [.notCrisisLines])
    let none = Library(resources: [])
    #expect(try none.crisisLines() == CrisisLines())
  }

  @Test(arguments: [#"["lines.json"]"#, #""../lines.json""#, #""/etc/passwd""#])
  func `the manifest names one file in the folder`(_ value: String) {
    let manifest = #"""
      {"format":"intake-library","version":1,"roles":{},"files":[],"crisisLines":\#(value)}
      """#
    #expect(throws: LibraryError.self) {
      try Library(manifest: Array(manifest.utf8)) { _ in [] }
    }
  }
}
