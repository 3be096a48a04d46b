/// A store as the trials look at it.
public enum TrialStore {
  /// The texts of the answers of a record, in order.
  public static func answers(in folder: String, code: String) throws -> [String] { [] }
}
