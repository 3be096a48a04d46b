/// A question or group that a summary names without its answers: where to find it, and its words.
public struct Mention: Sendable, Equatable {
  /// The item's linkId.
  public let linkId: String
  /// A few words for the item, with the row that it stands in.
  public let label: String
  /// The title of the section it belongs to.
  public let section: String
  /// The rows it stands in, from the outermost in.
  public let rows: [RowPlace]

  /// A row of a repeating group.
  public struct RowPlace: Sendable, Equatable {
    /// The group's linkId.
    public let linkId: String
    /// The place among the rows, from 1.
    public let number: Int
  }
}
