import FHIR
import FormFiller
import Glibc
import Referral

/// Where a summary goes, and the answers beside it. Names hold no personal data.
struct Destination {
  /// The file of the summary.
  let summary: String
  /// The file of the answers.
  let answers: String
  /// The format of the summary.
  let format: SummaryFormat

  /// Makes a destination of a folder, or of a file that does not exist yet.
  ///
  /// - Throws: when the file exists, or its folder does not.
  init(_ path: String, format: SummaryFormat?) throws {
    switch FileSystem.kind(of: path) {
    case .folder:
      let format = format ?? .text
      let name = Self.freeName(in: path)
      summary = FileSystem.path("\(name).\(format.fileExtension)", in: path)
      answers = FileSystem.path("\(name).response.json", in: path)
      self.format = format
    case .file:
      throw ErrorReport.failure(
        "\(path) exists already. Choose another name; nothing is overwritten.")
    case .nothing:
      let folder = FileSystem.folder(of: path)
      guard FileSystem.kind(of: folder) == .folder else {
        throw ErrorReport.failure("there is no folder \(folder). Make it, or choose another.")
      }
      let ending = path.split(separator: "/").last.flatMap(Self.ending)
      let format = format ?? ending.flatMap { SummaryFormat(word: $0) } ?? .text
      summary = path
      let stem = ending.map { String(path.dropLast($0.count + 1)) } ?? path
      answers = "\(stem).response.json"
      self.format = format
      guard FileSystem.kind(of: answers) == .nothing else {
        throw ErrorReport.failure(
          "\(answers) exists already. Choose another name; nothing is overwritten.")
      }
    }
  }

  private static func ending(_ name: Substring) -> String? {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    let ending = String(name[name.index(after: point)...])
    return ending.isEmpty ? nil : ending
  }

  /// A name from the date that nothing in the folder begins with.
  private static func freeName(in folder: String) -> String {
    let start = "referral-\(SystemClock.now().date)"
    var name = start
    var number = 1
    while SummaryFormat.allCases.contains(where: {
      FileSystem.kind(of: FileSystem.path("\(name).\($0.fileExtension)", in: folder)) != .nothing
    }) || FileSystem.kind(of: FileSystem.path("\(name).response.json", in: folder)) != .nothing {
      number += 1
      name = "\(start)-\(number)"
    }
    return name
  }
}
