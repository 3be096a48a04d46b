import FHIR
import FHIRPath
import Testing

/// `checkModifiers()` and `htmlChecks()` (R4, 2.9.1.5).
@Suite struct ModifierAndNarrativeTests {
  static let patient = PointResources.tree(
    """
    {"resourceType":"Patient",
     "modifierExtension":[{"url":"http://example.org/not","valueBoolean":true}],
     "contact":[
      {"gender":"male"},
      {"modifierExtension":[{"url":"http://example.org/not","valueBoolean":true},
        {"url":"http://example.org/former","valueBoolean":true}]}]}
    """)

  static let modifiers = PointCase.table(
    """
    Patient.checkModifiers('http://example.org/not') => Patient
    Patient.checkModifiers('http://example.org/other') => error unknownArgument
    Patient.contact.checkModifiers('http://example.org/not') => error unknownArgument
    Patient.contact.checkModifiers('http://example.org/not', 'http://example.org/former') => Patient.contact, Patient.contact
    Patient.contact[0].checkModifiers('http://example.org/other') => Patient.contact
    Patient.contact[0].gender.checkModifiers('http://example.org/other') => code(male)
    Patient.name.checkModifiers('http://example.org/other') => {}
    """)

  @Test(arguments: modifiers) func `an unknown modifier is an error`(_ one: PointCase) {
    one.check(on: Self.patient)
  }

  static let narratives: [(text: String, isAllowed: Bool)] = [
    (#"<div xmlns="http://www.w3.org/1999/xhtml">Text</div>"#, true),
    (#"<div><p style="color: red" class='a'>Text</p><br/></div>"#, true),
    (##"<div><a href="#more">more</a><a name="more"/></div>"##, true),
    (#"<div><table border="1"><tr><td colspan="2">1</td></tr></table></div>"#, true),
    (##"<div><img src="#pic" alt="a > b"/></div>"##, true),
    ("<div><!-- a > b --><b>x</b></div>", true),
    ("\n <div>x</div>\n", true),
    ("<div>1 &lt; 2</div>", true),
    ("<div/>", false),
    ("<div> \n\t</div>", false),
    ("<div><!-- only a comment --></div>", false),
    ("<div><!-- not closed </div>", false),
    ("Text", false),
    ("", false),
    ("<p>Text</p>", false),
    ("<div>a</div><div>b</div>", false),
    ("<div>a</div>b", false),
    ("<div>a", false),
    ("<div><p>a</div></p>", false),
    ("<div><p>a</p></div></div>", false),
    ("<div><script>x()</script></div>", false),
    ("<div><form>x</form></div>", false),
    ("<div><input name='a'/>x</div>", false),
    ("<div><object data='a'/>x</div>", false),
    ("<div><iframe src='a'>x</iframe></div>", false),
    ("<div><style>p {}</style>x</div>", false),
    ("<div><link href='a'/>x</div>", false),
    ("<html><body>x</body></html>", false),
    (#"<div onclick="x()">a</div>"#, false),
    (#"<div><p onmouseover = 'x()'>a</p></div>"#, false),
    (#"<div><a href="javascript:x()">a</a></div>"#, false),
    (#"<div><a href=" JavaScript:x()">a</a></div>"#, false),
    (#"<div><p class=a>a</p></div>"#, false),
    (#"<div><p class="a>a</p></div>"#, false),
    ("<div><p <b>a</b></p></div>", false),
  ]

  @Test(arguments: narratives)
  func `what a narrative may hold`(_ text: String, _ isAllowed: Bool) throws {
    let document = JSONBuilder.object { patient in
      patient.add("resourceType", "Patient")
      patient.addObject("text") { narrative in
        narrative.add("status", "generated")
        narrative.add("div", text)
      }
    }
    PointCase(expression: "Patient.text.`div`.htmlChecks()", expected: "\(isAllowed)")
      .check(on: ResourceTree(document))
  }

  static let notNarratives = PointCase.table(
    """
    Patient.contact.gender.htmlChecks() => {}
    Patient.contact.htmlChecks() => {}
    Patient.text.`div`.htmlChecks() => {}
    '<div>a</div>'.htmlChecks() => {}
    """)

  @Test(arguments: notNarratives) func `anything else gives nothing`(_ one: PointCase) {
    one.check(on: Self.patient)
  }
}
