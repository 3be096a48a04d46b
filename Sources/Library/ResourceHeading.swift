/// The few members by which a resource is found, skimmed from its JSON without reading the rest.
///
/// Looking for one value set must not cost reading every vocabulary; skimming passes over values
/// without taking them in. What it makes of a text that is not JSON means nothing: such a file is
/// read in full before anything is taken from it.
struct ResourceHeading: Sendable, Equatable {
  private(set) var resourceType: String?
  private(set) var url: String?
  private(set) var version: String?

  /// Skims a resource; nil when it does not look like a JSON object.
  init?(_ bytes: [UInt8]) {
    let isObject = bytes.withUnsafeBufferPointer { bytes in
      var skimmer = Skimmer(bytes: bytes)
      return skimmer.forEachMember { name, value in
        switch name {
        case "resourceType": resourceType = value
        case "url": url = value
        case "version": version = value
        default: break
        }
        return resourceType != nil && url != nil && version != nil
      }
    }
    guard isObject else { return nil }
  }
}

/// Passes over the members of one JSON object.
private struct Skimmer {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Gives each member that is a string to `body` until it says that it has enough.
  ///
  /// Returns whether the text looked like an object as far as it was skimmed.
  mutating func forEachMember(_ body: (_ name: String, _ value: String) -> Bool) -> Bool {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    guard skip(UInt8(ascii: "{")) else { return false }
    while true {
      guard let name = skipString(), skip(UInt8(ascii: ":")) else { return false }
      skipSpace()
      if current == UInt8(ascii: "\"") {
        guard let value = skipString() else { return false }
        if let name = text(name), let value = text(value), body(name, value) { return true }
      } else {
        skipValue()
      }
      if skip(UInt8(ascii: "}")) { return true }
      guard skip(UInt8(ascii: ",")) else { return false }
    }
  }

  /// The text of a string; nil when it holds escapes, which none of the sought members needs.
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
