import ArgumentParser
import FHIR
import FormFiller
import Interview
import LineEditor
import Referral

/// What happens when an interview is over: the answers are kept, and the person is told where.
struct InterviewEnd {
  let keeper: AnswerKeeper
  let reader: any LineReader

  func finish(after outcome: SessionOutcome) throws {
    switch outcome {
    case .ended(.completed): try keepFinished(.completed)
    case .ended(.ended): try keepFinished(.stopped)
    case .ended(.discarded): try keepUrgent()
    case .ended(.stopped), .endOfInput, .disconnected, .terminated, .left, .outputGone:
      try keepDraft()
      throw ExitStatus.stopped
    }
  }

  // MARK: - Finished

  private func keepFinished(_ status: QuestionnaireResponse.Status) throws {
    var destination = keeper.destination
    while true {
      guard let place = try destination ?? askDestination() else {
        try keepDraft()
        throw ExitStatus.stopped
      }
      do {
        say(written: try keeper.keepFinished(status, at: place))
        return
      } catch {
        ErrorReport.write("\(error)")
        destination = nil
        guard reader.isInteractive else {
          try keepDraft()
          throw ExitStatus.failure
        }
      }
    }
  }

  /// Asks where the summary goes; nil when nobody answers.
  private func askDestination() throws -> Destination? {
    try? StandardStream.output.write(
      "\nFor the staff: where should the summary be written?\n"
        + "Type a folder or a new file. Enter alone writes it to this folder.\n")
    while true {
      switch reader.readLine(LineRequest(prompt: Prompt("> "))) {
      case .line(let line):
        let path = line.isEmpty ? "." : line
        if let destination = try? Destination(path, format: nil) { return destination }
      case .redraw, .help, .back, .cut, .idle, .interrupted: continue
      case .endOfInput, .disconnected, .terminated, .cannotHide: return nil
      }
    }
  }

  private func say(written files: [String]) {
    try? StandardStream.error.write("Written: \(files.joined(separator: ", "))\n")
  }

  // MARK: - Not finished

  /// Nothing is kept but the word that help may be needed.
  private func keepUrgent() throws {
    guard !keeper.response.urgentRecords.isEmpty else { return }
    try keepFinished(.stopped)
  }

  private func keepDraft() throws {
    guard keeper.response.holdsAnswers else { return }
    do {
      let path = try keeper.keepDraft()
      try? StandardStream.error.write(
        "The answers so far are in \(path).\nTo go on: intake --from \(path)\n")
    } catch {
      throw ErrorReport.failure("the answers so far could not be kept: \(error)")
    }
  }
}
