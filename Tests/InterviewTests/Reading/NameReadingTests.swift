import FHIR
import FormFiller
import Testing

@testable import Interview

/// Names out of lists that are too long to be read.
@Suite struct NameReadingTests {
  private static func reader(_ members: String) throws -> AnswerReader {
    let form = try PaintShop.form(
      #"{"linkId":"q","text":"Which paint?","answerValueSet":"urn:all",\#(members)}"#)
    return AnswerReader(item: form.items[0], today: Question.today)
  }

  private static func shown(_ line: String, _ members: String) throws -> String {
    let reader = try reader(members)
    switch reader.read(line) {
    case .values(let values, _): return values.map(Self.shown).joined(separator: " + ")
    case .which(let candidates): return "? " + candidates.map(\.label).joined(separator: " | ")
    case .problem(let problem): return "! \(problem)"
    }
  }

  private static func shown(_ value: AnswerValue) -> String {
    guard case .coding(let coding) = value else { return "\"\(value.plainText)\"" }
    return "\(coding.code ?? "?") \(coding.display ?? "?")"
  }

  @Test(arguments: [
    // Any name in any case, with or without hyphens, spaces, marks and diacritics.
    ("Sienna", "sienna Sienna"), ("SIENNA", "sienna Sienna"), ("terra rossa", "sienna Terra Rossa"),
    ("TerraRossa", "sienna Terra Rossa"), ("burnt-sienna", "sienna Burnt Sienna"),
    ("vert de gris", "verdigris Vert-de-gris"), ("vertdegris", "verdigris Vert-de-gris"),
    ("cafe brule", "cafe Café brûlé"), ("CAFE\u{301} BRU\u{302}LE\u{301}", "cafe Café brûlé"),
    ("翡翠", "jade 翡翠"), ("jade", "jade Jade"), ("st johns blue", "johns St. John’s blue"),
    ("St. John's blue.", "johns St. John’s blue"), ("tio2", "titanium TiO2"),
    ("Shade 12", "shade-12 Shade 12"), ("shade12", "shade-12 Shade 12"),
    // What is no whole name is asked back: it may be a name that the list does not have.
    ("terra", "? Terra Rossa (sienna) | None of these. Keep \"terra\" as I typed it."),
    ("white", "? Titanium white | None of these. Keep \"white\" as I typed it."),
    // One or two letters may differ; three may not.
    ("sienan", "? Sienna | Ochre with sienna | None of these. Keep \"sienan\" as I typed it."),
    ("terra rosa", "? Terra Rossa (sienna) | None of these. Keep \"terra rosa\" as I typed it."),
    ("vurdigras", "? Verdigris | None of these. Keep \"vurdigras\" as I typed it."),
    ("vurdegras", "\"vurdegras\""),
    ("cyanyn", "? Cyanine | None of these. Keep \"cyanyn\" as I typed it."),
    // A name with more words behind it.
    ("Ochre matt", "? Ochre matt | None of these. Keep \"Ochre matt\" as I typed it."),
    (
      "burnt sienna Nr. 5",
      "? Burnt Sienna Nr. 5 (sienna) | None of these. Keep \"burnt sienna Nr. 5\" as I typed it."
    ),
    // Anything else is kept as it is.
    ("Foobarex", "\"Foobarex\""), ("my own mixture", "\"my own mixture\""), ("🎨", "\"🎨\""),
    ("99", "\"99\""), ("a, b and c", "\"a, b and c\""), ("", "! empty"),
    ("\u{1B}\u{202E}och\u{0}re", "ochre Ochre"), ("<script>", "\"<script>\""),
    // A place in the list is only offered.
    ("45", "? Shade 31 | None of these. Keep \"45\" as I typed it."),
  ])
  func openList(_ line: String, _ expected: String) throws {
    let found = try Self.shown(line, #""type":"open-choice""#)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("terra rossa", "sienna Terra Rossa"), ("verd", "verdigris Verdigris"),
    ("terra", "sienna Terra Rossa"), ("sienan", "? Sienna | Ochre with sienna"),
    ("vurdegras", "! noSuchOption"),
    ("umber", "? Umber | Amber"), ("umb", "? Umber | Amber"), ("sepia", "? Sepia"),
  ])
  func closedList(_ line: String, _ expected: String) throws {
    let autocomplete = #"""
      "type":"choice","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
        "valueCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/questionnaire-item-control","code":"autocomplete"}]}}]
      """#
    let found = try Self.shown(line, autocomplete)
    #expect(found == expected)
  }

  @Test(arguments: [
    // Always asked, also of a name that is typed whole; it is never kept as a text then.
    ("Umber", "? Umber | Amber"), ("raw umber", "? Raw Umber (umber) | Amber"),
    ("amber", "? Amber | Umber"),
    // Of names that look alike, these are asked about and not others of the same paint.
    ("Celina", "? Celina (cerulean) | Selina (cyanine)"),
    ("selina", "? Selina (cyanine) | Celina (cerulean)"),
    ("cerulean", "cerulean Cerulean"), ("Cyanine", "cyanine Cyanine"),
    // Two names of one thing, and a name that is not in the list.
    ("lake", "? Lake | LakeSlow (lake)"), ("lake slow", "? LakeSlow (lake) | Lake"),
    ("sepia", "? Sepia | Sepiola"),
    // With what is near, what it is taken for is offered.
    ("umbor", "? Umber | Amber | None of these. Keep \"umbor\" as I typed it."),
  ])
  func lookAlikes(_ line: String, _ expected: String) throws {
    let found = try Self.shown(line, #""type":"open-choice""#)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("ochre, terra rossa", "sienna Terra Rossa + ochre Ochre"),
    ("ochre; Foobarex", "ochre Ochre + \"Foobarex\""),
    ("ochre and jade", "ochre Ochre + jade Jade"),
    ("ochre, umber", "? Ochre, Umber | Ochre, Amber"),
  ])
  func severalNames(_ line: String, _ expected: String) throws {
    let found = try Self.shown(line, #""type":"open-choice","repeats":true"#)
    #expect(found == expected)
  }

  @Test func anyLineIsReadQuickly() throws {
    let reader = try Self.reader(#""type":"open-choice""#)
    for piece in ["a", "umber ", "1 ", "é", "\u{202E}", "and ", "5'", "a, ", "-", "\u{301}", "翡"] {
      let line = String(repeating: piece, count: 2000)
      guard case .problem(let problem) = reader.read(line) else { continue }
      #expect(!Wording.english.text(for: problem, item: reader.item).isEmpty)
    }
  }

  @Test func `what TAB completes are all names, each with what it means`() throws {
    let completions = try Self.reader(#""type":"open-choice""#).options.completions
    #expect(completions.contains(where: { $0.text == "Sienna" && $0.explanation == nil }))
    #expect(completions.contains(where: { $0.text == "Terra Rossa" && $0.explanation == "Sienna" }))
  }
}
