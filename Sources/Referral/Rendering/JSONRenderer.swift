import FHIR
import FormFiller

/// Writes a summary as JSON, as `referral-summary.schema.json` describes it.
///
/// Nothing of the summary is lost. Characters that could act on a terminal or turn the direction of
/// writing stand as escapes.
public struct JSONRenderer: Sendable {
  /// The name of the format, by which a program knows a summary.
  public static let format = "intake-referral-summary"
  /// The version of the format; a change that a reader has to know of raises it.
  public static let version = 2

  /// Makes a renderer.
  public init() {}

  /// Writes a summary; ends with a line break.
  public func render(_ summary: ReferralSummary) -> String {
    JSONWriter().text(of: document(summary).root).escapingInvisible
  }

  /// The summary as a JSON document.
  public func document(_ summary: ReferralSummary) -> JSONDocument {
    JSONBuilder.object { root in
      root.add("format", Self.format)
      root.add("version", Self.version)
      root.add("statement", SummaryWording.notVerified)
      root.addContext(of: summary)
      root.addStatement("consent", summary.consent)
      root.addPatient(summary.patient)
      root.addRespondent(summary.respondent)
      root.addCounts(summary.counts)
      root.addArray("urgent") { records in
        for record in summary.urgent { records.addUrgent(record) }
      }
      root.addFindings(summary.findings)
      root.addScores(summary.scores)
      root.addInstruments(summary.instruments)
      root.addTable("allergies", summary.allergies)
      root.addMeasurements(summary.measurements)
      root.addMedicines(summary.medicines)
      root.addDiagnosis(summary.diagnosis)
      root.addBodyRegions(summary.bodyRegions)
      root.addStatement("goal", summary.goal)
      root.addStatement("escort", summary.escort)
      root.addTable("treatments", summary.treatments)
      root.addMentions("answeredNo", summary.answeredNo)
      root.addMentions("doesNotKnow", summary.questions(in: .doesNotKnow))
      root.addMentions("prefersNotToSay", summary.questions(in: .prefersNotToSay))
      root.addMentions("skipped", summary.questions(in: .skipped))
      root.addMentions("unreadable", summary.questions(in: .unreadable))
      root.addMentions("noAnswer", summary.questions(in: .noAnswer))
      root.addMentions("notReached", summary.questions(in: .notReached))
      root.addMentions("waitsForStaff", summary.waitsForStaff)
      root.addMentions("withheld", summary.withheld)
      root.addReadingProblems(summary.readingProblems)
      root.addArray("sections") { sections in
        for section in summary.sections { sections.addSection(section) }
      }
    }
  }
}

extension String {
  /// JSON text with what is not seen, or acts on what shows it, as escapes.
  ///
  /// In JSON such characters stand only within strings.
  fileprivate var escapingInvisible: String {
    var escaped = UnicodeScalarView()
    for scalar in unicodeScalars {
      guard scalar.value >= 0x7F, scalar.isInvisible else {
        escaped.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
        escaped.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
    }
    return String(escaped)
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
