import FHIR

/// The words for what is gathered from the answers.
extension SummaryWording {
  static let interpreter = "Interpreter"
  static let allergies = "Allergies"
  static let measures = "Body"
  static let medicines = "Medicines"
  static let doseTotals = "Dose totals"
  static let pain = "Pain"
  static let diagnosis = "Diagnosis"
  static let goal = "Goal"
  static let scores = "Scores"
  static let escort = "Escort"
  static let noneReported = "none reported"
  static let notKnown = "not known"
  static let medicineList = "MEDICINES, AS REPORTED"
  static let bands = "By the source of the instrument"
  static let helpPages = "HELP PAGES THAT ANSWERS OPENED"
  static let forClinician = "FOR THE CLINICIAN"
  static let signature = [
    "[ ] accept      [ ] more information      [ ] decline", "",
    "Name _____________________________  Signature ________________________________", "",
    "Date _____________________________  Notes ____________________________________",
  ]
  static let treatmentHeadings = ["Treatment", "Benefit", "Outcome", "Details"]
  static let arithmetic = "ARITHMETIC"
  static let treatments = "TREATMENTS AND PROCEDURES TRIED"
  static let evidence = "WHAT IS KNOWN OF TREATMENT FOR WHAT WAS STATED"
  static let instruments = "INSTRUMENTS"
  static let byHelper = "answered through a helper: no bands"

  static func status<Part>(_ table: FactTable<Part>) -> String {
    switch table.status {
    case .reported: count(table.rows.count, in: "reported")
    case .noneReported: noneReported
    case .notKnown: notKnown
    case .withheld: "withheld"
    case .notInForm: "not asked"
    }
  }

  // MARK: - Rows

  /// A medicine's name and dose.
  static func nameAndDose(_ row: FactRow<MedicinePart>) -> String {
    let name = own(row, .name) ?? "(name not known)"
    return switch (own(row, .dose), row[.dose]?.state.wasAsked) {
    case (let dose?, _): "\(name) \(dose)"
    case (nil, true?): "\(name), dose not known"
    case (nil, _): name
    }
  }

  /// A medicine in a line.
  static func medicine(_ row: FactRow<MedicinePart>) -> String {
    var start = nameAndDose(row)
    if let strength = own(row, .strength) { start += " (strength \(strength))" }
    var parts = [start]
    parts += [own(row, .route), own(row, .frequencyText) ?? own(row, .frequency)].compactMap { $0 }
    if let usual = own(row, .usualADay) { parts.append("\(usual) times on a usual day") }
    if let most = own(row, .mostADay) { parts.append("\(most) times a day at most") }
    if let last = own(row, .lastTaken) { parts.append("last taken: \(last)") }
    if let reason = own(row, .reason) { parts.append("reason: \(reason)") }
    if let purpose = own(row, .purpose) { parts.append("for \(purpose)") }
    return parts.joined(separator: ", ")
  }

  /// An allergy in a line.
  static func allergy(_ row: FactRow<AllergyPart>) -> String {
    let reactions = [own(row, .reaction), own(row, .reactionText)].compactMap { $0 }
    let reaction =
      reactions.isEmpty ? "what happened is not known" : reactions.joined(separator: ", ")
    return "\(own(row, .substance) ?? "(to what is not known)"): \(reaction)"
  }

  /// What a treatment is called: its kind and name, else the words for its group.
  static func treatment(_ row: FactRow<TreatmentPart>) -> String {
    let names = [own(row, .kind), own(row, .name)].compactMap { $0 }
    return names.isEmpty ? row.label : names.joined(separator: ", ")
  }

  /// The answers to a part, or why there are none.
  static func cell<Part>(_ row: FactRow<Part>, _ part: Part) -> String {
    guard let entry = row[part], entry.state.wasAsked else { return "" }
    return own(row, part) ?? "(\(state(entry.state)))"
  }

  /// The answers to a part as they are quoted: own words in quotation marks.
  static func own<Part>(_ row: FactRow<Part>, _ part: Part) -> String? {
    guard let entry = row[part], !entry.answers.isEmpty else { return nil }
    return entry.answers.map { entry.quoted($0) }.joined(separator: ", ")
  }

  // MARK: - Dose totals

  static func totals(of doseTotals: Medicines.DoseTotals) -> String {
    guard doseTotals.usual != nil || doseTotals.most != nil else {
      return "not computed"
    }
    func figure(_ value: ExactDecimal?) -> String {
      guard let value else { return "not computed" }
      return (doseTotals.isIncomplete ? "at least " : "") + value.normalized.description
    }
    return "\(figure(doseTotals.usual)) on a usual day, \(figure(doseTotals.most)) a day at most"
  }

  // MARK: - The body

