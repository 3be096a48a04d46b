import Referral

/// Where a summary goes, and the answers beside it.
///
/// Names hold no personal data.
struct Destination {
  /// The format of the summary.
  let format: SummaryFormat
  private let place: Place

  private enum Place {
    case folder(String)
    case files(Files)
  }

  /// The two files that an interview gives.
  struct Files {
    /// The file of the summary.
    let summary: String
    /// The file of the answers.
    let answers: String
  }

  /// Makes a destination of a folder, or of a file that does not exist yet.
  ///
  /// - Throws: `InputError` when the file exists, or its folder does not.
  init(_ path: String, format: SummaryFormat?) throws {
    switch FileSystem.kind(of: path) {
    case .folder:
      place = .folder(path)
      self.format = format ?? .text
    case .file:
      throw InputError("\(path) exists already. Choose another name; nothing is overwritten.")
    case .nothing:
      let ending = path.split(separator: "/").last.flatMap(Self.ending)
      let stem = ending.map { String(path.dropLast($0.count + 1)) } ?? path
      let files = Files(summary: path, answers: "\(stem).response.json")
      try Self.check(files)
      place = .files(files)
      self.format = format ?? ending.flatMap { SummaryFormat(word: $0) } ?? .text
    }
  }

  private static func check(_ files: Files) throws {
    let folder = FileSystem.folder(of: files.summary)
    guard FileSystem.kind(of: folder) == .folder else {
      throw InputError("there is no folder \(folder). Make it, or choose another.")
    }
    guard FileSystem.kind(of: files.answers) == .nothing else {
      throw InputError(
        "\(files.answers) exists already. Choose another name; nothing is overwritten.")
    }
  }

  private static func ending(_ name: Substring) -> String? {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    let ending = String(name[name.index(after: point)...])
    return ending.isEmpty ? nil : ending
  }

  /// The folder that the files are written to.
  var folder: String {
    switch place {
    case .folder(let path): path
    case .files(let files): FileSystem.folder(of: files.summary)
    }
  }

  /// Whether the names are ours to choose, so that another can be taken when one is in use.
  var choosesNames: Bool {
    if case .folder = place { return true }
    return false
  }

  /// The files to write: those that were named, else new ones with the date in their names.
  func freeFiles() -> Files {
    switch place {
    case .files(let files): return files
    case .folder(let folder):
      let start = "referral-\(SystemClock.now().date)"
      var name = start
      var number = 1
      while Self.isUsed(name, in: folder) {
        number += 1
        name = "\(start)-\(number)"
      }
      return Files(
        summary: FileSystem.path("\(name).\(format.fileExtension)", in: folder),
        answers: FileSystem.path("\(name).response.json", in: folder))
    }
  }

  /// Whether a file in the folder has the name, whatever format it is in.
  private static func isUsed(_ name: String, in folder: String) -> Bool {
    let endings = SummaryFormat.allCases.map(\.fileExtension) + ["response.json"]
    return endings.contains {
      FileSystem.kind(of: FileSystem.path("\(name).\($0)", in: folder)) != .nothing
    }
  }
}
