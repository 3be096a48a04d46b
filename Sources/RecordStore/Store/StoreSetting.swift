/// The name of a small fact that the store keeps beside the records, such as the day of a test.
///
/// The facts are readable by whoever can read the store: nothing about a patient belongs there.
/// Other rooms add names of their own in extensions.
public struct StoreSetting: Sendable, Hashable {
  /// The name.
  public let name: String

  /// Makes a name.
  public init(_ name: String) { self.name = name }

  /// The local day on which a test alert was acknowledged last, as `2026-03-01`.
  public static let alertTestAcknowledged = StoreSetting("alert-test-acknowledged")
  /// When a backup was last made and found whole, in milliseconds since 1970 UTC.
  public static let lastBackup = StoreSetting("last-backup")
  /// When the clinic's keys were last changed, in milliseconds since 1970 UTC.
  public static let lastRotation = StoreSetting("last-rotation")
}
