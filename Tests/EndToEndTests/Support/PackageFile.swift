import Foundation

/// Files of this package, as they lie in its folder.
enum PackageFile {
  static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// The text of every Swift file in a folder of this package.
  static func swiftSources(in folder: String) throws -> [String] {
    let root = "\(Program.package)/\(folder)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.map { try text(of: "\(root)/\($0)") }
  }
}
