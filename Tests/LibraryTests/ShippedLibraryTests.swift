import FHIR
import Foundation
import Library
import Testing

/// The folder of questionnaires in this repository.
@Suite struct ShippedLibraryTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Questionnaires")

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "library.json").path)
  }

  private static func library() throws -> Library {
    let folder = folder
    let manifest = try Data(contentsOf: folder.appending(path: "library.json"))
    return try Library(manifest: Array(manifest)) { name in
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }

  @Test(.enabled(if: isThere)) func hasNoProblems() throws {
    let folder = Self.folder
    let library = try Self.library()
    #expect(library.problems().map(\.description) == [])
    #expect(library.roles.contains(.intake))
    for file in library.files {
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      let root = try JSONDocument(bytes).root
      #expect(try JSONDocument(JSONWriter().bytes(of: root)).root == root, "\(file)")
    }
  }

  /// From the clinical reference; a number that nobody compared with a source has no date.
  @Test(
    .enabled(if: isThere),
    arguments: [
      ("US", "911", ["988", "988"], true), ("CA", "911", ["9-8-8"], false),
      ("AU", "000", ["13 11 14"], true), ("GB", "999", ["116 123"], false),
      ("UK", "999", ["116 123"], false), ("IE", "112", ["116 123"], false),
      ("EU", "112", ["116 123"], false), ("NZ", "111", ["1737"], false),
    ])
  func theNumbersOfEachCountry(
    _ code: String, _ emergency: String, _ lines: [String], _ isConfirmed: Bool
  ) throws {
    let all = try Self.library().crisisLines()
    #expect(all.countries.count == 7)
    let country = try #require(all.country(code))
    #expect(country.emergency.number == emergency)
    #expect(country.lines.map(\.number) == lines)
    #expect(country.lines.first?.audience == nil, "the first line is for everybody")
    #expect(country.numbers.allSatisfy { ($0.confirmed != nil) == isConfirmed })
  }

  @Test(.enabled(if: isThere)) func veteransPressOne() throws {
    let country = try #require(try Self.library().crisisLines().country("US"))
    let line = try #require(country.lines.first { $0.audience == "veterans" })
    #expect(line.words == "call 988, then press 1")
  }

  /// The intake is one questionnaire a topic, in the order in which they are asked, the safe set
  /// first, with the instruments in their places.
  @Test(.enabled(if: isThere)) func theIntakeHasItsTopics() throws {
    let topics = [
      "consent", "age", "urgent", "respondent", "identity", "pain", "private-health", "medicines",
      "allergies", "heart", "head", "breathing", "organs", "ketamine", "measurements", "red-flags",
      "part-two", "referral", "pain-story", "treatments", "procedures", "anesthesia", "sleep",
      "private-life", "daily-life", "goals", "home-support", "legal", "notes", "attestation",
    ]
    let instruments = [
      "pain": ["nrs", "peg"], "private-health": ["phq-9", "asq"],
      "private-life": ["gad-7", "pc-ptsd-5", "audit-c"],
    ]
    let intake = try Self.library().questionnaire(role: .intake).questionnaire
    #expect(intake.items.map(\.linkId) == topics)
    #expect(intake.items.map(\.node.fileName) == topics.map { "topics/\($0).json" })
    let version = try #require(intake.version)
    let parts = topics.flatMap { ["intake-\($0)"] + (instruments[$0] ?? []) }
    #expect(
      intake.assembledFrom
        == parts.map { "https://intake.example/fhir/Questionnaire/\($0)|\(version)" })
    let linkIds = Modular.linkIds(intake.items).map { $0.drop { $0 == "." } }
    #expect(Set(linkIds).count == linkIds.count)
    #expect(!linkIds.contains { $0.hasPrefix("topic.") || $0.hasPrefix("part.") })
    #expect(intake.status == .draft)
  }
}
