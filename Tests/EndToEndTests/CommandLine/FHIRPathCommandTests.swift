import TerminalTesting
import Testing

/// `intake fhirpath`: what an expression gives, and what it says of one at fault.
@Suite struct FHIRPathCommandTests {
  static let patient = """
    {
      "resourceType": "Patient",
      "active": true,
      "name": [{"family": "Ek", "given": ["Ana", "Bo"]}],
      "_birthDate": {"extension": [{"url": "https://example.org/why", "valueString": "lost"}]},
      "multipleBirthInteger": 2
    }
    """

  private func run(
    _ arguments: [String], resource: String? = nil, input: String = ""
  ) throws -> PipedProcess {
    let folder = try WorkFolder()
    guard let resource else { return try Program.run(["fhirpath"] + arguments, in: folder) }
    try folder.write(resource, to: "r.json")
    return try Program.run(
      ["fhirpath"] + arguments + ["--resource", "r.json"], in: folder, input: input)
  }

  // MARK: - Values

  @Test(arguments: [
    ("name.given", "Ana\nBo\n"), ("name.given.count() * 2", "4\n"), ("active", "true\n"),
    ("%resource.name.family & '!'", "Ek!\n"), ("1.50 + 1", "2.50\n"), ("@2024-02", "2024-02\n"),
    ("5 'mg'", "5 'mg'\n"), ("name.text", ""), ("{}", ""),
    ("name", "{\"family\":\"Ek\",\"given\":[\"Ana\",\"Bo\"]}\n"),
    ("birthDate", "(date without a value)\n"), ("Patient.type()", "FHIR.Patient\n"),
    ("now() = now()", "true\n"),
  ])
  func anItemIsALine(_ expression: String, _ output: String) throws {
    let run = try run([expression], resource: Self.patient)
    #expect(run.output == output)
    #expect(run.errors.isEmpty)
    #expect(run.status == .exited(0))
  }

