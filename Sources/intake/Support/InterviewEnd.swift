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
  /// Where the summary goes, or nil to ask.
  let destination: Destination?
  /// The file of the questionnaire, where the command line named one.
  let questionnaire: String?
  /// The format of the summary, or nil for that of the file's ending.
  let format: SummaryFormat?
  /// The calls for staff, which are repeated while a line is waited for.
  let alerts: AlertSpool?

  func finish(after outcome: SessionOutcome) throws {
    switch outcome {
    case .ended(.completed): try keepFinished(.completed)
    case .ended(.ended): try keepFinished(.stopped)
    case .ended(.discarded): try keepUrgent()
    case .ended(.stopped), .endOfInput, .disconnected, .terminated, .left, .endedByStaff,
      .outputGone:
      try keepDraft()
      throw ExitStatus.stopped
    }
  }

  // MARK: - Finished

  private func keepFinished(_ status: QuestionnaireResponse.Status) throws {
    var destination = destination
    var firstAnswers: String?
    while true {
      guard let place = destination ?? askDestination() else {
        if firstAnswers == nil { try keepDraft() }
        throw ExitStatus.stopped
      }
      do {
        let files = try keeper.keepFinished(status, at: place)
        if let firstAnswers { FileSystem.remove(firstAnswers) }
        say("Written: \(files.summary), \(files.answers)")
        return
      } catch let failure as AnswerKeeper.SummaryFailure {
        firstAnswers = firstAnswers ?? failure.answers
        ErrorReport.write("\(failure.cause)")
        say(
          "All answers are kept in \(failure.answers).\n"
            + "To write the summary from them: "
            + command("summary", failure.answers, naming: "--questionnaire"))
      } catch {
        ErrorReport.write("\(error)")
      }
      destination = nil
      guard reader.isInteractive else {
        if firstAnswers == nil { try keepDraft() }
        throw ExitStatus.failure
      }
    }
  }

  /// Asks where the summary goes; nil when nobody answers.
  private func askDestination() -> Destination? {
    while true {
      say(
        "\nFor the staff: where should the summary be written?\n"
          + "Type a folder or a new file. Enter alone writes it to this folder.")
      switch reader.readLine(
        LineRequest(prompt: Prompt("> "), whileWaiting: { alerts?.repeatCalls() }))
      {
      case .line(let line):
        do {
          return try Destination(line.isEmpty ? "." : line, format: format)
        } catch { ErrorReport.write("\(error)") }
      case .redraw, .help, .back, .cut, .idle, .interrupted: continue
      case .endOfInput, .disconnected, .terminated, .cannotHide: return nil
      }
    }
  }

  private func say(_ message: String) {
    try? StandardStream.error.write("\(message)\n")
  }

  // MARK: - Not finished

  /// Nothing is kept but the word that help may be needed.
  private func keepUrgent() throws {
    keeper.discardDraft()
    guard !keeper.response.urgentRecords.isEmpty else { return }
    try keepFinished(.stopped)
  }

  private func keepDraft() throws {
    guard keeper.response.holdsAnswers else { return }
    do {
      let path = try keeper.keepDraft()
      let start = questionnaire == nil ? "intake" : command("interview", naming: nil)
      say("The answers so far are in \(path).\nTo go on: \(start) --from \(path)")
    } catch {
      throw InputError("the answers so far could not be kept: \(error)")
    }
  }

  /// A command line for what comes next, with the questionnaire that this one named.
  private func command(_ words: String..., naming option: String?) -> String {
    let named = questionnaire.map { [option, $0].compactMap { $0 } } ?? []
    return (["intake"] + words + named).joined(separator: " ")
  }
}
