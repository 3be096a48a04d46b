/// The address of a resource: a URL with or without a version (R4, 2.24.0.1 `canonical`).
public struct Canonical: Sendable, Hashable, CustomStringConvertible {
  /// The URL.
  public let url: String
  /// The version asked for, if one is.
  public let version: String?

  /// Makes an address; an empty version counts as none.
  public init(url: String, version: String? = nil) {
    self.url = url
    self.version = version?.isEmpty == true ? nil : version
  }

  /// Reads `url` or `url|version`.
  public init(_ text: String) {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(url: String(parts[0]), version: parts.count > 1 ? String(parts[1]) : nil)
  }

  /// The address as FHIR writes it: `url` or `url|version`.
  public var description: String { version.map { "\(url)|\($0)" } ?? url }
}
