import FHIR

/// What a change brought about.
public struct ChangeOutcome: Sendable, Equatable {
  /// The item that was changed; for a removed row, its group.
  public let changed: NodeID
  /// The row that was added.
  public let addedRow: InstanceID?
  /// What is asked or shown now and was not before, in the order of the form.
  public let opened: [NodeID]
  /// What was asked or shown before and is not any more, in the order of the form.
  ///
  /// What went away with a row or answer that was taken away is not named.
  public let closed: [NodeID]
  /// The questions whose calculated answer came to be another, in the order of the form.
  public let recalculated: [NodeID]
  /// The questions among `opened` that have no answer yet.
  public let nowAsked: [NodeID]
  /// Help pages that have to be shown at once.
  public let helpPages: [NodeID]
  /// Help pages that came into the urgent record, so that staff have to be called.
  public let recorded: [NodeID]
  /// A page that ends the interview.
  public let endPage: NodeID?
}

extension ChangeOutcome {
  /// What comes of noting something about a help page.
  init(noting page: NodeID, isNew: Bool) {
    self.init(
      changed: page, addedRow: nil, opened: [], closed: [], recalculated: [], nowAsked: [],
      helpPages: [], recorded: isNew ? [page] : [], endPage: nil)
  }
}
