import FHIR
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("es", "es"), ("es-MX", "es"), ("zh-Hant-TW", "zh"), ("EN-us", "en"), ("fil", "fil"),
    ("sl-rozaj-biske-1994", "sl"),
  ])
  func tags(_ text: String, _ primary: String) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.primary == primary && tag.description == text && tag.isKnown)
  }

  @Test(arguments: ["", "e", "es_MX", "español", "es-", "-es", "es--MX", "es-toolongpart", "1a"])
  func notATag(_ text: String) { #expect(LanguageTag(text) == nil) }

  @Test(arguments: ["xx", "jp", "uk-UA", "en", "cz"])
  func codesOfISO639(_ text: String) throws {
    #expect(try #require(LanguageTag(text)).isKnown == ["uk-UA", "en"].contains(text))
  }

  @Test func capitalsDoNotMatter() {
    #expect(LanguageTag("ES-mx") == LanguageTag("es-MX"))
    #expect(Set([LanguageTag("ES-mx"), LanguageTag("es-MX")]).count == 1)
  }

  @Test(arguments: [
    ("es", "es", LanguageTag.Fit.exact), ("es-mx", "es-MX", .exact), ("es", "es-MX", .broader),
    ("zh-Hant", "zh-Hant-TW", .broader), ("es-MX", "es", .related), ("es-ES", "es-MX", .related),
    ("en", "es", nil), ("e", "es", nil), ("est", "es", nil), ("es", "est", nil),
  ])
  func oneServesForAnother(_ has: String, _ wanted: String, _ fit: LanguageTag.Fit?) throws {
    let wanted = try #require(LanguageTag(wanted))
    #expect(LanguageTag(has)?.fit(for: wanted) == fit)
  }

  @Test(arguments: [("es", "Español"), ("es-MX", "Español (es-MX)"), ("xh", "xh")])
  func namesOfTheirOwn(_ text: String, _ name: String) {
    #expect(LanguageTag(text)?.nameOfItsOwn == name)
  }
}
