/// Where records are kept, and for how long.
struct RecordSettings: Sendable, Equatable {
  /// The folder of the store that was set, or nil for the user's own.
  var folder: String?
  /// Days without an answer after which a draft is closed; staff can still read it.
  var draftDays = 14
  /// Days after which a record is deleted, or nil to keep it.
  var retentionDays: Int?

  /// A hundred years; whoever wants longer sets nothing.
  static let greatestDays = 36_525

  /// The folder of the store of whoever runs the program; nil when nothing says where it is.
  ///
  /// - Parameters:
  ///   - option: The folder that the command line names.
  ///   - environment: The variables of the environment.
  func storeFolder(option: String?, environment: [String: String]) -> String? {
    let data = environment["XDG_DATA_HOME"] ?? environment["HOME"].map { "\($0)/.local/share" }
    return option ?? folder ?? data.map { "\($0)/intake" }
  }
}
