/// An item that an expression names by its link id and reads.
public struct ItemRead: Sendable, Hashable {
  /// The link id, as the literal in the expression says it.
  public let linkId: String
  /// How much of the item is read; never `nothing`.
  public let extent: ReadExtent
  /// Where the literal stands that is the first to name it with this extent.
  public let range: SourceRange

  /// Says that an item is read.
  public init(linkId: String, extent: ReadExtent, range: SourceRange) {
    self.linkId = linkId
    self.extent = extent
    self.range = range
  }
}
