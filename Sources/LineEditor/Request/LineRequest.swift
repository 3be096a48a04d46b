/// What a line reader is asked for: the prompt, what is already in the line, and its limits.
public struct LineRequest {
  /// The short text before the line.
  ///
  /// The question itself is printed by the caller.
  public var prompt: Prompt

  /// Text that already stands in the line, ready to edit.
  public var prefill: String

  /// Whether the typed text can be seen.
  public var visibility: LineVisibility

  /// How long to wait without a key; nothing means for ever.
  public var idleLimit: IdleLimit?

  /// The longest line taken, in Unicode scalars; what is more is dropped and reported.
  public var maximumLength: Int

  /// What `?` does in an empty line.
  public var questionMark: QuestionMarkKey

  /// What becomes of keys pressed before the prompt was there.
  public var typeAhead: TypeAhead

  /// Whole lines that complete the text typed so far; asked when TAB is pressed.
  public var completions: (String) -> [Completion]

  /// The last line of a list of completions that is too long for the screen.
  ///
  /// It is given how many completions are not shown.
  public var unlistedCompletions: (Int) -> String

  /// What is done while the line is waited for, such as something that has to be repeated.
  ///
  /// It is asked before every wait, and gives how long until it has to be asked again, or nil for as
  /// long as nothing comes. Neither the line nor the idle limit notices.
  public var whileWaiting: () -> Duration?

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - prompt: The short text before the line.
  ///   - prefill: Text that already stands in the line.
  ///   - visibility: Whether the typed text can be seen.
  ///   - idleLimit: How long to wait without a key; nothing means for ever.
  ///   - maximumLength: The longest line taken, in Unicode scalars.
  ///   - questionMark: What `?` does in an empty line.
  ///   - typeAhead: What becomes of keys pressed before the prompt was there.
  ///   - completions: Whole lines that complete the text typed so far.
  ///   - unlistedCompletions: The last line of a list of completions that is too long.
  ///   - whileWaiting: What is done while the line is waited for, and how long until it is again.
  public init(
    prompt: Prompt,
    prefill: String = "",
    visibility: LineVisibility = .shown,
    idleLimit: IdleLimit? = nil,
    maximumLength: Int = 2000,
    questionMark: QuestionMarkKey = .isText,
    typeAhead: TypeAhead = .kept,
    completions: @escaping (String) -> [Completion] = { _ in [] },
    unlistedCompletions: @escaping (Int) -> String = { "and \($0) more" },
    whileWaiting: @escaping () -> Duration? = { nil }
  ) {
    self.prompt = prompt
    self.prefill = prefill
    self.visibility = visibility
    self.idleLimit = idleLimit
    self.maximumLength = maximumLength
    self.questionMark = questionMark
    self.typeAhead = typeAhead
    self.completions = completions
    self.unlistedCompletions = unlistedCompletions
    self.whileWaiting = whileWaiting
  }
}
