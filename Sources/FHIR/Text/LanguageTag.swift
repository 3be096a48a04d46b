/// The tag of a language (BCP 47), such as "es", "es-MX" or "zh-Hant".
public struct LanguageTag: Sendable, Hashable, CustomStringConvertible {
  /// The tag as it was written.
  public let description: String
  private let folded: String

  /// Reads a tag; nil when the text is not formed like one.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, 2...3 ~= first.utf8.count, first.utf8.allSatisfy(Self.isLetter)
    else { return nil }
    let areFormed = parts.dropFirst().allSatisfy { part in
      1...8 ~= part.utf8.count && part.utf8.allSatisfy { Self.isLetter($0) || 48...57 ~= $0 }
    }
    guard areFormed else { return nil }
    description = text
    folded = text.lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 65...90 ~= byte || 97...122 ~= byte }

  /// The language without script and region, in lower case.
  public var primary: String { String(folded.prefix { $0 != "-" }) }

  /// Whether there is such a language: two letters have to be a code of ISO 639-1, three letters are
  /// taken as they are.
  public var isKnown: Bool { primary.utf8.count > 2 || Self.codes.contains(primary) }

  /// How well this language serves somebody who wants another, or nil when it does not.
  public func fit(for wanted: LanguageTag) -> Fit? {
    if folded == wanted.folded { return .exact }
    if wanted.folded.hasPrefix(folded + "-") { return .broader }
    return primary == wanted.primary ? .related : nil
  }

  /// How well one language serves in place of another, the best first.
  public enum Fit: Int, Sendable, Comparable {
    /// It is the same.
    case exact
    /// It is the same without region or script: "es" for "es-MX".
    case broader
    /// It is the same language in another region or script: "es-MX" for "es".
    case related

    /// Whether the first serves better.
    public static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether two tags are the same, whatever the case of their letters.
  public static func == (left: LanguageTag, right: LanguageTag) -> Bool {
    left.folded == right.folded
  }

  /// Takes the tag into a hash, whatever the case of its letters.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
