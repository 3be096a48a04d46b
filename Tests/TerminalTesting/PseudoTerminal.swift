import Glibc

/// A program that runs on a terminal of its own, driven by a test.
///
/// ```swift
/// let terminal = try PseudoTerminal(executable: path)
/// try terminal.expect("> ")
/// terminal.send("Ana\r")
/// try terminal.expect("Hello Ana")
/// ```
public final class PseudoTerminal {
  /// Bytes the program has written, with all escape sequences.
  public private(set) var rawOutput: [UInt8] = []

  /// What a person sees.
  public private(set) var screen: Screen

  /// The program.
  public let process: ChildProcess

  private let slave: Int32
  private var master: Int32
  private var transcript = Transcript()

  /// `posix_spawn`'s flag for a new session, which Swift does not import.
  private static let newSession: Int16 = 0x80

  /// Starts a program on a new terminal.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: All of its environment; `TERM` is `xterm-256color` unless it is named.
  ///   - size: The size of the terminal.
  ///   - standardOutput: A path that standard output goes to instead of the terminal.
  /// - Throws: ``PseudoTerminalError/unavailable(what:code:)``.
  public init(
    executable: String, arguments: [String] = [], environment: [String: String] = [:],
    size: ScreenSize = ScreenSize(columns: 80, rows: 24), standardOutput: String? = nil
  ) throws {
    let pair = try TerminalPair(size: size)
    let path = pair.path
    do {
      process = try ChildProcess(
        executable: executable, arguments: arguments,
        environment: ["TERM": "xterm-256color"].merging(environment) { $1 },
        configure: { actions in
          // Opening descriptor 0 in a new session makes the terminal the controlling one.
          posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
          if let standardOutput {
            posix_spawn_file_actions_addopen(
              &actions, 1, standardOutput, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
          } else {
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
          }
          posix_spawn_file_actions_adddup2(&actions, 0, 2)
          return Self.newSession
        })
    } catch {
      pair.close()
      throw error
    }
    master = pair.master
    slave = pair.slave
    screen = Screen(size: size)
  }

  deinit {
    process.end()
    closeMaster()
    close(slave)
  }

  /// What the kernel does with what is typed, at this moment.
  public var state: TerminalState { TerminalState(descriptor: slave) }

  /// All text written so far without escape sequences; carriage returns are left out.
  public var text: String { transcript.text }

  /// Types text.
  ///
  /// - Parameter text: The keys, with `\r` for Enter and escape sequences for other keys.
  public func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Types bytes, reading what the program writes meanwhile.
  ///
  /// - Parameter bytes: Any bytes.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty && master >= 0 {
      var source = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&source, 1, 10_000) > 0 else { return }
      if source.revents & Int16(POLLIN) != 0 { readAvailable() }
      if source.revents & Int16(POLLOUT) != 0 {
        let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
        if count > 0 { rest = rest.dropFirst(count) }
      }
    }
  }

  /// Waits until a text has been written after all that was expected before.
  ///
  /// - Parameters:
  ///   - text: The text, without escape sequences.
  ///   - limit: The longest wait.
  /// - Throws: ``PseudoTerminalError/missing(text:screen:)`` with the screen so far.
  public func expect(_ text: String, within limit: Duration = .seconds(20)) throws {
    guard wait(atMost: limit, until: { self.transcript.advance(past: text) }) else {
      throw PseudoTerminalError.missing(text: text, screen: screen.description)
    }
  }

  /// Waits until the screen shows what is wanted.
  ///
  /// - Parameters:
  ///   - wish: What is wanted, in words for the failure.
  ///   - limit: The longest wait.
  ///   - condition: Whether a screen shows it.
  /// - Throws: ``PseudoTerminalError/missing(text:screen:)`` with the screen so far.
  public func expectScreen(
    _ wish: String, within limit: Duration = .seconds(20), where condition: (Screen) -> Bool
  ) throws {
    guard wait(atMost: limit, until: { condition(self.screen) }) else {
      throw PseudoTerminalError.missing(text: wish, screen: screen.description)
    }
  }

  /// Gives the terminal another size, as a person does who resizes the window.
  ///
  /// - Parameter size: The new size.
  public func resize(to size: ScreenSize) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(to: size)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Sets the characters by which the terminal itself deletes, as `stty erase` does.
  ///
  /// - Parameters:
  ///   - erase: The character that deletes one character.
  ///   - kill: The character that deletes the line.
  public func setEraseAndKillCharacters(erase: Unicode.Scalar, kill: Unicode.Scalar) {
    var state = termios()
    tcgetattr(slave, &state)
    withUnsafeMutableBytes(of: &state.c_cc) { characters in
      characters[Int(VERASE)] = UInt8(truncatingIfNeeded: erase.value)
      characters[Int(VKILL)] = UInt8(truncatingIfNeeded: kill.value)
    }
    tcsetattr(slave, TCSANOW, &state)
  }

  /// Takes the terminal away, as when a connection breaks.
  public func closeMaster() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Waits until the program has ended, reading all it writes.
  ///
  /// - Parameter limit: The longest wait.
  /// - Returns: How it ended.
  /// - Throws: ``PseudoTerminalError/stillRunning(screen:)``.
  public func waitForExit(within limit: Duration = .seconds(20)) throws -> ProcessEnding {
    var status: ProcessEnding?
    _ = wait(atMost: limit) {
      status = self.process.statusIfEnded()
      return status != nil
    }
    readAvailable()
    guard let status else { throw PseudoTerminalError.stillRunning(screen: screen.description) }
    return status
  }

  private func wait(atMost limit: Duration, until condition: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
      readAvailable()
      if condition() { return true }
      if ContinuousClock.now > deadline { return false }
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      poll(&source, 1, 5)
    }
  }

  private func readAvailable() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while master >= 0 {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 0) > 0, source.revents & Int16(POLLIN) != 0 else { return }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      rawOutput += buffer[..<count]
      transcript.add(buffer[..<count])
      screen.show(buffer[..<count])
    }
  }
}
