import FHIR

/// A number that a person in need can call, with where it is known from.
public struct HelpNumber: Sendable, Hashable {
  /// The number as it is dialled or shown, such as `988` or `13 11 14`.
  public let number: String
  /// How to reach it, such as `call or text 988`.
  public let words: String
  /// Whom it is for, such as `veterans`, or nil when it is for everybody.
  public let audience: String?
  /// Where it is known from.
  public let source: String
  /// When the number was compared with its source, or nil when nobody has.
  public let confirmed: PartialDate?
}
