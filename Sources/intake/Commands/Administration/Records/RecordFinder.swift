import FHIR
import LineEditor
import RecordStore
import Visits

/// Finds the one record that a label, or its identity, names.
struct RecordFinder {
  let store: RecordStore
  let person: UnlockedPerson

  /// A record with what the desk's card says of it.
  struct Found {
    let record: ListedRecord
    let card: DeskCard?

    /// The record in one line, for whoever has to be sure that it is the right one.
    var description: String {
      let label = card?.label.map { "\"\($0)\"" } ?? "without a label"
      let state = record.state?.rawValue ?? "unreadable"
      return TextSanitizer.sanitized(
        "\(label), \(state), begun \(SystemClock.utc(record.created)), \(record.id)")
    }
  }

  /// The record with a label, or with an identity as lists show it.
  ///
  /// - Throws: `InputError` when there is none, or more than one; those are named.
  func find(_ name: String) throws -> Found {
    let found = try store.list(by: person).map { record in
      Found(record: record, card: record.desk.flatMap { DeskCard($0) })
    }
    .filter { $0.card?.label == name || $0.record.id.description == name.lowercased() }
    guard let first = found.first else {
      throw InputError("there is no record with the label \"\(name)\".")
    }
    guard found.count == 1 else {
      throw InputError(
        ["several records have the label \"\(name)\". Name one by the digits at its end."]
          + found.map(\.description))
    }
    return first
  }
}
