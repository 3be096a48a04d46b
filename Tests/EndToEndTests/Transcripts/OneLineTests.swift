import TerminalTesting
import Testing

/// Rows that are typed in one line, in the whole program.
@Suite struct OneLineTests {
  private static let own = "https://intake.example/fhir/StructureDefinition/"
  private static let hl7 = "http://hl7.org/fhir/"

  /// Plants of a garden, by the names of a list that is searched.
  private static let form: String = {
    let names = ["Basil", "Chives", "Dill", "Fennel", "Garlic", "Lovage", "Mint", "Parsley"]
    let plants =
      names.map { #"{"code":"\#($0)","display":"\#($0)"}"# } + [
        #"{"code":"sage","display":"Sage","designation":[{"value":"Salvia"}]}"#,
        #"{"code":"thyme","display":"Thyme","property":[{"code":"look-alike","valueString":"Tansy"}]}"#,
        #"{"code":"tansy","display":"Tansy","property":[{"code":"look-alike","valueString":"Thyme"}]}"#,
      ]
    return #"""
      {"resourceType":"Questionnaire","url":"https://example.org/garden","status":"active",
       "contained":[
        {"resourceType":"CodeSystem","id":"plants","url":"https://example.org/plants","content":"complete",
         "concept":[\#(plants.joined(separator: ","))]},
        {"resourceType":"ValueSet","id":"all","compose":{"include":[{"system":"https://example.org/plants"}]}}],
       "item":[
        {"linkId":"plant","type":"group","text":"Plant","repeats":true,
         "extension":[{"url":"\#(own)one-line-row","valueBoolean":true}],
         "item":[
          {"linkId":"name","type":"open-choice","text":"Which plant?","answerValueSet":"#all",
           "extension":[
            {"url":"\#(hl7)StructureDefinition/entryFormat","valueString":"Like Sage 5 g twice a day for tea."},
            {"url":"\#(hl7)StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[
             {"system":"\#(hl7)questionnaire-item-control","code":"autocomplete"}]}}]},
          {"linkId":"amount","type":"quantity","text":"How much?","extension":[
            {"url":"\#(hl7)StructureDefinition/questionnaire-unitOption",
             "valueCoding":{"system":"http://unitsofmeasure.org","code":"g","display":"g"}}]},
          {"linkId":"often","type":"choice","text":"How often?","answerOption":[
            {"valueCoding":{"code":"once","display":"Once a day"}},
            {"valueCoding":{"code":"twice","display":"Two times a day"},
             "extension":[{"url":"\#(own)known-words","valueString":"twice a day"}]}]},
          {"linkId":"use","type":"string","text":"What for?",
           "extension":[{"url":"\#(own)line-lead","valueString":"for"}]}]}]}
      """#
  }()

  private static let expected = [
    #""display": "Salvia dried""#, #""code": "sage""#, #""value": 5"#, #""code": "twice""#,
    #""valueString": "tea""#, #""code": "tansy""#, #""display": "Tansy""#,
    #""valueString": "Moonwort""#,
  ]

  @Test(arguments: [[], ["--plain"]])
  func atATerminal(_ options: [String]) throws {
    let folder = try WorkFolder()
    try folder.write(Self.form, to: "garden.json")
    let visit = try Visit(
      ["interview", "garden.json", "--output", "out.txt"] + options, in: folder)
    let first = try visit.read()
    #expect(
      first.contains("You can type all of it in one line. Like Sage 5 g twice a day for tea."))
    visit.send("salvia dried 5g twice a day for tea")
    let second = try visit.read()
    #expect(
      second.contains("Understood: Salvia dried (sage), 5 g, two times a day. For: tea."))
    #expect(second.contains("Another one? Type it, or press Enter if there is no more."))
    // TAB completes the names of the list for the next row, too.
    visit.type("tan\t")
    try visit.terminal.expectScreen("the name") { $0.rows[$0.cursorRow].hasPrefix("> Tansy") }
    visit.send(" 2 g")
    try visit.answer("Did you mean Tansy or Thyme?", with: "1")
    try visit.answer("How often?", with: "1")
    try visit.answer("What for?", with: "skip")
    try visit.answer("Another one?", with: "Basill")
    try visit.answer("This name is not in our list. Did you mean this?", with: "back")
    try visit.answer("Which plant?", with: "\u{15}Moonwort 1 g once a day for luck")
    try visit.answer("3 Moonwort, 1 g, once a day. For: luck.", with: "")
    try visit.answer("Check your answers", with: "0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    let response = try folder.text(of: "out.response.json")
    for text in Self.expected { #expect(response.contains(text), "\(text)") }
  }

  @Test(arguments: ["", "no", "none"])
  func throughAPipe(_ last: String) throws {
    let folder = try WorkFolder()
    try folder.write(Self.form, to: "garden.json")
    let lines = [
      "salvia dried 5g twice a day for tea", "tansy 2 g once a day for show", "1",
      "Moonwort 1 g once a day for luck", last, "0",
    ]
    let run = try Program.run(
      ["interview", "garden.json", "--output", "out.txt"], in: folder,
      input: lines.joined(separator: "\n") + "\n")
    #expect(run.status == .exited(0), "\(run.output)\(run.errors)")
    let response = try folder.text(of: "out.response.json")
    for text in Self.expected { #expect(response.contains(text), "\(text)") }
  }
}
