/// A call for staff that only tries out whether they see calls.
///
/// It is known by its file, so that a later visit can see whether it was acknowledged.
public struct AlertTest: Sendable, Hashable, LosslessStringConvertible {
  /// The name of the file.
  public let file: String
  /// The device of the folder that it was written to.
  public let device: UInt64
  /// The number of that folder on its device.
  public let folder: UInt64

  /// Makes a test.
  public init(file: String, device: UInt64, folder: UInt64) {
    self.file = file
    self.device = device
    self.folder = folder
  }

  /// The test that a text describes, or nil when it is none.
  public init?(_ description: String) {
    let parts = description.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let device = UInt64(parts[1]), let folder = UInt64(parts[2]),
      Self.isName(parts[0])
    else { return nil }
    self.init(file: String(parts[0]), device: device, folder: folder)
  }

  /// The test in words that ``init(_:)`` understands.
  public var description: String { "\(file) \(device) \(folder)" }

  /// A name leads to no other folder.
  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 100 && text.first != "."
      && text.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }
}
