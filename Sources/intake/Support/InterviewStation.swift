import Interview
import Library
import LineEditor

/// Where an interview is held: who types and how, what is shown and how, whom a call reaches.
final class InterviewStation {
  private(set) var settings: Settings
  let reader: any LineReader
  let alerts: AlertSpool?
  private let usualDisplay: Display
  /// The pages around the conversation.
  let dialogue: PageDialogue

  /// Makes a station.
  ///
  /// - Parameter settings: With the numbers of the country taken.
  init(
    _ options: InterviewOptions, _ settings: Settings, terminal: Terminal, reader: any LineReader
  ) {
    self.settings = settings
    self.reader = reader
    alerts = settings.alerts.spool
    usualDisplay = Display(
      presentation: options.plain || !reader.isInteractive ? .plain : terminal.presentation,
      colour: options.noColor ? .off : terminal.colour, isInteractive: reader.isInteractive,
      size: { TerminalSize.current() })
    dialogue = PageDialogue(
      reader: reader, output: StandardStream.output, display: usualDisplay, alerts: alerts)
    if let folder = settings.alerts.folder, FileSystem.kind(of: folder) != .folder {
      ErrorReport.write(
        warning: "staff cannot be called: there is no folder \(TextSanitizer.sanitized(folder)).")
    }
  }

  /// How pages are shown, as the person may have chosen in the meantime.
  var display: Display {
    var display = usualDisplay
    display.presentation = dialogue.presentation
    return display
  }

  /// The station, with the numbers of the country among these lines.
  func showing(_ lines: CrisisLines) -> InterviewStation {
    settings.takeNumbers(of: lines)
    return self
  }

  /// Holds a conversation to its end.
  func hold(_ conversation: Conversation) -> (outcome: SessionOutcome, conversation: Conversation) {
    let session = InterviewSession(
      conversation, reader: reader, output: StandardStream.output, display: display,
      idle: reader.isInteractive ? settings.idle : nil, alerts: alerts)
    let outcome = session.run()
    return (outcome, session.conversation)
  }
}
