import Library

extension ContentArchive {
  /// The name of the library's manifest.
  public static let manifestName = "library.json"

  /// Gathers all that a library says belongs to it.
  ///
  /// A file that cannot be read is left out: opening the library says so, as it did when the visit
  /// began.
  ///
  /// - Parameter read: Gives a file by its name in the folder, or nil when it cannot be read.
  public init(
    of library: Library, questionnaire: File? = nil, read: (String) -> [UInt8]?
  ) {
    var files: [String: [UInt8]] = [:]
    for name in library.allFiles + [Self.manifestName, ApprovalLedger.fileName] {
      files[name] = read(name)
    }
    self.init(files: files, questionnaire: questionnaire)
  }
}
