/// Finds out whether a disk of the machine is encrypted, by what the kernel says of its layers.
struct DiskEncryption {
  private let facts: any MachineFacts
  /// No machine has more layers; a fault of the kernel's files must not be followed for ever.
  private static let mostLayers = 8

  init(_ facts: any MachineFacts) {
    self.facts = facts
  }

  /// Whether a device, named by its numbers such as `254:0`, is encrypted by this machine.
  func covers(device: String) -> Bool {
    isEncrypted("/sys/dev/block/\(device)", layers: Self.mostLayers)
  }

  /// Whether a device, named by its path such as `/dev/dm-1`, is encrypted by this machine.
  func covers(path: String) -> Bool {
    let real = facts.realPath(of: path) ?? path
    guard let name = real.split(separator: "/").last else { return false }
    return isEncrypted("/sys/class/block/\(name)", layers: Self.mostLayers)
  }

  private func isEncrypted(_ folder: String, layers: Int) -> Bool {
    guard layers > 0 else { return false }
    if facts.text(of: "\(folder)/dm/uuid")?.hasPrefix("CRYPT-") == true { return true }
    guard let below = facts.names(in: "\(folder)/slaves"), !below.isEmpty else { return false }
    return below.allSatisfy { isEncrypted("/sys/class/block/\($0)", layers: layers - 1) }
  }
}
