import ArgumentParser
import FHIR
import FormFiller
import Interview
import LineEditor
import Referral
import Visits

/// What happens when an interview is over: the answers are kept, and the person is told where.
struct InterviewEnd {
  /// Where unfinished answers are.
  enum Keeping {
    /// They are written to a file: the draft that was gone on with, or a new one.
    case file(DraftFile?)
    /// They are in a record already, which the command goes on with.
    case record(Visit, resumedBy: String)

    var draft: DraftFile? {
      if case .file(let draft) = self { return draft }
      return nil
    }

    var visit: Visit? {
      if case .record(let visit, _) = self { return visit }
      return nil
    }
  }

  let keeper: AnswerKeeper
  let keeping: Keeping
  let station: InterviewStation
  /// Where the summary goes, or nil to ask.
  let destination: Destination?
  /// The file of the questionnaire, where the command line named one.
  let questionnaire: String?
  /// The format of the summary, or nil for that of the file's ending.
  let format: SummaryFormat?
  /// How many answers the record has not taken.
  let unsavedAnswerCount: Int

  func finish(after outcome: SessionOutcome) throws {
    switch outcome {
    case .ended(.completed): try keepFinished(.completed)
    case .ended(.ended): try keepFinished(.stopped)
    case .ended(.discarded): try keepUrgent()
    case .left: try keepUnfinished(.left)
    case .ended(.stopped), .endOfInput, .disconnected, .terminated, .endedByStaff, .outputGone:
      try keepUnfinished(.stopped)
    }
  }

  // MARK: - Finished

  private func keepFinished(_ status: QuestionnaireResponse.Status) throws {
    let finished = try keeper.finishedAnswers(status)
    // Where staff can open records, the answers are theirs before any file is written.
    let isInRecord = finishRecord(with: finished)
    guard try write(finished) else {
      if isInRecord { throw ExitStatus.stopped }
      try keepUnfinished(.stopped)
      return
    }
    // Where nobody else can open the record, the files are all that is wanted.
    if !isInRecord { discardRecord() }
  }

  /// Finishes the record where staff can read it; false where there is none, or it failed.
  private func finishRecord(with finished: AnswerKeeper.FinishedAnswers) -> Bool {
    guard let visit = keeping.visit, visit.hasStaff else { return false }
    do {
      try visit.finish(
        finished.status == .completed ? .completed : .ended, keeper.response,
        finished.document.root)
      return true
    } catch {
      ErrorReport.write("the record could not be finished: \(error)")
      return false
    }
  }

  /// Writes summary and answers, asking where to; false when nobody says where.
  private func write(_ finished: AnswerKeeper.FinishedAnswers) throws -> Bool {
    var destination = destination
    var firstAnswers: String?
    while true {
      guard let place = destination ?? askDestination() else {
        // The answers alone are where they can be made a summary of.
        guard firstAnswers == nil else { throw ExitStatus.stopped }
        return false
      }
      do {
        let files = try keeper.keep(finished, at: place)
        if let firstAnswers { FileSystem.remove(firstAnswers) }
        say("Written: \(files.summary), \(files.answers)")
        return true
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
      guard station.reader.isInteractive else {
        if firstAnswers == nil { try keepDraft(.stopped) }
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
      switch station.reader.readLine(
        LineRequest(
          prompt: Prompt("> "), whileWaiting: { [alerts = station.alerts] in alerts?.repeatCalls() }
        ))
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

  // MARK: - Nothing kept

  /// Nothing is kept but the word that help may be needed.
  private func keepUrgent() throws {
    keeper.discardDraft()
    let isUrgent = !keeper.response.urgentRecords.isEmpty
    let finished = isUrgent ? try keeper.finishedAnswers(.stopped) : nil
    discardRecord(keeping: finished)
    guard let finished, try !write(finished) else { return }
    try keepFile()
    throw ExitStatus.stopped
  }

  private func discardRecord(keeping urgent: AnswerKeeper.FinishedAnswers? = nil) {
    do {
      try keeping.visit?.discard(keeping: urgent.map { (keeper.response, $0.document.root) })
    } catch {
      ErrorReport.write("the answers could not be deleted from the store: \(error)")
    }
  }

  // MARK: - Not finished

  private func keepUnfinished(_ end: VisitEnd) throws {
    try keepDraft(end)
    throw ExitStatus.stopped
  }

  private func keepDraft(_ end: VisitEnd) throws {
    switch keeping {
    case .file: try keepFile()
    case .record(let visit, let command): keepRecord(of: visit, end, resumedBy: command)
    }
  }

  /// Lets the record go, whose answers are saved already, and shows how to come back to it.
  private func keepRecord(of visit: Visit, _ end: VisitEnd, resumedBy command: String) {
    if unsavedAnswerCount > 0 {
      let reason = visit.failure.map { "\($0)" } ?? ""
      ErrorReport.write("the last answers given (\(unsavedAnswerCount)) are not saved. \(reason)")
    }
    do {
      if end == .left {
        try visit.leave(keeper.response)
      } else {
        try visit.stop(keeper.response)
      }
    } catch {
      // Every answer that was acknowledged is in it, and the code opens it as it is.
      visit.letGo()
    }
    guard let code = visit.code else { return }
    say("To come back to your answers, you need this code: \(code)\nTo go on: \(command)")
  }

  private func keepFile() throws {
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
