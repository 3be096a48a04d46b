/// A call that a traced program made to the kernel.
public struct SystemCall: Sendable {
  /// The name, such as `pwrite64`.
  public var name: String
  /// What stands between the commas.
  public var arguments: [TracedArgument]
  /// What came back; -1 for an error, nil where the trace ends before it.
  public var result: Int?
  /// The number of the line where the call began.
  public var began: Int
  /// The number of the line where it came back.
  public var ended: Int
}
