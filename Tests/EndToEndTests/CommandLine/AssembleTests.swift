import TerminalTesting
import Testing

/// Questionnaires of parts on the command line.
@Suite struct AssembleTests {
  private static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

  /// A folder of questionnaires: a form of two groups that use one part, the part on its fifth line.
  private func folder(
    question: String = #"{"linkId": "name", "type": "string", "text": "What is your name?"}"#,
    part: String = "person"
  ) throws -> WorkFolder {
    func group(_ linkId: String) -> String {
      let prefix =
        #"{"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": "#
        + #"{"name": "linkIdPrefix", "language": "text/fhirpath", "expression": "'\#(linkId).'"}}"#
      let reference =
        #"{"url": "\#(Self.sdc)subQuestionnaire", "#
        + #""valueCanonical": "https://example.org/\#(part)|1"}"#
      return #"{"linkId": "\#(linkId)", "type": "group", "item": [{"linkId": "\#(linkId)-p", "#
        + #""type": "display", "text": "Missing", "extension": [\#(prefix), \#(reference)]}]}"#
    }
    let folder = try WorkFolder()
    try folder.makeFolder("q")
    try folder.makeFolder("q/parts")
    try folder.write(Forms.form(group("you") + ",\n" + group("friend")), to: "q/form.json")
    try folder.write(
      """
      {
        "resourceType": "Questionnaire", "url": "https://example.org/person", "version": "1",
        "extension": [{"url": "\(Self.sdc)assemble-expectation", "valueCode": "assemble-child"}],
        "status": "active", "item": [
      \(question)]
      }
      """, to: "q/parts/person.json")
    try folder.write(
      #"{"format": "intake-library", "version": 1, "roles": {"intake": "form.json"}, "files": "#
        + #"["form.json", "parts/person.json"]}"#, to: "q/library.json")
    return folder
  }

  @Test func aQuestionnaireIsPutTogetherAndCanBeFilled() throws {
    let folder = try folder()
    let run = try Program.run(["assemble", "form.json", "--questionnaires", "q"], in: folder)
    #expect(run.status == .exited(0))
    #expect(run.errors.isEmpty)
    for linkId in ["you", "you.name", "friend", "friend.name"] {
      #expect(run.output.split(separator: #""linkId": "\#(linkId)""#).count == 2, "\(linkId)")
    }
    #expect(run.output.contains(#""valueCanonical": "https://example.org/person|1""#))
    #expect(!run.output.contains("subQuestionnaire"))

    // What is printed is a form of its own, and the interview asks the same as of the parts.
    try folder.write(run.output, to: "assembled.json")
    let answers = "Ana\nBo\n0\n"
    let whole = try Program.run(
      ["interview", "assembled.json", "--output", "whole.json"], in: folder, input: answers)
    let parts = try Program.run(
      ["--questionnaires", "q", "--output", "parts.json"], in: folder, input: answers)
    #expect(whole.status == .exited(0), "\(whole.errors)")
    #expect(whole.output == parts.output)
    #expect(try folder.text(of: "parts.response.json").contains(#""linkId": "friend.name""#))
  }

  @Test func problemsNameTheFileAndLineOfThePart() throws {
    let folder = try folder(question: #"{"linkId": "name", "type": "strnig"}"#)
    let all = try Program.run(["check", "--questionnaires", "q"], in: folder)
    let lines = all.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3, "\(all.output)")
    #expect(
      lines.first?.hasPrefix(
        "Error: q/parts/person.json, line 5, column 1: linkId 'you.name': there is no item type")
        == true)
    #expect(lines.last == "2 files checked: 2 errors, 0 warnings")
    let one = try Program.run(["check", "q/form.json", "--questionnaires", "q"], in: folder)
    #expect(one.output.split(separator: "\n").first.map(String.init) == lines.first)
    let interview = try Program.run(
      ["--questionnaires", "q", "--output", "out.txt"], in: folder)
    #expect(interview.errorLines == Array(lines.dropLast()))
    #expect(interview.status == .exited(1))
  }

  @Test func whatCannotBePutTogetherIsSaidAllAtOnce() throws {
    let folder = try folder(part: "nobody")
    let problem =
      "no file holds the part https://example.org/nobody|1; add it to the library, or correct its "
      + "address"
    let run = try Program.run(["assemble", "q/form.json", "--questionnaires", "q"], in: folder)
    #expect(run.errorLines.count == 2)
    for (line, linkId) in zip(run.errorLines, ["you", "friend"]) {
      let number = linkId == "you" ? 5 : 6
      #expect(line.hasPrefix("Error: q/form.json, line \(number), column "))
      #expect(line.hasSuffix(", item '\(linkId)-p': \(problem)"))
    }
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
    let check = try Program.run(["check", "--questionnaires", "q"], in: folder)
    #expect(check.output.split(separator: problem).count == 3, "\(check.output)")
    #expect(check.status == .exited(1))
  }

  @Test func aPartIsNoForm() throws {
    let question =
      #"{"linkId": "name", "type": "string", "enableWhen": [{"question": "elsewhere", "#
      + #""operator": "exists", "answerBoolean": true}]}"#
    let folder = try folder(question: question)
    for command in [["assemble"], ["interview", "--output", "out.txt"]] {
      let run = try Program.run(
        command + ["q/parts/person.json", "--questionnaires", "q"], in: folder)
      #expect(
        run.errors.hasPrefix(
          "Error: q/parts/person.json, line 1, column 1: this is a part of other questionnaires"))
      #expect(run.status == .exited(1))
    }
    // On its own, what its conditions look at cannot be known.
    let check = try Program.run(
      ["check", "q/parts/person.json", "--questionnaires", "q"], in: folder)
    #expect(check.output.hasPrefix("Note: q/parts/person.json: this is a part; "))
    #expect(check.output.hasSuffix("\n1 file checked: 0 errors, 0 warnings\n"))
    #expect(check.status == .exited(0))
  }
}
