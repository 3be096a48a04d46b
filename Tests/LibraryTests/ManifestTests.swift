import FHIR
import Library
import Testing

@Suite struct ManifestTests {
  private func open(_ manifest: String) throws -> Library {
    try Library(manifest: Array(manifest.utf8)) { _ in [] }
  }

  @Test(
    arguments: [
      ("{", .notJSON(.unexpectedEnd), 1, 2),
      ("[]", .notAManifest, 1, 1),
      (#"{"resourceType":"Questionnaire"}"#, .notAManifest, 1, 1),
      (#"{"format":"other","version":1,"roles":{},"files":[]}"#, .notAManifest, 1, 1),
      (
        #"{"format":"intake-library","roles":{},"files":[]}"#, .unsupportedManifestVersion(nil), 1,
        1
      ),
      (
        "{\"format\":\"intake-library\",\n\"version\":2,\"roles\":{},\"files\":[]}",
        .unsupportedManifestVersion(2), 2, 11
      ),
      (
        #"{"format":"intake-library","version":1,"roles":{}}"#,
        .malformedManifestMember(name: "files"), 1, 1
      ),
      (
        #"{"format":"intake-library","version":1,"roles":{},"files":["a.json",7]}"#,
        .malformedManifestMember(name: "files"), 1, 69
      ),
      (
        #"{"format":"intake-library","version":1,"files":[]}"#,
        .malformedManifestMember(name: "roles"), 1, 1
      ),
      (
        #"{"format":"intake-library","version":1,"roles":{"intake":["a.json"]},"files":[]}"#,
        .malformedManifestMember(name: "roles"), 1, 58
      ),
      (
        #"{"format":"intake-library","version":1,"roles":{},"files":["../secret.json"]}"#,
        .fileOutsideFolder(name: "../secret.json"), 1, 60
      ),
      (
        #"{"format":"intake-library","version":1,"roles":{"intake":"/etc/passwd"},"files":[]}"#,
        .fileOutsideFolder(name: "/etc/passwd"), 1, 58
      ),
    ] as [(String, LibraryError.Reason, Int, Int)])
  func refused(_ manifest: String, _ reason: LibraryError.Reason, _ line: Int, _ column: Int) {
    let error = #expect(throws: LibraryError.self) { try open(manifest) }
    #expect(
      error
        == LibraryError(
          reason, file: "library.json", position: SourcePosition(line: line, column: column)))
  }

  @Test(arguments: ["", "a//b", "./a.json", "a/../b.json", "..", "a\\..\\b", "a/", "a\0b"])
  func namesThatLeadElsewhere(_ name: String) {
    let written = name.replacing("\\", with: "\\\\").replacing("\0", with: "\\u0000")
    let error = #expect(throws: LibraryError.self) {
      try open(#"{"format":"intake-library","version":1,"roles":{},"files":["\#(written)"]}"#)
    }
    #expect(error?.reason == .fileOutsideFolder(name: name))
  }

  @Test func whatIsWrongButDoesNoHarm() throws {
    let library = try open(
      """
      {"format":"intake-library","version":1,"comment":"kept for people",
       "roles":{"intake":"a.json","poster":"b.json"},
       "files":["b.json",
         "b.json"]}
      """)
    #expect(library.files == ["b.json", "a.json"])
    #expect(library.roles == [.intake])
    let found = library.problems().filter { $0.file == "library.json" }
    let at = { (line: Int, column: Int) in SourcePosition(line: line, column: column) }
    #expect(
      found == [
        LibraryError(.fileListedTwice, file: "library.json", position: at(4, 4)),
        LibraryError(
          .roleFileNotListed(.intake, file: "a.json"), file: "library.json", position: at(2, 20)),
        LibraryError(.unknownRole("poster"), file: "library.json", position: at(2, 38)),
      ])
  }

  @Test func errorsInWords() {
    let error = LibraryError(
      .unknownValueSet("#v"), file: "intake.json", position: SourcePosition(line: 3, column: 4),
      linkId: "pain.site")
    #expect(
      error.description == """
        intake.json, line 3, column 4, item 'pain.site': the value set #v is not here; \
        add it to the library, or correct its address
        """)
    #expect(LibraryError(.notAManifest).description.hasPrefix("this is not a library;"))
  }

  @Test func everyReasonHasItsOwnWords() {
    let canonical = Canonical(url: "u")
    let reasons: [LibraryError.Reason] = [
      .notAManifest, .unsupportedManifestVersion(2), .unsupportedManifestVersion(nil),
      .malformedManifestMember(name: "roles"), .malformedManifestMember(name: "files"),
      .unknownRole("x"), .roleWithoutFile(.intake), .roleFileNotListed(.intake, file: "x"),
      .fileListedTwice, .fileOutsideFolder(name: "x"), .unreadable("x"), .notJSON(.trailingText),
      .notAResource, .unexpectedResource(found: "x", wanted: "y"), .resourceWithoutURL,
      .duplicateCanonical(canonical, otherFile: "x"), .unknownQuestionnaire(canonical),
      .unknownValueSet("x"), .unknownCodeSystem(canonical), .codeSystemWithoutConcepts("x"),
      .emptyValueSet, .emptyPart, .unsupportedFilter(property: "x", operation: "y"),
      .valueSetCycle(["x"]), .conceptWithoutCode, .duplicateCode("x"),
      .unknownCode("x", system: "y"),
    ]
    #expect(Set(reasons.map(\.description)).count == reasons.count)
    for reason in reasons {
      #expect(reason.description.contains(";"), "says what to do: \(reason)")
      #expect(reason.description != "the library cannot be used")
    }
  }
}
