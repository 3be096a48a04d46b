import LineEditor

/// What a person sees next, and what they are asked to type.
public struct Turn: Sendable, Equatable {
  /// What is shown, from top to bottom.
  public var blocks: [Block]
  /// Where the question begins, which is kept on one screen where it fits.
  public var questionStart: Int
  /// The text before the line.
  public var prompt: String
  /// What stands in the line, ready to be changed.
  public var prefill: String
  /// What TAB completes.
  public var completions: [Completion]
  /// How the conversation has ended, if it has; nothing is asked then.
  public var ending: Ending?
  /// Whether the page is one of help, on which nobody is hurried.
  public var isHelpPage: Bool
  /// Whether the screen is to show nothing of the person.
  public var isHidden: Bool

  init(
    _ blocks: [Block], questionStart: Int = 0, prompt: String, prefill: String = "",
    completions: [Completion] = [], ending: Ending? = nil, isHelpPage: Bool = false,
    isHidden: Bool = false
  ) {
    self.blocks = blocks
    self.questionStart = questionStart
    self.prompt = prompt
    self.prefill = prefill
    self.completions = completions
    self.ending = ending
    self.isHelpPage = isHelpPage
    self.isHidden = isHidden
  }
}

/// How a conversation ended.
public enum Ending: Sendable, Equatable {
  /// All was answered and confirmed.
  case completed
  /// The person stopped; the answers are kept.
  case stopped
  /// A page of the form ended it; the answers are kept for staff.
  case ended
  /// A page of the form ended it; nothing is kept but what is urgent.
  case discarded
}
