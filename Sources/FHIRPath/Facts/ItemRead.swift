/// An item that an expression names by its link id and reads.
public struct ItemRead: Sendable, Hashable {
  /// The link id, as the literal in the expression says it.
  public let linkId: String
  /// How much of the item is read; never `nothing`.
  public let extent: ReadExtent
  /// Where the item is looked for.
  public let origin: Origin
  /// Where the literal stands that is the first to name it with this extent.
  public let range: SourceRange

  /// Where an item is looked for.
  public enum Origin: Sendable, Hashable {
    /// Within the focus only
    case focus
    /// Within the value of a variable from outside only, whose own facts say what that is
    case variable
    /// Anywhere in the response
    case response
  }

  /// Says that an item is read.
  public init(linkId: String, extent: ReadExtent, origin: Origin, range: SourceRange) {
    self.linkId = linkId
    self.extent = extent
    self.origin = origin
    self.range = range
  }
}
