import FHIR

/// Bounds on what a questionnaire may be put together of, so that a few hostile files that use each
/// other over and over cannot use up the machine.
enum AssemblyLimits {
  /// The most uses of a part.
  static let parts = 1_000
  /// The most items.
  static let items = 200_000
  /// The most bytes that the items may take, written.
  static let bytes = JSONLimits.standard.bytes
  /// The most items within each other: with what lies in an item, as deep as the reader reads.
  static let levels = 50
  /// The most characters of a prefix of linkIds.
  static let prefix = 255
  /// The most problems that are told of one questionnaire.
  static let problems = 100
}
