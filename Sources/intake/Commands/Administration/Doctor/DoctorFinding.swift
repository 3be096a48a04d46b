/// One thing that the doctor looked at, and what to do about it.
struct DoctorFinding: Equatable {
  /// How much it matters.
  enum Severity: String {
    /// As it should be.
    case good
    /// Something to know or to do soon.
    case warning
    /// Records are in danger, or patients cannot be interviewed.
    case error
  }

  /// What was looked at.
  enum Topic: String {
    case store
    case configuration
    case disk
    case swap
    case memory
    case clock
    case consoles
    case program
    case keys
    case backup
    case content
    case alerts
    case helpNumbers
  }

  let severity: Severity
  let topic: Topic
  /// What is so.
  let fact: String
  /// What to do about it; empty when nothing.
  let advice: String

  static func good(_ topic: Topic, _ fact: String) -> Self {
    DoctorFinding(severity: .good, topic: topic, fact: fact, advice: "")
  }

  static func warning(_ topic: Topic, _ fact: String, advice: String) -> Self {
    DoctorFinding(severity: .warning, topic: topic, fact: fact, advice: advice)
  }

  static func error(_ topic: Topic, _ fact: String, advice: String) -> Self {
    DoctorFinding(severity: .error, topic: topic, fact: fact, advice: advice)
  }
}
