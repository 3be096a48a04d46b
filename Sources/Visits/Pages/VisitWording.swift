import Interview
import RecordStore

/// The words around an interview that is kept under a code, in plain language.
public struct VisitWording: Sendable {
  /// The wording in English.
  public static let english = VisitWording()

  // MARK: - Before the first question

  /// What is said first, while the record is being made.
  public func welcome(title: String?) -> [Block] {
    [
      .title(title ?? "Welcome", isNew: true),
      .text(
        "We save each answer as soon as you give it. You can stop at any time and come back later."),
      .text("Next you get a code. With it you can come back to your answers."),
    ]
  }

  /// The page with the code.
  public func codePage(_ code: String, _ recovery: CodeRecovery) -> [Block] {
    [
      .title("Your code", isNew: true), .question(code), .text("Please write this code down now."),
      .text(
        "You need it if you stop, or if this program stops. We show it once more when you stop."),
      .text(words(for: recovery)),
    ]
  }

  private func words(for recovery: CodeRecovery) -> String {
    switch recovery {
    case .nobody:
      "Keep it safe. Only this code opens your answers. If you lose it, nobody can get them back."
    case .staff: "Keep it safe. If you lose it, ask the staff."
    }
  }

  // MARK: - Stopping

  /// The code once more, for somebody who stops.
  public func codeAgain(_ code: String) -> [Block] {
    [.text("To come back to your answers, you need this code:"), .question(code)]
  }

  // MARK: - Coming back

  /// The question for the code.
  public var codeQuestion: [Block] {
    [
      .title("Welcome back", isNew: true), .question("What is your code?"),
      .hint(
        "Type all 16 letters and numbers. Small letters are fine, and you can leave out the dashes."
      ),
    ]
  }

  /// The question for the date of birth.
  public var birthDateQuestion: [Block] {
    [
      .title("Welcome back", isNew: true), .question("What is your date of birth?"),
      .hint(
        "Type day, month and year, like 27 March 1950. We ask so that nobody else sees your answers."
      ),
    ]
  }

  /// That a date of birth is not the one that was given.
  public func wrongBirthDate(triesLeft: Int) -> Block {
    .error("Error: this is not the date we have. \(tries(triesLeft))")
  }

  /// That a line is no whole date.
  public var noBirthDate: Block {
    .error("Error: we could not read this date. Type day, month and year, like 27 March 1950.")
  }

  /// What somebody reads who could not show who they are.
  public func unknownPerson(_ recovery: CodeRecovery) -> String {
    switch recovery {
    case .nobody: "These are not the dates we have. Your answers are kept. You can start again."
    case .staff:
      "We could not find out who you are. Please ask the staff for help. Your answers are kept."
    }
  }

  /// What somebody reads whose code opens nothing.
  public var noCode: String { "We could not find your answers. Please ask the staff for help." }

  /// How many more tries there are.
  public func tries(_ count: Int) -> String {
    count == 1 ? "You can try once more." : "You can try \(count) more times."
  }

  /// What is said before the interview goes on.
  public func goingOn(_ interruption: VisitInterruptionCause) -> [Block] {
    let text =
      switch interruption {
      case .stopped: "Your answers are saved. We go on where you stopped."
      case .programEnded:
        "This program had stopped before you were done. Your answers were saved. We go on where you "
          + "were."
      }
    return [.title("Welcome back", isNew: true), .text(text)]
  }
}

/// Who can help somebody who has lost their code.
public enum CodeRecovery: Sendable, Hashable {
  /// Nobody: there is no other key.
  case nobody
  /// Staff.
  case staff
}

/// Why a visit is gone on with.
public enum VisitInterruptionCause: Sendable, Hashable {
  /// The person stopped, or went away.
  case stopped
  /// The program or the power went away.
  case programEnded
}
