import FHIR
import FormFiller
import Testing

@testable import Interview

/// A whole row in one line: the name, what other questions understand, and what is kept.
@Suite struct RowLineReadingTests {
  /// The answers of the row that a line makes, in one line of text, or the question it leads to.
  private static func row(_ line: String, nameType: String? = nil) throws -> String {
    let form = try PaintShop.form(nameType.map { PaintShop.rows(nameType: $0) } ?? PaintShop.rows())
    var person = try Interviewee(to: form)
    person.type("yes", line)
    if case .which(let question) = person.conversation.place {
      return "? " + question.candidates.map(\.label).joined(separator: " | ")
    }
    return ["name", "amount", "size", "often", "most", "kind", "what"].compactMap { name in
      let values = person.values("paint.\(name)")[0]
      guard !values.isEmpty else { return nil }
      return values.map(Self.shown).joined(separator: " & ")
    }.joined(separator: " + ")
  }

  private static func shown(_ value: AnswerValue) -> String {
    switch value {
    case .coding(let coding):
      coding.system == "urn:paints"
        ? "\(coding.code ?? "?") '\(coding.display ?? "?")'" : coding.code ?? "?"
    case .string(let text): "\"\(text)\""
    default: value.plainText
    }
  }

  @Test(arguments: [
    ("Ochre 20 mL twice a day for the door", "ochre 'Ochre' + 20 mL + twice + \"the door\""),
    ("ochre 20ml bid", "ochre 'Ochre' + 20 mL + twice"),
    ("OCHRE, 20 ML, B.I.D., for: the door", "ochre 'Ochre' + 20 mL + twice + \"the door\""),
    ("ochre,20mL,daily", "ochre 'Ochre' + 20 mL + daily"),
    ("Terra Rossa 25 mL/h", "sienna 'Terra Rossa' + 25 mL/h"),
    ("ochre 1/2 L every 24 hours", "ochre 'Ochre' + 0.5 L + daily"),
    ("ochre two cans as needed", "ochre 'Ochre' + 2 cans + needed"),
    ("jade prn", "jade 'Jade' + needed"), ("jade", "jade 'Jade'"),
    ("st john's blue 7,5 mL daily", "johns 'St. John’s blue' + 7.5 mL + daily"),
    ("翡翠 5 mL daily", "jade '翡翠' + 5 mL + daily"),
    // In any order.
    ("20 mL ochre twice a day", "ochre 'Ochre' + 20 mL + twice"),
    ("for the door ochre 20 mL", "ochre 'Ochre' + 20 mL + \"the door\""),
    ("ochre for the door 20 mL twice a day", "ochre 'Ochre' + 20 mL + twice + \"the door\""),
    ("twice a day 20 mL of Ochre", "ochre 'Ochre' + 20 mL + twice"),
    // The longest name.
    ("Ochre with sienna 20 mL", "ochre-sienna 'Ochre with sienna' + 20 mL"),
    ("Shade 12 20 mL", "shade-12 'Shade 12' + 20 mL"),
    ("shade 1 2 cans", "shade-1 'Shade 1' + 2 cans"), ("shade 12 cans", "shade-12 'Shade 12 cans'"),
    // Several choices where several can be made.
    ("ochre flat brush round brush", "ochre 'Ochre' + flat & round"),
    // Two amounts: what only one question can take leaves the other for the next.
    ("ochre 2 cans 250 mL daily", "ochre 'Ochre' + 2 cans + 250 mL + daily"),
    ("ochre 250 mL 2 cans", "ochre 'Ochre' + 2 cans + 250 mL"),
  ])
  func isUnderstood(_ line: String, _ expected: String) throws {
    let found = try Self.row(line)
    #expect(found == expected)
  }

