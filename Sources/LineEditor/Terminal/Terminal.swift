import Glibc

/// What is known about the terminal when the program starts.
public struct Terminal: Equatable, Sendable {
  /// Whether colour and bold may be used.
  public enum Colour: Sendable, Equatable {
    /// They may be used, never alone to say something.
    case allowed

    /// Only plain characters may be written.
    case off
  }

  /// How the conversation is shown.
  public enum Presentation: Sendable, Equatable {
    /// The screen is cleared for each question.
    case styled

    /// Text is only ever added below, for screen readers and simple terminals.
    case plain
  }

  /// The kind of terminal by its terminfo name; `dumb` when the environment names none.
  public let kind: String

  /// Whether standard input comes from a terminal.
  public let inputIsTerminal: Bool

  /// Whether standard output goes to a terminal.
  public let outputIsTerminal: Bool

  /// Whether colour and bold may be used.
  public let colour: Colour

  /// How the conversation is shown unless the person chooses otherwise.
  public let presentation: Presentation

  /// How long after Esc the rest of a key's sequence may come; longer over a network.
  public let escapeDelay: Duration

  /// Whether a person sits at both ends.
  public var isInteractive: Bool { inputIsTerminal && outputIsTerminal }

  /// Creates the facts from an environment.
  ///
  /// `NO_COLOR` (not empty) and `TERM=dumb` turn colour off. `ACCESSIBLE` (not empty, `0` or
  /// `false`) and `TERM=dumb` ask for plain text.
  ///
  /// - Parameters:
  ///   - environment: The variables of the environment.
  ///   - inputIsTerminal: Whether standard input comes from a terminal.
  ///   - outputIsTerminal: Whether standard output goes to a terminal.
  public init(
    environment: [String: String],
    inputIsTerminal: Bool = isatty(0) == 1,
    outputIsTerminal: Bool = isatty(1) == 1
  ) {
    let name = environment["TERM"] ?? ""
    // libedit turns editing off for Emacs' own terminal, which is as simple as a dumb one.
    kind = name.isEmpty || name == "emacs" ? "dumb" : name
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    let noColour = !(environment["NO_COLOR"] ?? "").isEmpty
    colour = noColour || kind == "dumb" || !outputIsTerminal ? .off : .allowed
    let accessible = (environment["ACCESSIBLE"] ?? "").lowercased()
    let asksForPlain = !["", "0", "false"].contains(accessible)
    presentation = asksForPlain || kind == "dumb" ? .plain : .styled
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
    escapeDelay = isRemote ? .milliseconds(100) : .milliseconds(40)
  }
}
