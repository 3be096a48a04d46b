import TerminalTesting
import Testing

/// Who has reviewed what, and that any change makes it a draft again.
@Suite struct ApproveTests {
  /// A folder with a form, a rule on it, and a vocabulary.
  private static func library() throws -> WorkFolder {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(rule(reading: "pets"), to: "rule.json")
    try folder.write(
      #"""
      {"format": "intake-library", "version": 1, "roles": {"intake": "form.json"},
       "files": ["form.json", "rule.json"]}
      """#, to: "library.json")
    return folder
  }

  private static func rule(reading linkId: String) -> String {
    #"""
    {"resourceType": "PlanDefinition", "id": "pets", "url": "https://example.org/pets",
     "version": "1", "title": "Pets", "status": "draft", "description": "Has pets.",
     "usage": "They may live elsewhere.",
     "relatedArtifact": [{"type": "citation", "label": "A book"}],
     "action": [{"title": "Pets", "description": "Has pets.", "code": [
       {"coding": [{"system": "https://intake.example/fhir/CodeSystem/finding-level", "code": "low"}]},
       {"coding": [{"system": "https://intake.example/fhir/CodeSystem/finding-audience",
        "code": "clinician"}]}],
      "condition": [{"kind": "applicability", "expression": {"language": "text/fhirpath",
       "expression": "%resource.item.where(linkId = '\#(linkId)').answer.value"}}]}]}
    """#
  }

  private static func run(_ arguments: [String], in folder: WorkFolder) throws -> PipedProcess {
    try Program.run(
      arguments, in: folder, environment: ["INTAKE_QUESTIONNAIRES": folder.path])
  }

  private static let person = ["--reviewer", "Ana Example, MD", "--role", "anesthesiologist"]

  @Test func everythingBeginsAsADraft() throws {
    let result = try Self.run(["approve"], in: Self.library())
    #expect(result.status == .exited(0))
    #expect(
      result.output == "draft     form.json\ndraft     rule.json\n2 of 2 files are drafts\n")
  }

  @Test func anApprovalHoldsForTheFileAsItWas() throws {
    let folder = try Self.library()
    let approved = try Self.run(["approve", "rule.json"] + Self.person, in: folder)
    #expect(approved.status == .exited(0) && approved.errors == "")
    #expect(approved.output == "1 file approved by Ana Example, MD\n")
    #expect(try folder.permissions(of: "approvals.json") == 0o600)
    let listed = try Self.run(["approve"], in: folder).output
    #expect(listed.contains("approved  rule.json  (Ana Example, MD, 2"))
    #expect(listed.hasSuffix("1 of 2 files are drafts\n"))

    let text = try folder.text(of: "rule.json")
    try folder.write(text + " ", to: "rule.json")
    let changed = try Self.run(["approve"], in: folder).output
    #expect(changed.contains("draft     rule.json  (changed since its approval)\n"))
    try folder.write(text, to: "rule.json")
    #expect(try Self.run(["approve"], in: folder).output == listed)
  }

  @Test func allDraftsAtOnce() throws {
    let folder = try Self.library()
    _ = try Self.run(["approve", "form.json"] + Self.person, in: folder)
    let all = try Self.run(
      ["approve", "--all", "--reviewer", "Ben Example", "--role", "nurse"], in: folder)
    #expect(all.output == "1 file approved by Ben Example\n")
    let listed = try Self.run(["approve"], in: folder).output
    #expect(listed.contains("form.json  (Ana Example, MD") && listed.contains("(Ben Example"))
    #expect(listed.hasSuffix("0 of 2 files are drafts\n"))
  }

  @Test(arguments: [
    (["approve", "rule.json"], 64, "--reviewer"),
    (["approve", "rule.json", "--all"] + person, 64, "not both"),
    (["approve", "elsewhere.json"] + person, 1, "elsewhere.json is not in the library"),
    (["approve", "../library.json"] + person, 1, "is not in the library"),
    (["approve", "rule.json", "--reviewer", "A\u{1B}[31m", "--role", "x y"], 64, "letters"),
    (["approve", "rule.json", "--reviewer", "  ", "--role", "nurse"], 64, "letters"),
  ])
  func refusals(_ arguments: [String], status: Int32, message: String) throws {
    let folder = try Self.library()
    let result = try Self.run(arguments, in: folder)
    #expect(result.status == .exited(status))
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!folder.names.contains("approvals.json"))
  }

  @Test func aRuleWithAnErrorIsNotApproved() throws {
    let folder = try Self.library()
    try folder.write(Self.rule(reading: "horses"), to: "rule.json")
    let result = try Self.run(["approve", "--all"] + Self.person, in: folder)
    #expect(result.status == .exited(1))
    #expect(result.errors.contains("reads linkId 'horses', which no questionnaire"))
    #expect(!folder.names.contains("approvals.json"))
    let checked = try Self.run(["check"], in: folder)
    #expect(checked.status == .exited(1) && checked.output.contains("linkId 'horses'"))
  }

  @Test(arguments: [
    ("{", "approvals.json"), ("[]", "these are not approvals"),
    (#"{"format":"intake-approvals","version":2,"approvals":[]}"#, "these are not approvals"),
    (#"{"format":"intake-approvals","version":1,"approvals":[{"file":"form.json"}]}"#, "not whole"),
  ])
  func damagedApprovalsApproveNothing(_ text: String, message: String) throws {
    let folder = try Self.library()
    try folder.write(text, to: "approvals.json")
    for arguments in [["approve"], ["approve", "--all"] + Self.person] {
      let result = try Self.run(arguments, in: folder)
      #expect(result.status == .exited(1))
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    #expect(try folder.text(of: "approvals.json") == text)
  }
}
