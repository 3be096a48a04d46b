/// Who did something.
public enum AuditActor: Sendable, Hashable {
  /// Whoever answers: the person, or somebody who helps.
  case patient
  /// The program by itself.
  case device
  /// Somebody who works at the clinic, by their number in the store.
  case person(Int64)

  var stored: String {
    switch self {
    case .patient: "patient"
    case .device: "device"
    case .person(let number): "person \(number)"
    }
  }

  init(stored: String) {
    let parts = stored.split(separator: " ")
    if parts.count == 2, parts[0] == "person", let number = Int64(parts[1]) {
      self = .person(number)
    } else {
      self = stored == "patient" ? .patient : .device
    }
  }
}