  @Test(arguments: [
    // Right behind the name, and elsewhere.
    ("ochre ER 10ml bid", "ochre 'Ochre ER' + 10 mL + twice"),
    ("ochre bid, I think, 10 mL matt", "ochre 'Ochre (matt)' + 10 mL + twice"),
    ("I take ochre daily", "ochre 'Ochre (I take)' + daily"),
    ("ochre matt daily gloss", "ochre 'Ochre matt (gloss)' + daily"),
    ("Terra Rossa matt", "sienna 'Terra Rossa matt'"),
    // Two numbers are no amount.
    ("ochre 5/325 1 cans daily", "ochre 'Ochre 5/325' + 1 cans + daily"),
    ("ochre 5/325 mL daily", "ochre 'Ochre 5/325 mL' + daily"),
    ("ochre 5 / 325 mL daily", "ochre 'Ochre 5 / 325 mL' + daily"),
    ("ochre 10 mL / 5 mL", "ochre 'Ochre 10 mL / 5 mL'"),
    ("ochre 10-20 mL", "ochre 'Ochre 10-20 mL'"),
    ("ochre 10 to 20 mL", "ochre 'Ochre 10 to 20 mL'"),
    ("ochre 10 mL or 20 mL", "ochre 'Ochre 10 mL or 20 mL'"),
    ("ochre 10 mL 20 mL", "ochre 'Ochre 10 mL 20 mL'"),
    // An amount for each of something is another amount.
    ("ochre 10 mL per wall", "ochre 'Ochre 10 mL per wall'"),
    ("ochre 10 mL/wall daily", "ochre 'Ochre 10 mL/wall' + daily"),
    ("ochre -10 mL", "ochre 'Ochre -10 mL'"), ("ochre 20", "ochre 'Ochre 20'"),
    ("ochre 20 gallons", "ochre 'Ochre 20 gallons'"),
    // Two ways to say how often, and one that excludes another.
    ("ochre daily as needed", "ochre 'Ochre daily as needed'"),
    ("ochre flat brush no brush", "ochre 'Ochre flat brush no brush'"),
    // Words behind the lead are not taken apart, unless nothing else says it.
    ("ochre twice a day for touching up daily", "ochre 'Ochre' + twice + \"touching up daily\""),
    ("ochre for the door daily", "ochre 'Ochre' + daily + \"the door\""),
    ("ochre for", "ochre 'Ochre for'"),
    ("ochre for jade vases", "ochre 'Ochre' + \"jade vases\""),
    (
      "ochre for " + String(repeating: "x", count: 61),
      "ochre 'Ochre for " + String(repeating: "x", count: 61) + "'"
    ),
  ])
  func isKeptOrAsked(_ line: String, _ expected: String) throws {
    let found = try Self.row(line)
    #expect(found == expected)
  }

  @Test(arguments: [
    (
      "sienan 20 mL daily",
      "? Sienna | Ochre with sienna | None of these. Keep \"sienan\" as I typed it."
    ),
    (
      "terra rosa 20 mL",
      "? Terra Rossa (sienna) | None of these. Keep \"terra rosa\" as I typed it."
    ),
    ("vurdigras matt daily", "? Verdigris | None of these. Keep \"vurdigras\" as I typed it."),
    ("umber 20 mL daily", "? Umber | Amber"), ("raw umber matt", "? Raw Umber (umber) | Amber"),
    ("no ochre", "? Ochre | None of these. Keep \"ochre\" as I typed it."),
    ("ochre 20 mL and jade 5 mL", "? Ochre | Jade (翡翠)"),
    ("ochre and sienna 20 mL", "? Ochre with sienna | Ochre | Sienna"),
    (
      "ochre/sienna 20 mL",
      "? Ochre with sienna | None of these. Keep \"ochre/sienna\" as I typed it."
    ),
  ])
  func nameIsAsked(_ line: String, _ expected: String) throws {
    let found = try Self.row(line)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("Foobarex 20 mL twice a day for the door", "\"Foobarex\" + 20 mL + twice + \"the door\""),
    ("Foobarex matt 20 mL, gloss", "\"Foobarex matt gloss\" + 20 mL"),
    ("Foobarex Super+", "\"Foobarex Super+\""),
    ("Foobarex for jade vases", "\"Foobarex\" + \"jade vases\""),
    ("20 mL daily", "\"20 mL daily\""), ("daily", "\"daily\""),
    ("🎨🎨 20 mL", "\"🎨🎨\" + 20 mL"),
    ("\u{1B}Foobarex\u{0}\u{202E} 20 mL", "\"Foobarex\" + 20 mL"),
    ("'; DROP TABLE paints; -- 20 mL", "\"'; DROP TABLE paints; --\" + 20 mL"),
  ])
  func nameThatIsNotKnown(_ line: String, _ expected: String) throws {
    let found = try Self.row(line)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("Ochre 20 mL twice a day for the door", "\"Ochre\" + 20 mL + twice + \"the door\""),
    ("Ochre matt", "\"Ochre matt\""), ("Ochre 5/325 mL", "\"Ochre 5/325 mL\""),
  ])
  func nameThatIsAText(_ line: String, _ expected: String) throws {
    let found = try Self.row(line, nameType: #""string""#)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("terra rossa 20 mL", "sienna 'Terra Rossa' + 20 mL"),
    ("verd 20 mL", "verdigris 'Verdigris' + 20 mL"),
    ("sienan 20 mL", "? Sienna | Ochre with sienna"), ("Foobarex 20 mL", ""),
  ])
  func nameOutOfAClosedList(_ line: String, _ expected: String) throws {
    let type = #""choice","answerValueSet":"urn:all""#
    let found = try Self.row(line, nameType: type)
    #expect(found == expected)
  }

  @Test func veryLongLinesLoseNothing() throws {
    for piece in [
      "5 mL ", "ochre ", "for ", "bid ", "/ ", "x", "½ ", "翡翠", "\u{301}", "1,", "and ",
    ] {
      let line = "jade " + String(repeating: piece, count: 2000 / piece.count)
      #expect(try !Self.row(line).isEmpty, "\(piece)")
    }
    let words = (1...150).map { "w\($0)" }
    let row = try Self.row("jade 5 mL " + words.joined(separator: " "))
    #expect(words.allSatisfy { row.contains($0) })
  }
}
