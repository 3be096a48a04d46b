import Glibc

extension FileSystem {
  /// The names in a folder, in order; nil when it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes the folders that a path lies in, where they are missing, for their owner only.
  static func makeFolders(above path: String) {
    let parent = folder(of: path)
    guard kind(of: parent) == .nothing else { return }
    makeFolders(above: parent)
    mkdir(parent, 0o700)
  }
}
