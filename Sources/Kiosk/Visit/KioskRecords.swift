import Interview
import RecordStore

/// The records, as far as a kiosk has to do with them.
///
/// The description of every error it throws can be shown: it holds nothing about a person.
public protocol KioskRecords: AnyObject {
  /// Opens what somebody who works at the clinic may open.
  func unlock(name: String, passphrase: String) throws -> any StaffRights
  /// Begins a visit.
  func begin(_ details: VisitDetails) throws -> any KioskVisit
  /// Goes on with a visit by its code, as it was typed.
  func resume(code: String) throws -> any KioskVisit
  /// Hands over every record that is ended and was not handed over before; gives how many.
  func handOver(to folder: String) throws -> Int
  /// Whether the audit says that staff acknowledged a test call today.
  var isAlertTestAcknowledgedToday: Bool { get }
  /// Notes in the audit what happened to the kiosk itself.
  func note(_ event: KioskEvent)
}

/// What happens to a kiosk and stands in the audit.
public enum KioskEvent: Sendable, Hashable {
  /// The program of a visit crashed.
  case crashed
  /// Staff have seen and acknowledged the test call of the day.
  case alertTestAcknowledged
}

/// What somebody who works at the clinic may do at a kiosk, for as long as this is held.
public protocol StaffRights: AnyObject {
  /// Their name.
  var name: String { get }
  /// The drafts of today that they can reopen.
  func draftsOfToday() throws -> [DraftSummary]
  /// Goes on with a draft of today.
  func reopen(_ draft: DraftSummary) throws -> any KioskVisit
  /// Notes in the audit that they stop the kiosk.
  func noteStop()
}

/// A draft in a list: what the staff called it, and nothing that was answered.
public struct DraftSummary: Sendable, Hashable {
  /// The record.
  public var id: RecordID
  /// What the staff called the visit, if they did.
  public var label: String?
  /// The appointment that it is for.
  public var appointment: String?
  /// When it was last written to, as a clock shows it.
  public var updated: String

  /// Makes a summary.
  public init(id: RecordID, label: String?, appointment: String?, updated: String) {
    self.id = id
    self.label = label
    self.appointment = appointment
    self.updated = updated
  }
}
