import Testing

/// What is wrong with a questionnaire is named by `check` and by `interview`, in the same words.
@Suite struct QuestionnaireFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let item: String
    let line: String
    var testDescription: String { line }

    init(_ item: String, _ line: String) {
      self.item = item
      self.line = line
    }
  }

  static let faults = [
    Fault(
      #"{"linkId": "name", "type": "string", "text": "Again"}"#,
      "linkId 'name': the linkId is used before, at line 5, column 1; give this item another"),
    Fault(
      #"{"type": "string", "text": "Nameless"}"#,
      "an item has no linkId; give it one that no other item has"),
    Fault(
      #"{"linkId": "kind", "type": "strnig", "text": "Kind"}"#,
      "linkId 'kind': there is no item type \"strnig\"; use one of group, display, boolean, "
        + "decimal, integer, date, dateTime, time, string, text, url, choice, open-choice, "
        + "attachment, reference, quantity"),
    Fault(
      #"{"linkId": "bare", "text": "Bare"}"#,
      "linkId 'bare': the item has no type; add one, such as \"string\" or \"group\""),
    Fault(
      #"{"linkId": "if", "type": "string", "enableWhen": [{"question": "lost", "#
        + #""operator": "exists", "answerBoolean": true}]}"#,
      "linkId 'if': an enableWhen looks at 'lost', which no item has; correct the linkId"),
    Fault(
      #"{"linkId": "a", "type": "boolean", "enableWhen": [{"question": "b", "operator": "=", "#
        + #""answerBoolean": true}]}, {"linkId": "b", "type": "boolean", "enableWhen": "#
        + #"[{"question": "a", "operator": "=", "answerBoolean": true}]}"#,
      "linkId 'a': conditions come in a loop: a → b → a; remove one of them"),
    Fault(
      #"{"linkId": "code", "type": "string", "extension": [{"url": "#
        + #""http://hl7.org/fhir/StructureDefinition/regex", "valueString": "([a-"}]}"#,
      "linkId 'code': the pattern \"([a-\" cannot be used: a [ has no ] after it; "
        + "write \\[ for a bracket"),
    Fault(
      #"{"linkId": "pick", "type": "choice", "answerOption": [{}]}"#,
      "linkId 'pick': an answerOption has no value[x]; add one or remove the option"),
    Fault(
      #"{"linkId": "none", "type": "choice"}"#,
      "linkId 'none': a choice has neither answerOption nor answerValueSet; "
        + "add what can be chosen"),
    Fault(
      #"{"linkId": "set", "type": "choice", "answerValueSet": "https://example.org/no"}"#,
      "linkId 'set': the value set https://example.org/no cannot be used: "),
  ]

  private static let first = #"{"linkId": "name", "type": "string", "text": "Name"}"#

  @Test(arguments: faults) func oneFaultIsNamedWithItsPlace(_ fault: Fault) throws {
    let folder = try WorkFolder()
    try folder.write(Forms.form("\(Self.first),\n\(fault.item)"), to: "form.json")
    let run = try Program.run(["check", "form.json"], in: folder)
    let lines = run.output.split(separator: "\n").map(String.init)
    let first = try #require(lines.first)
    #expect(first.hasPrefix("Error: form.json, line 6, column "))
    #expect(first.contains(": \(fault.line)"))
    #expect(lines.dropFirst() == ["1 file checked: 1 error, 0 warnings"])
    #expect(run.errors.isEmpty)
    #expect(run.status == .exited(1))
  }

  @Test func everyFaultIsNamedInOneRunAndTheInterviewRefusesInTheSameWords() throws {
    let folder = try WorkFolder()
    let items = [Self.first] + Self.faults.map(\.item)
    try folder.write(Forms.form(items.joined(separator: ",\n")), to: "form.json")
    let check = try Program.run(["check", "form.json"], in: folder)
    let interview = try Program.run(
      ["interview", "form.json", "--output", "out.txt"], in: folder, input: "x\n")
    let named = check.output.split(separator: "\n").map(String.init)
    for fault in Self.faults {
      #expect(named.filter { $0.contains(fault.line) }.count == 1, "\(fault.line)")
    }
    #expect(named.dropLast().allSatisfy { $0.hasPrefix("Error: form.json, line ") })
    #expect(named.last == "1 file checked: \(Self.faults.count) errors, 0 warnings")
    #expect(interview.errorLines == named.dropLast())
    #expect(interview.output.isEmpty)
    #expect(interview.status == .exited(1))
    #expect(folder.names == ["form.json"])
  }

  struct File: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let error: String
    var testDescription: String { "\(name) \(error)" }

    init(_ name: String, _ text: String, _ error: String) {
      self.init(name, Array(text.utf8), error)
    }

    init(_ name: String, _ bytes: [UInt8], _ error: String) {
      self.name = name
      self.bytes = bytes
      self.error = error
    }
  }

  static let files = [
    File(
      "form.json", "{\"resourceType\":",
      "form.json, line 1, column 17: the text ends in the middle of a value; "
        + "a closing quote, brace or bracket is missing"),
    File(
      "form.json", "",
      "form.json, line 1, column 1: the text ends in the middle of a value; "
        + "a closing quote, brace or bracket is missing"),
    File(
      "form.json", "\u{FEFF}hello",
      "form.json, line 1, column 1: expected a JSON value here"),
    File(
      "form.json", "{\n \"resourceType\": \"Patient\"}",
      "form.json, line 1, column 1: this is not a FHIR Questionnaire. "
        + "Its \"resourceType\" must be \"Questionnaire\"."),
    File(
      "form.json", "[]",
      "form.json, line 1, column 1: this is not a FHIR Questionnaire. "
        + "Its \"resourceType\" must be \"Questionnaire\"."),
    File(
      "form.json", Array("{\"a\": \"".utf8) + [0xFF, 0xFE, 0x22, 0x7D],
      "form.json, line 1, column 8: these bytes are not UTF-8; save the file as UTF-8"),
    File(
      "form.json", String(repeating: "[", count: 129) + String(repeating: "]", count: 129),
      "form.json, line 1, column 129: values lie more than 128 deep within each other; "
        + "flatten them"),
    File(
      "form.json", [UInt8](repeating: 0x20, count: 33 << 20),
      "form.json, line 1, column 1: the file is larger than 32 MB; split it into smaller files"),
    File(
      "other.json", Forms.short,
      "form.json cannot be read: No such file or directory. Check the name and the folder."),
    File(
      "form.json/inner.json", Forms.short,
      "form.json cannot be read: Is a directory. This is a folder; name a file in it."),
  ]

  @Test(arguments: files) func aFileThatIsNoQuestionnaireIsSaid(_ file: File) throws {
    let folder = try WorkFolder()
    if file.name.contains("/") { try folder.makeFolder("form.json") }
    try folder.write(file.bytes, to: file.name)
    let check = try Program.run(["check", "form.json"], in: folder)
    #expect(check.output == "Error: \(file.error)\n1 file checked: 1 error, 0 warnings\n")
    #expect(check.status == .exited(1))
    let interview = try Program.run(["interview", "form.json", "--output", "out"], in: folder)
    #expect(interview.errors == "Error: \(file.error)\n")
    #expect(interview.status == .exited(1))
  }

  @Test func aByteOrderMarkDoesNoHarm() throws {
    let folder = try WorkFolder()
    try folder.write("\u{FEFF}" + Forms.short, to: "form.json")
    let check = try Program.run(["check", "form.json"], in: folder)
    #expect(check.output == "1 file checked: 0 errors, 0 warnings\n")
    #expect(check.status == .exited(0))
  }

  @Test func severalFilesAreCheckedAndCounted() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "good.json")
    try folder.write("{", to: "bad.json")
    let check = try Program.run(["check", "good.json", "bad.json", "none.json"], in: folder)
    #expect(check.output.hasSuffix("\n3 files checked: 2 errors, 0 warnings\n"))
    #expect(check.status == .exited(1))
  }

  @Test func theQuestionnairesOfThisPackageHaveNoErrors() throws {
    let folder = try WorkFolder()
    let check = try Program.run(["check"], in: folder)
    #expect(!check.output.contains("Error: "), "\(check.output)")
    #expect(check.status == .exited(0))
  }
}
