import Testing

/// What `check` says of forms that work, but hardly as their authors mean.
@Suite struct ReviewTests {
  private static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  private static let translation =
    #"{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "#
    + #""valueCode": "es"}, {"url": "content", "valueString": "¿Tiene mascotas?"}]}"#
  private static let sum =
    "%resource.item.where(linkId in ('cats' | 'dogs')).answer.value.sum()"

  private static let items = [
    #"{"linkId": "pets", "type": "boolean", "text": "Do you have pets?", "#
      + #""_text": {"extension": [\#(translation)]}}"#,
    #"{"linkId": "cats", "type": "integer", "enableBehavior": "all", "enableWhen": ["#
      + #"{"question": "pets", "operator": "=", "answerBoolean": true}, "#
      + #"{"question": "pets", "operator": "=", "answerBoolean": false}]}"#,
    #"{"linkId": "dogs", "type": "integer"}"#,
    #"{"linkId": "all", "type": "integer", "readOnly": true, "extension": ["#
      + #"{"url": "\#(sdc)calculatedExpression", "valueExpression": {"language": "text/fhirpath", "#
      + #""expression": "\#(sum)"}}]}"#,
    #"{"linkId": "more", "type": "display", "text": "A b c d e f g h i j k l m n o p.", "#
      + #""_text": {"extension": [\#(translation)]}}"#,
    #"{"linkId": "bye", "type": "display", "text": "Bye"}"#,
  ]

  private static let expected = [
    "line 6, column 1: linkId 'cats': the item is never asked: 'pets' = true and 'pets' = false "
      + "cannot both hold; correct the conditions or remove the item",
    "line 8, column 186: linkId 'all': the calculation adds up 2 questions and passes over those "
      + "without an answer, so that the result is too low; test that all are answered, as with "
      + "iif(… .exists(), …, {})",
    "line 9, column 1: linkId 'more': a sentence has 16 words, more than 15; make two of it: "
      + "\"A b c d e f g h i j k l m n o p.\"",
    "line 10, column 1: linkId 'bye': there is no translation into \"es\" of the text; "
      + "add what is missing",
  ]

  @Test func aFormIsReviewedWithPlacesAndIsNoError() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.form(Self.items.joined(separator: ",\n")), to: "form.json")
    let run = try Program.run(["check", "form.json"], in: folder)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines == Self.expected.map { "Warning: form.json, \($0)" }
        + ["1 file checked: 0 errors, 4 warnings"])
    #expect(run.errors.isEmpty)
    #expect(run.status == .exited(0))
  }

  @Test func aFormOfTheFolderIsReviewedToo() throws {
    let folder = try WorkFolder()
    try folder.makeFolder("forms")
    try folder.write(Forms.form(Self.items.joined(separator: ",\n")), to: "forms/form.json")
    try folder.write(
      #"{"format": "intake-library", "version": 1, "roles": {"intake": "form.json"}, "#
        + #""files": ["form.json"]}"#, to: "forms/library.json")
    let run = try Program.run(["check", "--questionnaires", "forms"], in: folder)
    for line in Self.expected {
      #expect(run.output.contains("Warning: forms/form.json, \(line)\n"))
    }
    #expect(run.status == .exited(0), "\(run.output)")
  }
}
