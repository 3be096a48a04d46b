import FHIR
import Testing

@testable import Interview

@Suite struct TextReadingTests {
  @Test(arguments: [
    ("Ann O’Neil-Müller", "Ann O’Neil-Müller"), ("  Ann  ", "Ann"),
    ("Percocet 5/325", "Percocet 5/325"),
    ("-", "-"), ("3/4/1950", "3/4/1950"), ("none", "none"), ("a\u{202E}b", "ab"),
    ("a\u{1B}[31mb", "a[31mb"), ("a\tb", "a b"), ("e\u{301}", "é"), ("山田", "山田"),
    ("👩‍👩‍👧", "👩‍👩‍👧"), ("", "! empty"), (" \u{A0}\u{3000} ", "! empty"), ("\u{0}\u{7}", "! empty"),
  ])
  func text(line: String, shown: String) {
    #expect(Question("string").shown(line) == shown)
    #expect(Question("text").shown(line) == shown)
  }

  @Test(arguments: [
    ("abc", "abc"), ("ab", "! tooShort(3)"), ("abcdef", "! tooLong(5)"), ("éééé", "éééé"),
    ("👩‍👩‍👧", "👩‍👩‍👧"), ("👩‍👩‍👧👩", "! tooLong(5)"), ("   abc   ", "abc"),
  ])
  func lengths(line: String, shown: String) {
    let least = #"{"url":"\#(Question.url)minLength","valueInteger":3}"#
    let question = Question("string", #""maxLength":5"#, Question.extensions(least))
    #expect(question.shown(line) == shown)
  }

  @Test func patternIsHeld() {
    let regex = #"{"url":"\#(Question.url)regex","valueString":"[0-9 ]+"}"#
    let question = Question("string", Question.extensions(regex))
    #expect(question.shown("555 12") == "555 12")
    #expect(question.read("call me") == .problem(.pattern))
  }

  @Test(arguments: [
    ("https://example.org/a?b=c", "https://example.org/a?b=c"),
    ("http://example.org", "http://example.org"),
    ("www.example.org", "https://www.example.org"), ("WWW.example.org", "https://WWW.example.org"),
    ("urn:oid:1.2.3", "urn:oid:1.2.3"), ("mailto:ann@example.org", "mailto:ann@example.org"),
    ("example", "! notAnAddress"), ("http://", "! notAnAddress"), ("www.x", "! notAnAddress"),
    ("http://a b", "! notAnAddress"), (":x", "! notAnAddress"), ("1:2", "! notAnAddress"),
    ("http:", "! notAnAddress"), ("", "! empty"),
  ])
  func addresses(line: String, shown: String) { #expect(Question("url").shown(line) == shown) }

  @Test(arguments: ["attachment", "reference", "choice"])
  func cannotBeAnswered(type: String) {
    #expect(Question(type).read("x") == .problem(.cannotBeAnsweredHere))
  }

  @Test func openChoiceWithoutOptionsIsText() {
    #expect(Question("open-choice").shown("my own words") == "my own words")
  }
}
