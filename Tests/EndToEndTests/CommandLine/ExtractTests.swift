import Foundation
import TerminalTesting
import Testing

/// `intake extract` on the command line, after an interview.
@Suite struct ExtractTests {
  private static let form = "\(Program.package)/Tests/Interop/extraction-form.json"

  /// Holds an interview with typed lines and extracts what was answered.
  private func extract(_ lines: [String], form: String = form) throws -> PipedProcess {
    let folder = try WorkFolder()
    let interview = try Program.run(
      ["interview", form, "--output", "out.txt"], in: folder,
      input: lines.joined(separator: "\n") + "\n")
    try #require(interview.status == .exited(0), "\(interview.output)\(interview.errors)")
    return try Program.run(
      ["extract", "out.response.json", "--questionnaire", form], in: folder)
  }

  private func entries(_ run: PipedProcess) throws -> [[String: Any]] {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(root["resourceType"] as? String == "Bundle")
    #expect(root["type"] as? String == "transaction")
    return root["entry"] as? [[String: Any]] ?? []
  }

  private func resource(_ entry: [String: Any]) -> [String: Any] {
    entry["resource"] as? [String: Any] ?? [:]
  }

  /// The texts and codes of a resource, sorted, to be compared.
  private func words(_ value: Any) -> [String] {
    switch value {
    case let object as [String: Any]:
      object.sorted { $0.key < $1.key }.flatMap { name, inner in
        ["system", "derivedFrom", "effectiveDateTime", "issued"].contains(name) ? [] : words(inner)
      }
    case let list as [Any]: list.flatMap { words($0) }
    case let text as String: [text]
    case let number as NSNumber: ["\(number)"]
    default: []
    }
  }

  @Test func answersBecomeResources() throws {
    let run = try extract(
      ["Ana Test", "27 March 1950", "duloxetine", "60 mg", "low mood", "yes"]
        + ["Grandma's drops", "prefer not to say", "skip", "no"]
        + ["yes", "1 2", "rash", "skip", "yes", "asthma", "yes", "3", "0"])
    #expect(run.status == .exited(0), "\(run.errors)")
    #expect(run.errors.isEmpty)
    let entries = try entries(run)
    let addresses = entries.compactMap { $0["fullUrl"] as? String }
    #expect(addresses.count == 10)
    #expect(Set(addresses).count == 10)
    #expect(addresses.allSatisfy { $0.wholeMatch(of: /urn:uuid:[0-9a-f-]{36}/) != nil })
    for entry in entries {
      let request = try #require(entry["request"] as? [String: String])
      #expect(request == ["method": "POST", "url": resource(entry)["resourceType"] as? String])
    }
    let patient = try #require(addresses.first)
    let panel = ["survey", "panel"] + Array(addresses[7...]) + ["Observation", "final"]
    let expected: [[String]] = [
      ["1950-03-27", "Ana Test", "Patient"],
      [
        "mg", "60", "60 mg", "dulox", "Duloxetine", "Duloxetine", "low mood",
        "MedicationStatement", "active", patient,
      ],
      ["Grandma's drops", "MedicationStatement", "active", patient],
      ["active", "764146007", "Penicillin", patient, "rash", "AllergyIntolerance", "unconfirmed"],
      ["active", "nuts", "Nuts", patient, "AllergyIntolerance", "unconfirmed"],
      ["active", "asthma", "Condition", patient, "unconfirmed"],
      panel,
      ["survey", "a", "Observation", "final", "2", "Yes"],
      ["survey", "b", "Observation", "final", "3"],
      ["survey", "total", "Observation", "final", "{score}", "points", "5"],
    ]
    #expect(entries.map { words(resource($0)) } == expected)
  }

  @Test func noMedicineNoAllergyAndNoIllnessAreMadeOfNoAnswer() throws {
    let run = try extract(
      ["Ana Test"] + Array(repeating: "not sure", count: 3) + ["skip", "no"]
        + Array(repeating: "not sure", count: 4) + ["0"])
    #expect(run.status == .exited(0), "\(run.errors)")
    let entries = try entries(run)
    let members = entries.dropFirst(2).compactMap { $0["fullUrl"] as? String }
    // That the questions were asked and not answered shows; a score is not worked out of it.
    let expected: [[String]] = [
      ["Ana Test", "Patient"],
      ["survey", "panel"] + members + ["Observation", "final"],
      ["survey", "a", "asked-unknown", "Asked But Unknown", "Observation", "final"],
      ["survey", "b", "asked-unknown", "Asked But Unknown", "Observation", "final"],
    ]
    #expect(entries.map { words(resource($0)) } == expected)
  }

  /// What is put in place of something in the form, and the end of the problem's line.
  static let faults = [
    (##""reference": "#medicine""##, ##""reference": "#medicin""##, "names #medicin, which"),
    ("%resource.authored", "%resource.authored.", "cannot be used: syntax error"),
    (
      "item.where(linkId = 'why')", "item.where(linkId = 'because')",
      "reads 'because', which no item"
    ),
    ("%patientId", "%patient", "uses %patient, which nothing defines here"),
  ]

  @Test(arguments: faults)
  func brokenTemplatesAreNamedByCheckAndByExtract(
    part: String, replacement: String, problem: String
  ) throws {
    let folder = try WorkFolder()
    let text = try String(contentsOfFile: Self.form, encoding: .utf8)
    try folder.write(text.replacingOccurrences(of: part, with: replacement), to: "form.json")
    try folder.write(
      Forms.draft(questionnaire: "https://example.org/extraction", items: ""), to: "answers.json")
    let check = try Program.run(["check", "form.json"], in: folder)
    #expect(check.status == .exited(1))
    #expect(check.output.hasPrefix("Error: form.json, line "))
    #expect(check.output.contains(problem), "\(check.output)")
    let extract = try Program.run(
      ["extract", "answers.json", "--questionnaire", "form.json"], in: folder)
    #expect(extract.status == .exited(1))
    #expect(extract.output.isEmpty)
    #expect(extract.errors.contains(problem), "\(extract.errors)")
  }

  @Test func whatDoesNotFitTheFormIsNotLeftOutInSilence() throws {
    let folder = try WorkFolder()
    try folder.write(
      Forms.draft(
        status: "completed", items: #"{"linkId": "nobody", "answer": [{"valueString": "x"}]}"#),
      to: "answers.json")
    let run = try Program.run(
      ["extract", "answers.json", "--questionnaire", Self.form], in: folder)
    #expect(run.status == .exited(1))
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("the form has no item with the linkId 'nobody'"))
  }

  @Test func aFormThatSaysNothingOfExtractionGivesAnEmptyTransaction() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(Forms.draft(), to: "answers.json")
    let run = try Program.run(
      ["extract", "answers.json", "--questionnaire", "form.json"], in: folder)
    #expect(run.status == .exited(0))
    #expect(try entries(run).isEmpty)
    #expect(run.errors.hasPrefix("Warning: form.json: the questionnaire does not say"))
  }
}
