/// Bounds on what the JSON reader accepts, so that a hostile file cannot use up the machine.
public struct JSONLimits: Sendable, Equatable {
  /// The greatest length of the text, in bytes.
  public var bytes: Int
  /// The greatest number of objects and arrays within each other.
  public var depth: Int

  /// Makes limits; without arguments 32 MB and 128 deep.
  public init(bytes: Int = 32 * 1_048_576, depth: Int = 128) {
    // Offsets are kept in 32 bits.
    self.bytes = min(bytes, Int(UInt32.max) / 4)
    self.depth = depth
  }

  /// 32 MB and 128 deep.
  public static let standard = JSONLimits()
}
