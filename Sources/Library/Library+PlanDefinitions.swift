import FHIR

extension Library {
  /// The rules of the library, in the order of its files, each with its file.
  ///
  /// - Throws: `LibraryError` when a file that may hold one cannot be read.
  public func planDefinitions() throws(LibraryError) -> [(file: String, definition: PlanDefinition)]
  {
    var found: [(file: String, definition: PlanDefinition)] = []
    for entry in entries(ofType: "PlanDefinition") {
      let root = try root(of: entry.file)
      let node = entry.bundleEntry.map { Self.bundledResources(root)[$0] } ?? root
      guard let definition = PlanDefinition(node) else { continue }
      found.append((entry.file, definition))
    }
    return found
  }
}
