/// Something of an item that is worked out anew when what it reads changes.
struct Slot: Hashable, Sendable {
  enum Kind: Int, Sendable {
    /// Whether the item is asked.
    case enablement
    /// The value of its calculation.
    case calculation
  }

  let kind: Kind
  let item: Int
}

/// What an expression reads, found without evaluating it.
struct Dependency: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// The answers to a question.
    case answers(Int)
    /// An item and all that lies in it.
    case contents(Int)
    /// Any answer.
    case everything
  }

  let source: Source
  /// The innermost item in whose row both lie: another row is not read; nil: all are.
  let scope: Int?
}

/// A slot that reads something, as seen from what it reads.
struct Reader: Hashable, Sendable {
  let slot: Slot
  let scope: Int?
}
