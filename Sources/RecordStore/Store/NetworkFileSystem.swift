/// File systems that several machines share, on which SQLite's locks and shared memory do not hold.
enum NetworkFileSystem {
  /// The names by which the kernel lists them (proc(5), mountinfo).
  static let kinds: Set<String> = [
    "9p", "afs", "ceph", "cifs", "coda", "fuse.glusterfs", "fuse.s3fs", "fuse.sshfs", "fuse.rclone",
    "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs", "virtiofs",
  ]

  /// The kind of shared file system that a folder lies on, or nil for a disk of the machine.
  ///
  /// - Parameters:
  ///   - folder: The folder's path, absolute and without links.
  ///   - mounts: What `/proc/self/mountinfo` says.
  static func kind(of folder: String, mounts: String) -> String? {
    var deepest: (point: String, kind: String)?
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      // The kind stands after a lone dash, behind a varying number of fields.
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      let point = unescaped(fields[4])
      guard contains(point, folder) else { continue }
      // Of two mounts on one place the later one is seen.
      if point.utf8.count >= deepest?.point.utf8.count ?? 0 {
        deepest = (point, String(fields[dash + 1]))
      }
    }
    return deepest.flatMap { kinds.contains($0.kind) ? $0.kind : nil }
  }

  private static func contains(_ point: String, _ folder: String) -> Bool {
    point == "/" || folder == point || folder.hasPrefix(point + "/")
  }

  /// The path of a mount, in which blanks and the like are written as `\040`.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
