/// The file systems of the machine, as the kernel lists them.
struct Mounts {
  /// One file system at its place.
  struct Mount: Equatable {
    /// The folder at which it begins.
    let place: String
    /// Its kind, such as `ext4`.
    let kind: String
    /// The numbers of its device, such as `254:0`.
    let device: String
  }

  private let mounts: [Mount]

  /// Reads the lines of `/proc/self/mountinfo`.
  init(_ text: String) {
    mounts = text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 6, let dash = words.firstIndex(of: "-"), dash + 1 < words.endIndex else {
        return nil
      }
      return Mount(
        place: Self.unescaped(words[4]), kind: String(words[dash + 1]), device: String(words[2]))
    }
  }

  /// The file system that a path without links lies on.
  func mount(of path: String) -> Mount? {
    // A later one lies over an earlier one at the same place.
    mounts.enumerated()
      .filter { $0.element.place == "/" || (path + "/").hasPrefix($0.element.place + "/") }
      .max { ($0.element.place.count, $0.offset) < ($1.element.place.count, $1.offset) }?.element
  }

  /// The kernel writes a blank as `\040`, and so on.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Mounts.Mount {
  /// Whether it is on another machine.
  var isRemote: Bool {
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs"]
      .contains(kind)
  }

  /// Whether it is lost when the machine is switched off.
  var isVolatile: Bool { ["tmpfs", "ramfs"].contains(kind) }

  /// Whether it knows nothing of who may read a file.
  var hasNoPermissions: Bool {
    ["vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk"].contains(kind)
  }
}
