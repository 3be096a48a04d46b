import FHIR
import RecordStore

/// Writes lines of the audit as FHIR R4 AuditEvents.
///
/// Types and subtypes are those of DICOM (PS3.16, CID 400 to 403), actions and outcomes those of
/// FHIR. There is no answer in them, and of a record only its identity.
struct AuditEventWriter {
  /// The machine that writes them.
  let device: KeyID
  private static let dicom = "http://dicom.nema.org/resources/ontology/DCM"
  private static let own = "https://intake.example/fhir/CodeSystem/audit-action"

  /// One event as a resource.
  func document(of entry: AuditEntry) -> JSONDocument {
    JSONBuilder.object { add(entry, to: &$0) }
  }

  /// All events in a Bundle.
  func bundle(of entries: [AuditEntry]) -> JSONDocument {
    JSONBuilder.object { root in
      root.add("resourceType", "Bundle")
      root.add("type", "collection")
      guard !entries.isEmpty else { return }
      root.addArray("entry") { list in
        for entry in entries {
          list.addObject { object in
            object.add("fullUrl", "urn:intake:audit:\(device):\(entry.sequence)")
            object.addObject("resource") { add(entry, to: &$0) }
          }
        }
      }
    }
  }

  private func add(_ entry: AuditEntry, to event: inout JSONBuilder) {
    let kind = entry.action?.kind ?? .application
    event.add("resourceType", "AuditEvent")
    event.add("id", "\(device)-\(entry.sequence)")
    event.addObject("type") { add(Self.dicom, kind.rawValue, kind.display, to: &$0) }
    event.addArray("subtype") { list in
      list.addObject { coding in
        coding.add("system", Self.own)
        coding.add("code", entry.action?.rawValue ?? "unknown")
      }
    }
    event.add("action", entry.action?.effect.rawValue ?? AuditAction.Effect.execute.rawValue)
    event.add("recorded", "\(SystemClock.utc(entry.time))")
    event.add("outcome", entry.action?.isFailure == true ? "4" : "0")
    event.addArray("agent") { list in list.addObject { add(entry.actor, entry.name, to: &$0) } }
    event.addObject("source") { source in
      source.addObject("observer") { $0.add("display", "machine \(device)") }
    }
    if let record = entry.record {
      event.addArray("entity") { list in
        list.addObject { entity in
          entity.addObject("what") { what in
            what.addObject("identifier") { identifier in
              identifier.add("system", "urn:ietf:rfc:3986")
              identifier.add("value", "urn:uuid:\(record)")
            }
          }
        }
      }
    }
  }

  private func add(_ actor: AuditActor, _ name: String?, to agent: inout JSONBuilder) {
    switch actor {
    case .person(let number):
      agent.add("altId", String(number))
      if let name { agent.add("name", name) }
    case .patient: agent.add("altId", "respondent")
    case .device: agent.add("altId", "machine")
    }
    agent.add("requestor", actor != .device)
  }

  private func add(
    _ system: String, _ code: String, _ display: String, to coding: inout JSONBuilder
  ) {
    coding.add("system", system)
    coding.add("code", code)
    coding.add("display", display)
  }
}

extension AuditAction {
  /// What kind of event DICOM takes an action for.
  enum Kind: String {
    case application = "110100"
    case export = "110106"
    case dataImport = "110107"
    case order = "110110"
    case alert = "110113"
    case authentication = "110114"

    var display: String {
      switch self {
      case .application: "Application Activity"
      case .export: "Export"
      case .dataImport: "Import"
      case .order: "Patient Record"
      case .alert: "Security Alert"
      case .authentication: "User Authentication"
      }
    }
  }

  /// What was done to something, as FHIR writes it.
  enum Effect: String {
    case create = "C"
    case read = "R"
    case update = "U"
    case delete = "D"
    case execute = "E"
  }

  var kind: Kind {
    switch self {
    case .exported, .printed, .handedOver, .backupMade: .export
    case .imported, .restored: .dataImport
    case .unlocked, .unlockFailed, .blocked: .authentication
    case .personAdded, .personRemoved, .passphraseChanged, .passphraseReset, .keyRotated,
      .keyRecovered, .deviceAdded, .clockSetBack, .codeBlocked:
      .alert
    case .setUp, .kioskStarted, .kioskStopped, .programCrashed, .alertShown, .alertAcknowledged,
      .alertTested:
      .application
    default: .order
    }
  }

  var effect: Effect {
    switch self {
    case .recordBegun, .personAdded, .imported, .setUp, .deviceAdded: .create
    case .opened, .exported, .printed, .handedOver, .backupMade: .read
    case .deleted, .discarded, .personRemoved: .delete
    case .unlocked, .unlockFailed, .blocked, .codeBlocked, .alertShown, .alertAcknowledged,
      .alertTested, .kioskStarted, .kioskStopped, .programCrashed, .clockSetBack:
      .execute
    default: .update
    }
  }

  /// Whether it is something that did not succeed.
  var isFailure: Bool {
    switch self {
    case .unlockFailed, .blocked, .codeBlocked, .programCrashed, .clockSetBack: true
    default: false
    }
  }
}
