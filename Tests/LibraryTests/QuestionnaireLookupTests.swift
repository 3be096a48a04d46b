import FHIR
import Library
import Testing

@Suite struct QuestionnaireLookupTests {
  private func form(_ url: String, _ version: String? = nil) -> String {
    let version = version.map { ",\"version\":\"\($0)\"" } ?? ""
    return #"{"resourceType":"Questionnaire","url":"\#(url)"\#(version),"status":"draft"}"#
  }

  @Test func theIntakeIsTheOnlyFileRead() throws {
    let folder = Folder(["intake.json": form("urn:q", "2"), "other.json": "{"])
    let library = try folder.library()
    #expect(folder.reads == [])
    let intake = try library.questionnaire(role: .intake)
    #expect(intake.file == "intake.json")
    #expect(intake.questionnaire.canonical == "urn:q|2")
    _ = try library.questionnaire(role: .intake)
    #expect(folder.reads == ["intake.json"])
  }

  @Test(arguments: [
    ("urn:q", "1.10.0", "d.json"), ("urn:q|1.9.0", "1.9.0", "c.json"),
    ("urn:q|1.10.0", "1.10.0", "d.json"),
    ("urn:plain", nil, "e.json"), ("urn:bundled", "3", "f.json"), ("urn:escaped", "1", "g.json"),
    ("urn:/slashes", nil, "h.json"),
  ])
  func byCanonical(_ canonical: String, _ version: String?, _ file: String) throws {
    let bundle = """
      {"resourceType":"Bundle","entry":[{"fullUrl":"x"},{"resource":\(form("urn:other"))},
       {"resource":\(form("urn:bundled", "3"))}]}
      """
    let escaped = #"{"resourceType":"Questionnaire","\u0075rl":"urn:escape\u0064","version":"1"}"#
    let folder = Folder([
      "a.json": #"{"resourceType":"ValueSet","url":"urn:q","version":"9"}"#,
      "b.json": form("urn:q"), "c.json": form("urn:q", "1.9.0"), "d.json": form("urn:q", "1.10.0"),
      "e.json": form("urn:plain"), "f.json": bundle, "g.json": escaped,
      "h.json": #"{"resourceType":"Questionnaire","title":"\"","url":"urn:\/slashes"}"#,
    ])
    let library = try folder.library()
    let found = try library.questionnaire(canonical: canonical)
    #expect(found.file == file)
    #expect(found.questionnaire.version == version)
    _ = try library.questionnaire(canonical: canonical)
    #expect(
      folder.reads == [
        "a.json", "b.json", "c.json", "d.json", "e.json", "f.json", "g.json", "h.json",
      ])
  }

  @Test(arguments: ["urn:nothing", "urn:q|2", "urn:v", ""])
  func unknown(_ canonical: String) throws {
    let library = try Folder([
      "a.json": form("urn:q", "1"), "b.json": #"{"resourceType":"ValueSet","url":"urn:v"}"#,
    ]).library()
    let error = #expect(throws: LibraryError.self) {
      try library.questionnaire(canonical: canonical)
    }
    #expect(error?.reason == .unknownQuestionnaire(Canonical(canonical)))
  }

  @Test(
    arguments: [
      ("{", .notJSON(.unexpectedEnd), 2), (#"{"a":1}"#, .notAResource, 1),
      (
        #"{"resourceType":"ValueSet"}"#,
        .unexpectedResource(found: "ValueSet", wanted: "Questionnaire"), 17
      ),
    ] as [(String, LibraryError.Reason, Int)])
  func aRoleWhoseFileIsWrong(_ text: String, _ reason: LibraryError.Reason, _ column: Int) throws {
    let library = try Folder(["intake.json": text]).library()
    let error = #expect(throws: LibraryError.self) { try library.questionnaire(role: .intake) }
    #expect(
      error
        == LibraryError(
          reason, file: "intake.json", position: SourcePosition(line: 1, column: column)))
  }

  @Test func aRoleThatHasNoFile() throws {
    let library = try Folder(["a.json": "{}"]).library(intake: "intake.json")
    let missing = #expect(throws: LibraryError.self) { try library.questionnaire(role: .intake) }
    #expect(missing?.reason == .unreadable("no such file"))
    #expect(missing?.file == "intake.json")
    let none = #expect(throws: LibraryError.self) { try library.questionnaire(role: .followUp) }
    #expect(none?.reason == .roleWithoutFile(.followUp))
  }

  /// A broken file stops nobody who does not need it, and is named to one who may.
  @Test func brokenFilesElsewhere() throws {
    let folder = Folder(["intake.json": form("urn:q"), "z.json": "{\"resourceType\": oops"])
    let library = try folder.library()
    #expect(try library.questionnaire(canonical: "urn:q").file == "intake.json")
    let error = #expect(throws: LibraryError.self) { try library.questionnaire(canonical: "urn:r") }
    #expect(error?.file == "z.json")
  }

  /// The address is found, but what follows it is broken.
  @Test func aFileThatIsBrokenFurtherDown() throws {
    let text = #"{"resourceType":"Questionnaire","url":"urn:q","version":"1","item":[}"#
    let library = try Folder(["a.json": text]).library()
    let error = #expect(throws: LibraryError.self) { try library.questionnaire(canonical: "urn:q") }
    #expect(error?.reason == .notJSON(.unexpectedCharacter(expected: "a JSON value")))
    #expect(error?.file == "a.json")
  }

  @Test func resourcesThatAreThereAlready() throws {
    let library = Library(resources: [try JSONDocument(form("urn:q", "1")).root])
    #expect(library.files == ["resource 1"])
    #expect(try library.questionnaire(canonical: "urn:q|1").file == "resource 1")
    #expect(library.problems().isEmpty)
    #expect(library.roles.isEmpty)
  }

  @Test func filesWithoutManifest() throws {
    let folder = Folder(["a.json": form("urn:q")])
    let library = Library(files: ["a.json"]) { try folder.read($0) }
    #expect(try library.questionnaire(file: "a.json").url == "urn:q")
  }
}
