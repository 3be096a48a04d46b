import Glibc

/// A program run to its end with files instead of a terminal.
public struct PipedProcess {
  /// What standard input is.
  public enum Input {
    /// These bytes, through a pipe that is then closed.
    case bytes([UInt8])

    /// No descriptor at all, as after `<&-` in a shell.
    case closed
  }

  /// What it wrote to standard output.
  public let output: String

  /// What it wrote to standard error.
  public let errors: String

  /// How it ended.
  public let status: ProcessEnding

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: All of its environment.
  ///   - input: What standard input is.
  ///   - limit: The longest wait; then the program is killed.
  /// - Throws: ``PseudoTerminalError``.
  public init(
    executable: String, arguments: [String] = [], environment: [String: String] = [:],
    input: Input, within limit: Duration = .seconds(60)
  ) throws {
    let outputPipe = try Pipe()
    let errorPipe = try Pipe()
    let inputPipe = try Pipe()
    let process = try ChildProcess(
      executable: executable, arguments: arguments, environment: environment,
      configure: { actions in
        if case .closed = input {
          posix_spawn_file_actions_addclose(&actions, 0)
        } else {
          posix_spawn_file_actions_adddup2(&actions, inputPipe.readEnd, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, outputPipe.writeEnd, 1)
        posix_spawn_file_actions_adddup2(&actions, errorPipe.writeEnd, 2)
        return 0
      })
    inputPipe.closeReadEnd()
    outputPipe.closeWriteEnd()
    errorPipe.closeWriteEnd()
    var exchange = PipeExchange(input: input, to: inputPipe, from: [outputPipe, errorPipe])
    guard exchange.run(within: limit) else {
      throw PseudoTerminalError.stillRunning(
        screen: String(decoding: exchange.received[0], as: UTF8.self))
    }
    status = process.waitForEnd()
    output = String(decoding: exchange.received[0], as: UTF8.self)
    errors = String(decoding: exchange.received[1], as: UTF8.self)
  }
}
