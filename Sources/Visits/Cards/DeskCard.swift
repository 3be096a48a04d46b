import FHIR
import RecordStore

/// What the desk sees of a record: who is sitting where, how far it has come, and whether it is
/// urgent; never an answer.
public struct DeskCard: Sendable, Hashable {
  /// What staff call the visit.
  public var label: String?
  /// The appointment that it is for.
  public var appointment: String?
  /// How far the record has come.
  public var state: RecordState
  /// Whether a page of help was opened.
  public var isUrgent: Bool
  /// When the visit began.
  public var started: PartialDateTime?
  /// When the card was written last.
  public var updated: PartialDateTime?
  /// Whether it only tries the program out.
  public var isTrial: Bool

  /// Makes a card.
  public init(
    label: String? = nil, appointment: String? = nil, state: RecordState = .inProgress,
    isUrgent: Bool = false, started: PartialDateTime? = nil, updated: PartialDateTime? = nil,
    isTrial: Bool = false
  ) {
    self.label = label
    self.appointment = appointment
    self.state = state
    self.isUrgent = isUrgent
    self.started = started
    self.updated = updated
    self.isTrial = isTrial
  }

  /// Reads a card; nil when the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let root = try? JSONDocument(bytes).root,
      let state = root["state"]?.string.flatMap({ RecordState(rawValue: $0) })
    else { return nil }
    self.init(
      label: root["label"]?.string, appointment: root["appointment"]?.string, state: state,
      isUrgent: root["urgent"]?.boolean ?? false,
      started: root["started"]?.string.flatMap { PartialDateTime($0) },
      updated: root["updated"]?.string.flatMap { PartialDateTime($0) },
      isTrial: root["trial"]?.boolean ?? false)
  }

  /// The card as it is sealed.
  public var bytes: [UInt8] {
    let document = JSONBuilder.object { root in
      root.addIfPresent("label", label)
      root.addIfPresent("appointment", appointment)
      root.add("state", state.rawValue)
      root.add("urgent", isUrgent)
      root.addIfPresent("started", started?.description)
      root.addIfPresent("updated", updated?.description)
      if isTrial { root.add("trial", true) }
    }
    return JSONWriter(.compact).bytes(of: document.root)
  }
}
