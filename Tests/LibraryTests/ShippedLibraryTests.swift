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

  @Test(.enabled(if: isThere)) func hasNoProblems() throws {
    let folder = Self.folder
    let manifest = try Data(contentsOf: folder.appending(path: "library.json"))
    let library = try Library(manifest: Array(manifest)) { name in
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
    #expect(library.problems().map(\.description) == [])
    #expect(library.roles.contains(.intake))
    for file in library.files {
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      let root = try JSONDocument(bytes).root
      #expect(try JSONDocument(JSONWriter().bytes(of: root)).root == root, "\(file)")
    }
  }
}
