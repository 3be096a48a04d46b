/// The few members by which a resource is found, skimmed from its JSON without reading the rest.
///
/// Looking for one value set must not cost reading every vocabulary; skimming passes over values
/// without taking them in. What it makes of a text that is not JSON means nothing: such a file is
/// read in full before anything is taken from it.
struct ResourceHeading: Sendable, Equatable {
  private(set) var resourceType: String?
  private(set) var url: String?
  private(set) var version: String?

  /// Skims a resource; nil when it has to be read in full.
  ///
  /// That is when it does not look like a JSON object, or a name or a value that is sought is
  /// written with escapes.
  init?(_ bytes: [UInt8]) {
    let isEnough = bytes.withUnsafeBufferPointer { bytes in
      var skimmer = Skimmer(bytes: bytes)
      return skimmer.forEachMember { name, value in
        switch name {
        case "resourceType": resourceType = value
        case "url": url = value
        case "version": version = value
        case nil: return .giveUp
        default: return .goOn
        }
        if value == nil { return .giveUp }
        return resourceType != nil && url != nil && version != nil ? .stop : .goOn
      }
    }
    guard isEnough else { return nil }
  }
}

/// Passes over the members of one JSON object.
private struct Skimmer {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0

  /// What to do after a member.
  enum Step {
    /// There may be more to see.
    case goOn
    /// All is seen that is wanted.
    case stop
    /// Skimming is not enough.
    case giveUp
  }

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Gives each member that is a string to `body`; a text with escapes is nil.
  ///
  /// Returns whether the text looked like an object as far as it was skimmed, and `body` did not
  /// give up.
  mutating func forEachMember(_ body: (_ name: String?, _ value: String?) -> Step) -> Bool {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    guard skip(UInt8(ascii: "{")) else { return false }
    while true {
      guard let name = skipString(), skip(UInt8(ascii: ":")) else { return false }
      skipSpace()
      if current == UInt8(ascii: "\"") {
        guard let value = skipString() else { return false }
        switch body(text(name), text(value)) {
        case .goOn: break
        case .stop: return true
        case .giveUp: return false
        }
      } else {
        skipValue()
      }
      if skip(UInt8(ascii: "}")) { return true }
      guard skip(UInt8(ascii: ",")) else { return false }
    }
  }

  /// The text of a string; nil when it holds escapes.
  private func text(_ range: Range<Int>) -> String? {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    return text.contains(UInt8(ascii: "\\")) ? nil : String(decoding: text, as: UTF8.self)
  }

  private mutating func skipSpace() {
    while current == 0x20 || 0x09...0x0D ~= current { offset += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipString() -> Range<Int>? {
    guard skip(UInt8(ascii: "\"")) else { return nil }
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return start..<(offset - 1)
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    return nil
  }

  /// Passes over a value that is not a string, up to the comma or brace after it.
  private mutating func skipValue() {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        guard skipString() != nil else { return }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { return }
      default: break
      }
      offset += 1
    }
  }
}
