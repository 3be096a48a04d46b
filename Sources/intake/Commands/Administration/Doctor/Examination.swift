/// Looks at the machine and the clinic's store, and says what is wrong and what to do.
struct Examination {
  let facts: any MachineFacts
  /// The folder of the store.
  let store: String
  let state: StoreState
  /// The configuration file, if there is one.
  let configuration: String?
  /// The folder of questionnaires, if it was found.
  let questionnaires: String?
  /// The folder that holds the program.
  let program: String?
  let content: ContentFacts
  let settings: Settings

  /// What is known of the content and of its day.
  struct ContentFacts {
    /// How many files of content there are.
    var fileCount = 0
    /// How many of them nobody has approved as they are.
    var draftCount = 0
    /// What is still to be done about the help numbers, if anything.
    var numbersDuty: String?
    /// Whether staff acknowledged a test call today; nil when that is not known.
    var alertTest: AlertTest?
  }

  /// Whether a test call was made and acknowledged today.
  enum AlertTest {
    case acknowledged
    case missing
  }

  /// A day in milliseconds.
  static let day: Int64 = 86_400_000

  /// Everything that was looked at, in the order in which a person goes through it.
  func findings() -> [DoctorFinding] {
    storeFindings() + recordFindings() + ownershipFindings() + swapFindings() + memoryFindings()
      + clockFindings() + consoleFindings() + contentFindings() + alertFindings()
  }

  var encryption: DiskEncryption { DiskEncryption(facts) }

  var mounts: Mounts { Mounts(facts.text(of: "/proc/self/mountinfo") ?? "") }
}
