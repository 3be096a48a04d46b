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
}

extension FileSystem {
  /// Makes the folders that a path lies in, as far as they are missing, for their owner only.
  ///
  /// What cannot be made is found by whoever uses the path.
  static func makeFolders(above path: String) {
    let folder = folder(of: path)
    guard kind(of: folder) == .nothing, folder != path else { return }
    makeFolders(above: folder)
    mkdir(folder, 0o700)
  }
}
