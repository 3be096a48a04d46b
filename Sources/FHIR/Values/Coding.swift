/// A code from a code system (R4, 2.24.0.5 `Coding`).
public struct Coding: Sendable, Hashable {
  /// The code system, as a URL.
  public var system: String?
  /// The version of the code system.
  public var version: String?
  /// The code.
  public var code: String?
  /// The words for people.
  public var display: String?

  /// Makes a coding.
  public init(
    system: String? = nil, version: String? = nil, code: String? = nil, display: String? = nil
  ) {
    self.system = system
    self.version = version
    self.code = code
    self.display = display
  }

  /// Whether two codings mean the same: equal codes, and equal systems where both name one.
  ///
  /// Display and version are ignored.
  public func means(_ other: Coding) -> Bool {
    guard let code, let otherCode = other.code else {
      return code == nil && other.code == nil && display == other.display
    }
    guard code.utf8.elementsEqual(otherCode.utf8) else { return false }
    guard let system, let otherSystem = other.system else { return true }
    return system == otherSystem
  }
}
