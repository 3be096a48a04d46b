import FHIR
import FormFiller
import Referral

/// Writes what an interview gave: the summary and the answers, or a draft to go on with.
struct AnswerKeeper {
  let response: Response
  let settings: Settings
  /// The draft that was gone on with.
  let draft: String?
  let destination: Destination?
  let format: SummaryFormat

  /// Writes the summary and, beside it, the answers; gives the files.
  func keepFinished(
    _ status: QuestionnaireResponse.Status, at destination: Destination
  ) throws -> [String] {
    let now = SystemClock.now()
    let document = try response.document(as: status, authored: now)
    let summary = ReferralSummary(
      of: response, status: status, context: SummaryContext(answered: now, settings: settings))
    try FileSystem.writePrivately(
      JSONWriter().bytes(of: document.root), to: destination.answers, existing: .isKept)
    try FileSystem.writePrivately(
      Array(destination.format.render(summary).utf8), to: destination.summary, existing: .isKept)
    return [destination.summary, destination.answers]
  }

  /// Writes the answers so far; gives the file.
  func keepDraft(_ status: QuestionnaireResponse.Status = .inProgress) throws -> String {
    let document = try response.document(as: status, authored: SystemClock.now())
    let bytes = JSONWriter().bytes(of: document.root)
    if let draft, draft != "-" {
      try FileSystem.writePrivately(bytes, to: draft, existing: .isReplaced)
      return draft
    }
    let path = freeDraftPath
    try FileSystem.writePrivately(bytes, to: path, existing: .isKept)
    return path
  }

  /// A file beside the summary, or in the working folder, that does not exist yet.
  private var freeDraftPath: String {
    let folder = destination.map { FileSystem.folder(of: $0.answers) } ?? "."
    let start = "intake-draft-\(SystemClock.now().date)"
    var path = FileSystem.path("\(start).json", in: folder)
    var number = 1
    while FileSystem.kind(of: path) != .nothing {
      number += 1
      path = FileSystem.path("\(start)-\(number).json", in: folder)
    }
    return path
  }
}