  /// What was measured, in a line.
  static func measurements(_ measurements: Measurements) -> String? {
    func words(_ name: String, _ entry: QuestionEntry?) -> String? {
      guard let entry else { return nil }
      guard let answer = entry.answers.first else { return "\(name) \(state(entry.state))" }
      return answer.text
    }
    var parts = [
      words("weight", measurements.weight), words("height", measurements.height),
      measurements.bodyMassIndex?.answers.first.map { "BMI \($0.value.plainText)" },
    ]
    .compactMap { $0 }
    if let systolic = measurements.systolicPressure {
      parts.append(pressure(systolic, measurements))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func pressure(_ systolic: QuestionEntry, _ measurements: Measurements) -> String {
    guard let upper = systolic.answers.first else {
      return "blood pressure \(state(systolic.state))"
    }
    let lower = measurements.diastolicPressure?.answers.first?.value.plainText ?? "?"
    let date = measurements.pressureDate?.answers.first.map { "on \($0.text)" }
    return "blood pressure \(upper.value.plainText)/\(lower) \(date ?? "(date not known)")"
  }

  // MARK: - Scores

  /// A score with the names of its bands; whom they are for is said where the age is not known.
  static func score(_ score: Score, age: ClosedRange<Int>?) -> String {
    let bands =
      score.bands.map { band in
        [band.label, age == nil ? ages(band) : nil].compactMap { $0 }.joined(separator: " ")
      }
      + othersBands(of: score).compactMap { band in people(band).map { "\($0): \(band.label)" } }
    let suffix = bands.isEmpty ? "" : " (\(bands.joined(separator: "; ")))"
    return "\(score.name) \(outcome(score))\(suffix)"
  }

  static func outcome(_ score: Score) -> String {
    switch score.outcome {
    case .value(let value):
      let number = value.description
      return score.greatest.map { "\(number) of \($0.normalized)" } ?? number
    case .incomplete(let missing, let count, _):
      return "not computed (\(missing) of \(count) missing)"
    case .unanswered(let state): return "(\(Self.state(state)))"
    case .failed: return "could not be worked out"
    case .noValue: return "has no value"
    case .notAsked: return "not asked"
    case .withheld: return "withheld"
    }
  }

  /// The answered items of a score that has no value, in words that are no score.
  static func partialSum(_ score: Score) -> String? {
    guard case .incomplete(let missing, let count, let sum) = score.outcome else { return nil }
    return partialSum(missing: missing, of: count, sum: sum)
  }

  static func partialSum(missing: Int, of count: Int, sum: ExactDecimal?) -> String? {
    guard let sum, count > missing else { return nil }
    let answered = count - missing
    let items = answered == 1 ? "1 answered item adds" : "\(answered) answered items add"
    return "\(items) to \(sum.normalized)"
  }

  /// The bands that a value would lie in for a gender, where that is not known and they say more than
  /// the bands for all.
  static func othersBands(of score: Score) -> [ScoreBand] {
    guard case .value(let value) = score.outcome, !score.bands.isEmpty,
      score.bands.allSatisfy({ $0.gender == nil })
    else { return [] }
    let known = score.bands.map(\.label)
    return score.scale.filter {
      $0.gender != nil && $0.contains(value) && !known.contains($0.label)
    }
  }

  /// Bands with the values that lie in them: those for all, then those for a gender with whom they are
  /// for.
  ///
  /// - Parameter age: The age in years of the person; nil where it is not known, and then ages that
  ///   bands are for are said.
  static func bands(_ bands: [ScoreBand], age: ClosedRange<Int>?) -> String {
    var groups: [(people: String?, bands: [String])] = []
    for band in bands {
      let words = [
        range(band).map { "\(band.label) \($0)" } ?? band.label, age == nil ? ages(band) : nil,
      ].compactMap { $0 }.joined(separator: ", ")
      if let place = groups.firstIndex(where: { $0.people == people(band) }) {
        groups[place].bands.append(words)
      } else {
        groups.append((people(band), [words]))
      }
    }
    return groups.map { group in
      (group.people.map { "\($0): " } ?? "") + group.bands.joined(separator: "; ")
    }.joined(separator: ". ")
  }

  private static func people(_ band: ScoreBand) -> String? {
    switch band.gender {
    case nil: nil
    case .female?: "for women"
    case .male?: "for men"
    case .other?, .unknown?: "for others"
    }
  }

  static func range(_ band: ScoreBand) -> String? {
    switch (band.low?.normalized, band.high?.normalized) {
    case (let low?, let high?): low == high ? "\(low)" : "\(low)-\(high)"
    case (let low?, nil): "\(low) or more"
    case (nil, let high?): "\(high) or less"
    case (nil, nil): nil
    }
  }

  private static func ages(_ band: ScoreBand) -> String? {
    switch (band.lowestAge?.plainText, band.highestAge?.plainText) {
    case (let low?, let high?): "for \(low) to \(high)"
    case (let low?, nil): "from \(low)"
    case (nil, let high?): "up to \(high)"
    case (nil, nil): nil
    }
  }

  static func wording(_ instrument: Instrument) -> String {
    let wording = instrument.wording
    let document = wording.document.map { ": \($0)" } ?? ""
    guard let day = wording.compared else { return "wording unverified\(document)" }
    return "wording compared on \(day)\(document)"
  }

  static func unverified(_ instruments: [Instrument]) -> String? {
    let names = instruments.filter { $0.wording.compared == nil }.map(\.name)
    return names.isEmpty ? nil : "wording unverified: \(names.joined(separator: ", "))"
  }
}
