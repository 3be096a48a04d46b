import SeededRandomness
import Testing

@testable import FHIR

/// Markup reduced to plain text.
@Suite struct MarkupTextTests {
  @Test(arguments: [
    ("<p>One <b>bold</b>,\n  two <i>lean</i></p>", "One bold, two lean"),
    ("<div><p>First</p><p>Second</p></div>", "First\n\nSecond"),
    ("<p>a<br/>b<br>c</p>", "a\nb\nc"),
    (
      "<p>Do:</p><ul><li>sit</li><li><p>rest</p></li></ul><p>Then go</p>",
      "Do:\n\n- sit\n- rest\n\nThen go"
    ),
    ("<ol><li>sit</li><li>rest</li></ol>", "1. sit\n2. rest"),
    ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
    (
      "See <a href=\"https://example.org/x?a=1&amp;b=2\">the page</a>.",
      "See the page (https://example.org/x?a=1&b=2)."
    ),
    ("<a href='https://example.org'>https://example.org</a>", "https://example.org"),
    ("<a href=\"#here\">here</a> <a href=\"javascript:x()\">run</a>", "here run"),
    ("<img src=\"a.png\" alt=\"A spine\"/><img src='b'>", "[picture: A spine][picture]"),
    (
      "<table><tr><th>Day</th><th>Dose</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "Day, Dose\n1, 2"
    ),
    (
      "5 &lt; 6 &amp;&#32;7 &eacute;&#xE9;&nbsp;&frac12; &unknown; R&D",
      "5 < 6 & 7 éé ½ &unknown; R&D"
    ),
    ("<p title=\"a > b\">kept</p><!-- <b> --><script>alert(1)</script>", "kept"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("a&#27;[2J&#7;b&#0;c&#x9b;d", "a[2Jbcd"),
  ])
  func xhtml(_ markup: String, _ text: String) {
    #expect(XHTMLText.plainText(of: markup) == text)
  }

  @Test(arguments: ["<p>open", "<p>a</b>", "a <", "<>", "</p>", "", "<p> </p>", "3 < 4"])
  func xhtmlThatCannotBeRead(_ markup: String) {
    #expect(XHTMLText.plainText(of: markup) == nil)
  }

  @Test(arguments: [
    ("One **bold**, two *lean*, __b__ _i_ ~~gone~~ `code`", "One bold, two lean, b i gone code"),
    ("# Heading\nText\nmore", "Heading\n\nText more"),
    ("Heading\n=======\nText", "Heading\n\nText"),
    ("First\n\nSecond\\\nline  \nthird", "First\n\nSecond\nline\nthird"),
    ("- sit\n- rest\n\nThen", "- sit\n- rest\n\nThen"),
    ("1. sit\n2) rest", "1. sit\n2. rest"),
    ("* a\n  * b\n* c", "- a\n  - b\n- c"),
    ("[the page](https://example.org/x \"Title\")", "the page (https://example.org/x)"),
    ("[x](#y) <https://example.org>", "x https://example.org"),
    ("[https://example.org](https://example.org)", "https://example.org"),
    ("![A spine](a.png) ![](b.png)", "[picture: A spine] [picture]"),
    ("> quoted\n> more", "quoted more"),
    ("2 * 3 * 4, snake_case_name, \\*kept\\*", "2 * 3 * 4, snake_case_name, *kept*"),
    ("pain < 5 and > 3, [sic], a[1]", "pain < 5 and > 3, [sic], a[1]"),
    ("R&amp;D &mdash; <b>x</b><br/>y", "R&D — x y"),
    ("| Day | Dose |\n|---|:-:|\n| 1 | 2 |", "Day, Dose\n1, 2"),
    ("```\n**as is**\n```", "**as is**"),
    ("---\nText", "Text"),
  ])
  func markdown(_ markup: String, _ text: String) {
    #expect(MarkdownText.plainText(of: markup) == text)
  }

  @Test(arguments: ["", " \n ", "---"])
  func markdownWithoutWords(_ markup: String) {
    #expect(MarkdownText.plainText(of: markup) == nil)
  }

  @Test func `any text is read to its end`() {
    let signs = Array("<>&;/[](){}*_`!#-|\\\"'= \nab1")
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let text = String((0..<40).compactMap { _ in signs.randomElement(using: &random) })
      for plain in [XHTMLText.plainText(of: text), MarkdownText.plainText(of: text)] {
        #expect(plain?.isEmpty != true, "\(text)")
      }
    }
  }

  @Test(arguments: [
    (FHIR.Attachment(contentType: "image/png", title: "A spine"), "[picture: A spine]"),
    (FHIR.Attachment(contentType: "image/png"), "[picture]"),
    (FHIR.Attachment(contentType: "audio/mp3", title: "Tone"), "[sound: Tone]"),
    (FHIR.Attachment(contentType: "video/mp4"), "[film]"),
    (FHIR.Attachment(contentType: "application/pdf", title: "Leaflet"), "[file: Leaflet]"),
  ])
  func whatStandsForAnAttachment(_ attachment: FHIR.Attachment, _ text: String) {
    #expect(attachment.placeholder == text)
  }
}
