import FHIR
import Library
import Testing

@Suite struct ProblemsTests {
  private func problems(_ files: [String: String]) throws -> [String] {
    let intake = ["intake.json": #"{"resourceType":"Questionnaire"}"#]
    return try Folder(intake.merging(files) { _, new in new }).library().problems().map {
      "\($0)".split(separator: ";")[0].description
    }
  }

  @Test(
    arguments: [
      (["a.json": #"{"resourceType":"Questionnaire","url":"urn:a"}"#], []),
      (["a.json": "{"], ["a.json, line 1, column 2: the text ends in the middle of a value"]),
      (["a.json": "[1]"], ["a.json, line 1, column 1: this is not a FHIR resource"]),
      (
        ["a.json": #"{"resourceType":"ValueSet","compose":{"include":[]}}"#],
        [#"a.json, line 1, column 1: the resource has no "url", so that nothing can name it"#]
      ),
      (
        ["intake.json": #"{"resourceType":"ValueSet","url":"u","compose":{}}"#],
        ["intake.json, line 1, column 17: this is a ValueSet where a Questionnaire is wanted"]
      ),
      (
        [
          "a.json": #"{"resourceType":"Questionnaire","url":"urn:a","version":"1"}"#,
          "b.json": #"{"resourceType":"Questionnaire","version":"1","url":"urn:a"}"#,
          "c.json": #"{"resourceType":"Questionnaire","version":"2","url":"urn:a"}"#,
        ], ["b.json, line 1, column 53: urn:a|1 is in a.json as well"]
      ),
      (
        [
          "a.json":
            #"{"resourceType":"CodeSystem","url":"u","concept":[{"code":"a","concept":[{"code":"a"}]},{}]}"#
        ],
        [
          #"a.json, line 1, column 82: the code "a" is there twice"#,
          #"a.json, line 1, column 89: the concept has no "code""#,
        ]
      ),
      // A mistake of a vocabulary is told once, however often it is used.
      (
        [
          "a.json": #"{"resourceType":"ValueSet","url":"u","compose":{"include":[{}]}}"#,
          "intake.json":
            #"{"resourceType":"Questionnaire","item":[{"linkId":"1","answerValueSet":"u"},{"linkId":"2","answerValueSet":"u"}]}"#,
        ], ["a.json, line 1, column 60: this part of the value set names nothing"]
      ),
      // An item that names what is not there is told with its linkId.
      (
        [
          "intake.json":
            """
          {"resourceType":"Questionnaire","item":[{"linkId":"1","item":[
           {"linkId":"1.1","answerValueSet":"#v"}]},
           {"linkId":"2","answerValueSet":"#v"}]}
          """
        ],
        [
          "intake.json, line 2, column 35, item '1.1': the value set #v is not here",
          "intake.json, line 3, column 33, item '2': the value set #v is not here",
        ]
      ),
      (
        [
          "intake.json":
            #"{"resourceType":"Questionnaire","item":[{"linkId":"1","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet","valueCanonical":"urn:units"}]}]}"#
        ],
        ["intake.json, line 1, column 161, item '1': the value set urn:units is not here"]
      ),
      // Codes that a complete code system does not have.
      (
        [
          "a.json":
            #"{"resourceType":"CodeSystem","url":"c","content":"complete","concept":[{"code":"a"}]}"#,
          "b.json":
            #"{"resourceType":"ValueSet","url":"v","compose":{"include":[{"system":"c","concept":[{"code":"a"},{"code":"b"}]}]}}"#,
          "intake.json":
            #"{"resourceType":"Questionnaire","item":[{"linkId":"1","answerOption":[{"valueCoding":{"system":"c","code":"z"}}]}]}"#,
        ],
        [
          #"b.json, line 1, column 98: c does not have the code "b""#,
          #"intake.json, line 1, column 71, item '1': c does not have the code "z""#,
        ]
      ),
      (
        [
          "a.json":
            #"{"resourceType":"CodeSystem","url":"c","content":"fragment","concept":[{"code":"a"}]}"#,
          "b.json":
            #"{"resourceType":"ValueSet","url":"v","compose":{"include":[{"system":"c","concept":[{"code":"b"}]}]}}"#,
        ], []
      ),
      // Contained resources, and those in a Bundle.
      (
        [
          "a.json":
            #"{"resourceType":"Questionnaire","contained":[{"resourceType":"ValueSet","id":"v"}]}"#
        ],
        ["a.json, line 1, column 46: the value set has no concepts"]
      ),
      (
        [
          "a.json":
            #"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"ValueSet","url":"u"}},{"resource":{}}]}"#
        ],
        [
          "a.json, line 1, column 47: the value set has no concepts",
          "a.json, line 1, column 98: this is not a FHIR resource",
        ]
      ),
      // A circle is one problem, wherever one enters it.
      (
        [
          "a.json":
            #"{"resourceType":"ValueSet","url":"a","compose":{"include":[{"valueSet":["b"]}]}}"#,
          "b.json":
            #"{"resourceType":"ValueSet","url":"b","compose":{"include":[{"valueSet":["a"]}]}}"#,
        ], ["a.json, line 1, column 60: these value sets include each other: b → a → b"]
      ),
    ] as [([String: String], [String])])
  func found(_ files: [String: String], _ expected: [String]) throws {
    #expect(try problems(files) == expected)
  }
}