  @Test(arguments: [
    ("{}", "[]"), ("name.given.last()", #"[{"type":"string","value":"Bo"}]"#),
    ("1.50", #"[{"type":"System.Decimal","value":1.50}]"#),
    ("active | 5", #"[{"type":"boolean","value":true},{"type":"System.Integer","value":5}]"#),
    ("'a' & 'b'", #"[{"type":"System.String","value":"ab"}]"#),
    ("birthDate", #"[{"type":"date","value":null}]"#),
    ("name.select($this)", #"[{"type":"HumanName","value":{"family":"Ek","given":["Ana","Bo"]}}]"#),
  ])
  func jsonIsAnArrayOfTypesAndValues(_ expression: String, _ output: String) throws {
    let run = try run([expression, "--format", "json"], resource: Self.patient)
    // No text here holds a space, so the layout is all that goes.
    #expect(run.output.filter { $0 != " " && $0 != "\n" } == output)
    #expect(run.output.last == "\n")
    #expect(run.status == .exited(0))
  }

  @Test func anExpressionNeedsNoResource() throws {
    let run = try run(["1 + 2"])
    #expect(run.output == "3\n")
    #expect(run.status == .exited(0))
  }

  @Test func anExpressionThatStartsWithASignGoesLast() throws {
    let run = try run(["--", "-1"])
    #expect(run.output == "-1\n")
    #expect(run.status == .exited(0))
  }

  @Test func theResourceMayComeThroughAPipe() throws {
    let run = try Program.run(
      ["fhirpath", "name.family", "--resource", "-"], in: try WorkFolder(), input: Self.patient)
    #expect(run.output == "Ek\n")
    #expect(run.status == .exited(0))
  }

  @Test func whatTraceSaysIsNoData() throws {
    let run = try run(["name.given.trace('names').count()"], resource: Self.patient)
    #expect(run.output == "2\n")
    #expect(run.errors == "names: Ana\nnames: Bo\n")
    #expect(run.status == .exited(0))
  }

  // MARK: - Faults

  /// The phase and the line with the caret under the place.
  @Test(arguments: [
    ("name.where(", "syntax", "           ^"), ("name.given = 'A", "syntax", "             ^"),
    ("", "syntax", "^"), ("name.foo()", "semantic", "     ^^^^^"),
    ("name is Ptient", "semantic", "        ^^^^^^"),
    ("active and %x", "semantic", "            ^"),
    ("1 + name.given", "execution", "         ^^^^^"), ("1 + 'a'", "execution", "^^^^^^^"),
  ])
  func aFaultIsShownInItsPlace(_ expression: String, _ phase: String, _ caret: String) throws {
    let run = try run([expression], resource: Self.patient)
    let lines = run.errors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(lines.count == 4, "\(lines)")
    #expect(lines[0].hasPrefix("Error: \(phase) error: "))
    #expect(lines[1] == expression)
    #expect(lines[2] == caret)
    #expect(lines[3].isEmpty)
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
  }

  @Test(arguments: ["name.nickname", "telecom.nothing", "name.where(false).nickname"])
  func strictReadingKnowsTheElements(_ expression: String) throws {
    let lenient = try run([expression], resource: Self.patient)
    #expect(lenient.output.isEmpty)
    #expect(lenient.status == .exited(0))
    let strict = try run([expression, "--strict"], resource: Self.patient)
    #expect(strict.errors.hasPrefix("Error: semantic error: "))
    #expect(strict.errorLines.contains(expression))
    #expect(strict.status == .exited(1))
  }

  @Test func aMissingResourceIsSaid() throws {
    let run = try run(["1", "--resource", "none.json"])
    #expect(
      run.errors
        == "Error: none.json cannot be read: No such file or directory. "
        + "Check the name and the folder.\n")
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
  }

  @Test(arguments: [
    ("{\"resourceType\": \"Patient\",\n \"active\": tru}", "line 2, column "), ("", "line 1"),
    ("[1, 2]", "line 1, column 1: this is not a FHIR resource."), ("5", "line 1, column 1"),
  ])
  func aResourceAtFaultIsShownInItsPlace(_ resource: String, _ place: String) throws {
    let run = try run(["active"], resource: resource)
    #expect(run.errors.hasPrefix("Error: r.json, \(place)"))
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
  }

  // MARK: - Hostile text

  /// A colour, a title, eight-bit controls, marks that turn the text, line breaks of all kinds.
  static let hostile = "a\u{1B}[31mb\u{1B}]0;t\u{07}\u{9B}c\u{202E}\u{2028}\r\n\u{7F}d"

  @Test(arguments: ["text", "json"])
  func hostileValuesMoveNoCursor(_ format: String) throws {
    let escaped = Self.hostile.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    let resource = """
      {"resourceType": "Patient", "name": [{"family": "\(escaped.joined())"}]}
      """
    for expression in ["name.family", "name", "name.family.trace('x\\u001b[1m')"] {
      let run = try run([expression, "--format", format], resource: resource)
      #expect(run.status == .exited(0))
      #expect(controls(in: run.output).isEmpty, "\(expression)")
      #expect(controls(in: run.errors).isEmpty, "\(expression)")
      if format == "text" { #expect(run.output.split(separator: "\n").count == 1) }
    }
  }

  @Test(arguments: [
    "'x' + \(hostile)", "`\(hostile)`()", "%`\(hostile)`", "'\(hostile)' + 1",
    "'a'.encode('\(hostile)')",
  ])
  func hostileExpressionsMoveNoCursor(_ expression: String) throws {
    let run = try run([expression])
    #expect(run.errors.hasPrefix("Error: "))
    #expect(controls(in: run.errors).isEmpty)
    #expect(run.status == .exited(1))
  }

  @Test func hostileFilesMoveNoCursor() throws {
    let run = try run(["1", "--resource", "\u{1B}[31m.json"])
    #expect(run.errors.hasPrefix("Error: "))
    #expect(controls(in: run.errors).isEmpty)
    #expect(run.status == .exited(1))
  }

  private func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
  }
}
