/// How often programs are killed, and how many of them run at once.
public struct KillPlan: Sendable {
  /// The program.
  public var program: String
  /// A folder for the store and the outputs, which is there.
  public var folder: String
  /// Programs that run at once.
  public var lanes: Int
  /// Kills in all.
  public var kills: Int
  /// Kills after which a record is gone on with to its end.
  public var killsOfARecord = 8
  /// Decides when programs are killed.
  public var seed: Int
  /// The questionnaire.
  public var form = TrialForm(count: 40)

  /// Makes a plan.
  public init(program: String, folder: String, lanes: Int, kills: Int, seed: Int) {
    self.program = program
    self.folder = folder
    self.lanes = lanes
    self.kills = kills
    self.seed = seed
  }

  /// The folder of questionnaires that the program reads.
  public let questionnaires: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/\(parts.joined(separator: "/"))/Questionnaires"
  }()

  /// The folder of the store.
  public var store: String { "\(folder)/store" }
}
