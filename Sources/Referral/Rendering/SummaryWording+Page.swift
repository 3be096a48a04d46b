import FHIR
import FormFiller
import Rules

/// The words of the page, and those of the heading and of facts that the plain text shares with it.
extension SummaryWording {
  static let pageTitle = "Referral summary"
  static let noneUrgent = "None raised; no answer opened a help page."
  static let noHelpPage = "No answer opened a help page."
  static let atAGlance = "AT A GLANCE"
  static let bodyMap = "Where it hurts, as named"
  static let worstPain = "worst pain"
  static let basisHeading = "Basis, logic and limits"
  static let medicineHeadings = ["Medicine", "Each time", "How taken", "How often", "Last", "For"]

  /// The lines that are the clinician's to fill in.
  static let signatureLines: [(boxes: [String], line: String)] = [
    (["accept", "more information", "decline"], ""), ([], "Notes"), ([], "Name"),
    ([], "Signature and date"),
  ]

  static func view(_ view: BodyShape.View) -> String {
    switch view {
    case .front: "Front"
    case .back: "Back"
    }
  }

  // MARK: - Heading

  /// A fact of the heading with its name.
  typealias HeadingFact = (name: String, text: String)

  /// Who the summary is about and where it comes from.
  static func heading(of summary: ReferralSummary) -> [HeadingFact] {
    let clinic = summary.context.clinic.map { clinic in
      (
        name: Self.clinic,
        text: [clinic.name, clinic.phone].compactMap { $0 }.joined(separator: ", ")
      )
    }
    return [
      (name, words(for: summary.patient.name)), (birthDate, birth(of: summary)),
      (phone, words(for: summary.patient.phone)),
    ] + [clinic].compactMap { $0 } + origin(of: summary)
  }

  /// The heading in fewer lines: without the clinic, which knows its own name.
  static func shortHeading(of summary: ReferralSummary) -> [HeadingFact] {
    [
      (name, words(for: summary.patient.name)),
      (birthDate, "\(birth(of: summary)); phone \(words(for: summary.patient.phone))"),
    ] + origin(of: summary)
  }

  private static func birth(of summary: ReferralSummary) -> String {
    words(for: summary.patient.birthDate)
      + (summary.patient.age.map { " (\(age($0)))" } ?? "")
  }

  /// Where the answers come from, and what the summary shows of them.
  private static func origin(of summary: ReferralSummary) -> [HeadingFact] {
    var facts: [HeadingFact] = []
    func add(_ name: String, _ text: String?) { if let text { facts.append((name, text)) } }
    if let asked = summary.patient.interpreter, asked.meaning != .no {
      let language = summary.patient.language.map { ": \(words(for: $0))" } ?? ""
      add(interpreter, words(for: asked) + language)
    }
    add(consent, summary.consent.map { "\($0.label): \(words(for: $0))" })
    add(answeredBy, words(for: summary.respondent))
    add(mayDecide, summary.respondent.mayDecide.map { words(for: $0) })
    let context = summary.context
    add(dates, dates(answered: context.answered, made: context.made))
    add(form, form(summary.questionnaire))
    add(response, "\(status(summary.status)); \(counts(summary.counts))")
    add(disclosure, disclosure(context.disclosure))
    let findings = summary.findings.flatMap { $0.ruleCount > 0 ? $0 : nil }
    add(rules, findings.map { reviewed($0) } ?? noRules)
    return facts
  }

  // MARK: - Questions

  /// The answer to a question, or why there is none.
  static func words(for entry: QuestionEntry?) -> String {
    guard let entry else { return notStated }
    guard entry.state == .answered else { return "(\(state(entry.state)))" }
    return entry.answers.map(\.text).joined(separator: "; ")
  }

  /// A question in a few words with its answer, quoted.
  static func quoted(_ entry: QuestionEntry) -> String {
    "\(entry.label): \(answer(to: entry))"
  }

  /// The answer to a question, own words in quotation marks, or why there is none.
  static func answer(to entry: QuestionEntry) -> String {
    guard entry.state == .answered else { return words(for: entry) }
    return entry.answers.map { entry.quoted($0) }.joined(separator: "; ")
  }

  static func words(for respondent: Respondent) -> String {
    let helper = [respondent.helperName, respondent.helperRelation].compactMap { $0 }
    let stated =
      (respondent.who.map { [words(for: $0)] } ?? [])
      + helper.map { "\($0.label): \(words(for: $0))" }
    let names = respondent.authors.compactMap { author($0) }
    let parts = stated + (names.isEmpty ? [] : [authors(names)])
    return parts.isEmpty ? notStated : parts.joined(separator: "; ")
  }

  /// What keeps rules from being assessed, with why.
  static func missing(in findings: [Finding]) -> String {
    var inputs: [String] = []
    for input in findings.flatMap(\.missing) {
      let words = "\(input.label) (\(state(input.state)))"
      if !inputs.contains(words) { inputs.append(words) }
    }
    return "\(missing): \(inputs.joined(separator: "; "))"
  }

  // MARK: - Facts

  /// Where the worst pain is, and since when; nil where the form does not ask.
  static func pain(_ diagnosis: Diagnosis) -> String? {
    guard let site = diagnosis.mainSite else { return nil }
    var text = words(for: site)
    if let side = diagnosis.mainSide { text += ", \(words(for: side))" }
    if let since = diagnosis.since { text += "; since \(words(for: since))" }
    return text
  }

  /// The diagnosis as it was stated; nil where the form does not ask.
  static func diagnosis(_ diagnosis: Diagnosis) -> String? {
    let ownWords = diagnosis.ownWords.filter { $0.state == .answered }
    let stated =
      diagnosis.stated.map { words(for: $0) }
      + ownWords.flatMap { entry in entry.answers.map { entry.quoted($0) } }
    guard !stated.isEmpty else { return nil }
    return "as stated: \(stated.joined(separator: "; "))"
  }

  // MARK: - Medicines in columns

  static func dose(_ row: FactRow<MedicinePart>) -> String {
    let strength = own(row, .strength).map { " (strength \($0))" } ?? ""
    return (own(row, .dose) ?? "") + strength
  }

  static func frequency(_ row: FactRow<MedicinePart>) -> String {
    var parts = [own(row, .frequencyText) ?? own(row, .frequency)].compactMap { $0 }
    if let usual = own(row, .usualADay) { parts.append("\(usual) times on a usual day") }
    if let most = own(row, .mostADay) { parts.append("\(most) times a day at most") }
    return parts.joined(separator: ", ")
  }

  static func purpose(_ row: FactRow<MedicinePart>) -> String {
    [own(row, .reason), own(row, .purpose)].compactMap { $0 }.joined(separator: "; ")
  }
}
