/// The content that a visit is held with, as it was: every file of the library, and the questionnaire
/// where it was named by a file of its own.
///
/// The same files give the same bytes, so that a store keeps them once. The bytes are a line that
/// names the format, then for each file a letter (`F` of the library, `Q` the questionnaire), the
/// lengths of name and content as eight bytes each, the highest first, and both; in the order of the
/// letters and names.
public struct ContentArchive: Sendable, Equatable {
  /// The files of the library, with its manifest, by their names in the folder.
  public let files: [String: [UInt8]]
  /// The questionnaire that was named, with its name, where it is not the library's intake.
  public let questionnaire: File?

  /// A file with its name.
  public struct File: Sendable, Equatable {
    /// The name.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// Makes a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  private static let format = Array("intake-content 1\n".utf8)

  private enum Letter: UInt8 {
    case file = 0x46
    case questionnaire = 0x51
  }

  /// Makes an archive.
  public init(files: [String: [UInt8]], questionnaire: File? = nil) {
    self.files = files
    self.questionnaire = questionnaire
  }

  // MARK: - As bytes

  /// The archive as bytes.
  public var bytes: [UInt8] {
    var bytes = Self.format
    bytes.reserveCapacity(files.reduce(1000) { $0 + $1.value.count + 100 })
    for (name, content) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    {
      Self.add(.file, name, content, to: &bytes)
    }
    if let questionnaire {
      Self.add(.questionnaire, questionnaire.name, questionnaire.bytes, to: &bytes)
    }
    return bytes
  }

  private static func add(
    _ letter: Letter, _ name: String, _ content: [UInt8], to bytes: inout [UInt8]
  ) {
    bytes.append(letter.rawValue)
    for count in [name.utf8.count, content.count] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: UInt64(count) >> UInt64(shift)))
      }
    }
    bytes += name.utf8
    bytes += content
  }

  /// Reads an archive.
  ///
  /// - Throws: `ContentArchiveError` when the bytes are none.
  public init(_ bytes: [UInt8]) throws(ContentArchiveError) {
    guard bytes.starts(with: Self.format) else { throw .otherFormat }
    var rest = bytes[Self.format.count...]
    func take(_ count: UInt64) throws(ContentArchiveError) -> ArraySlice<UInt8> {
      guard count <= UInt64(rest.count) else { throw .cutShort }
      defer { rest = rest.dropFirst(Int(count)) }
      return rest.prefix(Int(count))
    }
    func takeNumber() throws(ContentArchiveError) -> UInt64 {
      try take(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
    var files: [String: [UInt8]] = [:]
    var questionnaire: File?
    while !rest.isEmpty {
      guard let letter = Letter(rawValue: try take(1).first ?? 0) else { throw .otherFormat }
      let nameLength = try takeNumber()
      let length = try takeNumber()
      guard let name = String(validating: try take(nameLength), as: UTF8.self) else {
        throw .otherFormat
      }
      let content = Array(try take(length))
      switch letter {
      case .file: files[name] = content
      case .questionnaire: questionnaire = File(name: name, bytes: content)
      }
    }
    self.init(files: files, questionnaire: questionnaire)
  }
}

/// Why bytes are no archive of content.
public enum ContentArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// They are something else, or of a later version of the program.
  case otherFormat
  /// Their end is missing.
  case cutShort

  /// The error in words.
  public var description: String {
    switch self {
    case .otherFormat:
      "the questionnaire that the answers were given to was kept in a form that this version of the "
        + "program does not read; open them with the newer version"
    case .cutShort:
      "the questionnaire that the answers were given to is damaged in the store; restore a backup"
    }
  }
}
