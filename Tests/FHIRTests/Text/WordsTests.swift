import FHIR
import Testing

/// A text in the language that is wanted, and with its markup reduced.
@Suite struct WordsTests {
  static let core = "http://hl7.org/fhir/StructureDefinition/"

  static func translation(_ language: String, _ text: String, _ type: String = "String") -> String {
    #"{"url":"\#(core)translation","extension":[{"url":"lang","valueCode":"\#(language)"},"#
      + #"{"url":"content","value\#(type)":"\#(text)"}]}"#
  }

  private func words(_ text: String?, _ extensions: String...) throws -> Words {
    let own = text.map { #""text":"\#($0)","# } ?? ""
    let node = try JSONDocument(
      #"{\#(own)"_text":{"extension":[\#(extensions.joined(separator: ","))]}}"#)
    return try #require(node.root.words("text"))
  }

  private func choice(_ wanted: String?, own: String? = "en") -> LanguageChoice {
    LanguageChoice(
      wanted: wanted.flatMap { LanguageTag($0) }, own: own.flatMap { LanguageTag($0) })
  }

  @Test(arguments: [
    (nil, "Pain"), ("en", "Pain"), ("es", "Dolor"), ("es-MX", "Dolor (MX)"), ("es-AR", "Dolor"),
    ("fr-CA", "Douleur"), ("fr", "Douleur"), ("de", "Pain"), ("en-GB", "Pain"),
  ])
  func theNearestLanguage(_ wanted: String?, _ text: String) throws {
    let words = try words(
      "Pain", Self.translation("es-MX", "Dolor (MX)"), Self.translation("es", "Dolor"),
      Self.translation("fr", "Douleur", "Markdown"), Self.translation("es_XX", "nothing"))
    #expect(words.text(in: choice(wanted)) == text)
    #expect(words.isAvailable(in: choice(wanted)) == (wanted != "de"))
  }

  @Test func theFormsOwnRegionAndATranslationForAnother() throws {
    let words = try words("Colour", Self.translation("en-US", "Color"))
    #expect(words.text(in: choice("en-US", own: "en-GB")) == "Color")
    #expect(words.text(in: choice("en-AU", own: "en-GB")) == "Colour")
  }

  @Test func signsNeedNoTranslation() throws {
    #expect(try words("1.").isAvailable(in: choice("es")))
    #expect(try !words("a.").isAvailable(in: choice("es")))
  }

  @Test func aTextThatIsOnlyTranslatedIsFound() throws {
    let words = try words(nil, Self.translation("es", "Dolor"))
    #expect(words.text(in: choice("es")) == "Dolor")
    #expect(words.text(in: choice(nil)) == "")
  }

  // MARK: - Markup

  private static func markdown(_ text: String, _ companion: String = "") -> String {
    #"{"url":"\#(core)rendering-markdown","valueMarkdown":"\#(text)"\#(companion)}"#
  }
  private static func xhtml(_ text: String, _ companion: String = "") -> String {
    #"{"url":"\#(core)rendering-xhtml","valueString":"\#(text)"\#(companion)}"#
  }

  @Test func `the rendering goes before the text, XHTML before Markdown`() throws {
    #expect(try words("T", Self.markdown("**M**")).text(in: .asWritten) == "M")
    let both = try words("T", Self.markdown("**M**"), Self.xhtml("<div>X</div>"))
    #expect(both.text(in: .asWritten) == "X")
  }

  @Test(arguments: ["<div>open", "<p>a</b>", "text <", "<div></div>", "", "<5 a day"])
  func `a rendering that cannot be read gives way to the text`(_ markup: String) throws {
    #expect(try words("Plain", Self.xhtml(markup)).text(in: .asWritten) == "Plain")
  }

  @Test func `a translation goes before the rendering in another language`() throws {
    let words = try words("T", Self.xhtml("<b>T</b>"), Self.translation("es", "E"))
    #expect(words.text(in: choice("es")) == "E")
  }

  @Test func `the rendering can be translated itself`() throws {
    let companion = #","_valueString":{"extension":[\#(Self.translation("es", "<b>Sí</b>"))]}"#
    let words = try words("Yes", Self.xhtml("<b>Yes!</b>", companion))
    #expect(words.text(in: choice("es")) == "Sí")
    #expect(words.isAvailable(in: choice("es")))
    #expect(words.text(in: choice("de")) == "Yes!")
  }

  // MARK: - Options

  @Test func `an option of a value set is called by its designations`() throws {
    let listing = try JSONDocument(
      #"""
      {"code":"x","display":"Nausea","designation":[
        {"language":"es","value":"Ganas de vomitar",
         "use":{"system":"http://snomed.info/sct","code":"900000000000013009"}},
        {"language":"es","value":"Náuseas"},{"value":"Feeling sick"},
        {"language":"de","value":"Übelkeit"},
        {"language":"de","value":"Brechreiz","use":{"code":"display"}}]}
      """#
    ).root
    let option = AnswerOption(Coding(code: "x", display: "Nausea"), listing: listing)
    let words = try #require(option.words)
    #expect(words.text(in: choice("es")) == "Náuseas")
    #expect(words.text(in: choice("de")) == "Brechreiz")
    #expect(words.text(in: choice("fr")) == "Nausea")
  }
}
