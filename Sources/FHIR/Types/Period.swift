/// A time from a start to an end (R4, 2.24.0.11 `Period`).
public struct Period: Sendable, Hashable {
  /// From when, if it has a start.
  public var start: PartialDateTime?
  /// Until when, all of that day or second included, if it has an end.
  public var end: PartialDateTime?

  /// Makes a period.
  public init(start: PartialDateTime? = nil, end: PartialDateTime? = nil) {
    self.start = start
    self.end = end
  }

  /// Reads a period's members.
  public init(_ node: JSONNode) {
    self.init(start: node.dateTime("start"), end: node.dateTime("end"))
  }
}
