import FHIR
import FormFiller
import Glibc
import Referral
import Rules

/// Writes what an interview gave: the summary and the answers, or a draft to go on with.
struct AnswerKeeper {
  let response: Response
  let settings: Settings
  /// The rules whose findings stand in the summary.
  let rules: RuleBook
  /// Which private groups of questions the summary shows.
  let disclosure: Disclosure
  /// The draft that was gone on with.
  let draft: DraftFile?
  /// The folder of the destination, where a draft goes if it can.
  let folder: String?

  /// The answers were written and the summary could not be.
  struct SummaryFailure: Error {
    /// The file of the answers.
    let answers: String
    /// Why the summary could not be written.
    let cause: FileError
  }

  // MARK: - Finished

  /// What an interview gave, as it is kept wherever it is kept.
  struct FinishedAnswers {
    let status: QuestionnaireResponse.Status
    let authored: PartialDateTime
    let document: JSONDocument
  }

  /// The answers as a document that is written once and not changed.
  func finishedAnswers(
    _ status: QuestionnaireResponse.Status
  ) throws -> FinishedAnswers {
    let now = SystemClock.now()
    return FinishedAnswers(
      status: status, authored: now,
      document: try response.document(as: status, authored: now))
  }

  /// Writes the summary and, beside it, the answers.
  ///
  /// - Throws: `FileError` when neither is written, `SummaryFailure` when the answers are.
  func keep(
    _ finished: FinishedAnswers, at destination: Destination
  ) throws -> Destination.Files {
    let answers = JSONWriter().bytes(of: finished.document.root)
    let summary = ReferralSummary(
      of: response, status: finished.status,
      context: SummaryContext(
        answered: finished.authored, settings: settings, disclosure: disclosure),
      rules: rules)
    let text = Array(destination.format.render(summary).utf8)
    while true {
      let files = destination.freeFiles()
      switch write(answers: answers, summary: text, to: files) {
      case .success: return files
      case .failure(.nothingWritten(let cause)):
        guard cause.isNameInUse, destination.choosesNames else { throw cause }
      case .failure(.onlyAnswersWritten(let cause)):
        guard cause.isNameInUse, destination.choosesNames else {
          throw SummaryFailure(answers: files.answers, cause: cause)
        }
        FileSystem.remove(files.answers)
      }
    }
  }

  private enum WritingFailure: Error {
    case nothingWritten(FileError)
    case onlyAnswersWritten(FileError)
  }

  private func write(
    answers: [UInt8], summary: [UInt8], to files: Destination.Files
  ) -> Result<Void, WritingFailure> {
    do {
      try FileSystem.writePrivately(answers, to: files.answers, existing: .isKept)
    } catch { return .failure(.nothingWritten(error)) }
    do {
      try FileSystem.writePrivately(summary, to: files.summary, existing: .isKept)
    } catch { return .failure(.onlyAnswersWritten(error)) }
    return .success(())
  }

  // MARK: - Not finished

  /// Writes the answers so far; gives the file.
  ///
  /// They go where the draft lay that was gone on with, else beside the summary, and where that
  /// cannot be, to the working folder or the folder for temporary files.
  func keepDraft() throws -> String {
    let document = try response.document(as: .inProgress, authored: SystemClock.now())
    let bytes = JSONWriter().bytes(of: document.root)
    var failure: (any Error)?
    if let draft {
      do {
        try FileSystem.writePrivately(bytes, to: draft.path, existing: .isReplaced)
        return draft.path
      } catch { failure = error }
    }
    let draftFolder = draft.map { FileSystem.folder(of: $0.path) }
    for folder in [draftFolder, folder, ".", Self.temporaryFolder].compactMap({ $0 }) {
      do {
        return try writeNewDraft(bytes, in: folder)
      } catch { failure = failure ?? error }
    }
    throw failure ?? FileError(attempt: .writing, path: Self.temporaryFolder, code: EIO)
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  private func writeNewDraft(_ bytes: [UInt8], in folder: String) throws(FileError) -> String {
    let start = "intake-draft-\(SystemClock.now().date)"
    var path = FileSystem.path("\(start).json", in: folder)
    var number = 1
    while true {
      do throws(FileError) {
        try FileSystem.writePrivately(bytes, to: path, existing: .isKept)
        return path
      } catch {
        guard error.isNameInUse else { throw error }
        number += 1
        path = FileSystem.path("\(start)-\(number).json", in: folder)
      }
    }
  }

  /// Removes the draft that was gone on with, because nothing is to be kept.
  func discardDraft() {
    if let draft { FileSystem.remove(draft.path) }
  }
}
