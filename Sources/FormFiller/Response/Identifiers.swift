/// The place of an item in a response: one for every row and answer that the item lies in.
///
/// A node keeps its identity for the life of the response, whatever is added or removed around it.
public struct NodeID: Hashable, Sendable {
  let index: Int
}

/// The identity of a row of a repeating group, or of one answer, within its response.
///
/// Numbers are given in the order of the changes, so that replaying the same changes gives the same
/// numbers; they are never reused.
public struct InstanceID: Hashable, Sendable {
  /// The number.
  public let number: Int

  /// Makes an identity from its number.
  public init(number: Int) { self.number = number }
}

/// The way from the top of a response to an item, by which a change names what it changes.
public struct ItemPath: Hashable, Sendable {
  /// A step down.
  public struct Step: Hashable, Sendable {
    /// The item that is stepped to.
    public let linkId: String
    /// The row or answer of that item that the way goes on through, or nil in the last step, where
    /// the item as a whole is meant.
    public let instance: InstanceID?

    /// Makes a step.
    public init(linkId: String, instance: InstanceID? = nil) {
      self.linkId = linkId
      self.instance = instance
    }
  }

  /// The steps from the top down.
  public let steps: [Step]

  /// Makes a path.
  public init(_ steps: [Step]) { self.steps = steps }

  /// The linkId of the item that the path leads to.
  public var linkId: String { steps.last?.linkId ?? "" }
}
