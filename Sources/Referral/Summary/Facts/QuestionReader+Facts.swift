import FHIR
import FormFiller

extension QuestionReader {
  // MARK: - Rows

  /// The rows of all groups that have one of these roles.
  func table<Part: FactPart>(_ roles: SummaryRole...) -> FactTable<Part> {
    let all = response.form.items.filter { item in
      item.type == .group && roles.contains { item.has($0) }
    }
    let groups = all.filter { !isWithheld($0) }
    let rows: [FactRow<Part>] = groups.flatMap { self.rows(of: $0) }
    let status: FactTable<Part>.Status =
      if !rows.isEmpty { .reported } else if all.isEmpty { .notInForm } else if groups.isEmpty {
        .withheld
      } else { groups.allSatisfy(isSettled) ? .noneReported : .notKnown }
    return FactTable(rows: rows, status: status)
  }

  private func rows<Part: FactPart>(of group: FormItem) -> [FactRow<Part>] {
    response.nodes(linkId: group.linkId).filter { response.isEnabled($0) }.flatMap { node in
      response.rows(of: node).enumerated().compactMap { place, row in
        let parts: [Part: QuestionEntry] = parts(of: nodes(within: row, of: node))
        guard parts.values.contains(where: \.state.wasAsked) else { return nil }
        return FactRow(
          linkId: group.linkId, number: place + 1, label: group.shortText, parts: parts)
      }
    }
  }

  /// The questions among nodes by what they are for: of several, the first that is answered.
  private func parts<Part: FactPart>(of nodes: [NodeID]) -> [Part: QuestionEntry] {
    var parts: [Part: QuestionEntry] = [:]
    for part in Part.allCases {
      let entries = nodes.filter {
        let item = response.item(of: $0)
        return item.hasRole(part.rawValue) && !isWithheld(item)
      }
      .map { statement(of: $0) }
      parts[part] = entries.first { $0.state == .answered } ?? entries.first
    }
    return parts
  }

  /// Whether nothing about a group is left open.
  private func isSettled(_ group: FormItem) -> Bool {
    response.gaps(behind: group) { $0.has(.routing) || $0.has(.privateAnswers) }.isEmpty
  }

  // MARK: - Medicines

  /// The medicines, and what the form works out of them.
  var medicines: Medicines {
    let table: FactTable<MedicinePart> = table(.medicine)
    return Medicines(table: table, doseTotals: doseTotals(in: table), lists: lists(in: table))
  }

  private func lists(in table: FactTable<MedicinePart>) -> [Medicines.NamedList] {
    var lists: [Medicines.NamedList] = []
    for row in table.rows {
      guard let entry = row[.name], let item = response.form.item(linkId: entry.linkId),
        let medicine = row.text(.name)
      else { continue }
      let names = entry.answers.flatMap { item.properties(.listedAs, of: $0.value) }
      for name in Set(names).sorted() {
        let place = lists.firstIndex { $0.name == name }
        let medicines = (place.map { lists[$0].medicines } ?? []) + [medicine]
        let list = Medicines.NamedList(name: name, medicines: medicines)
        if let place { lists[place] = list } else { lists.append(list) }
      }
    }
    return lists
  }

  private func doseTotals(in table: FactTable<MedicinePart>) -> Medicines.DoseTotals? {
    let added = table.rows.filter { $0.text(.totalLine) != nil }
    guard !added.isEmpty else { return nil }
    let notes = nodes(.totalNote)
    return Medicines.DoseTotals(
      name: notes.first.map { response.item(of: $0).shortText } ?? SummaryWording.doseTotals,
      usual: total(.totalUsual), most: total(.totalMost),
      isIncomplete: added.contains { $0.text(.totalUsual) == nil || $0.text(.totalMost) == nil },
      lines: added.map {
        Medicines.Line(name: $0.text(.name) ?? $0.label, text: $0.text(.totalLine) ?? "")
      },
      notes: notes.flatMap { statement(of: $0).answers }.map(\.text))
  }

  /// A sum that the form works out outside of rows; nil where it has none.
  private func total(_ role: SummaryRole) -> ExactDecimal? {
    nodes(role).filter { response.row(of: $0) == nil }
      .compactMap { response.answers(of: $0).first?.value.number }.first
  }

  // MARK: - The body

  /// What was said of the body's measures.
  var measurements: Measurements {
    Measurements(
      weight: first(.weight), height: first(.height), bodyMassIndex: worked(out: .bodyMassIndex),
      systolicPressure: first(.systolicPressure), diastolicPressure: first(.diastolicPressure),
      pressureDate: first(.pressureDate))
  }

  /// The first question with a role that has an answer, which the form may have worked out.
  private func worked(out role: SummaryRole) -> QuestionEntry? {
    questions(role).first { $0.state == .answered }
  }

  /// The regions of the body that answers name, each once, that of the worst pain first.
  var bodyRegions: [BodyRegion] {
    let main = nodes(.mainSite)
    let side = first(.mainSide)?.answers.first.flatMap { answer -> BodyRegion.Side? in
      guard case .coding(let coding) = answer.value, let code = coding.code else { return nil }
      return BodyRegion.Side(code: code, name: answer.text)
    }
    let asked = response.form.items.filter { $0.isQuestion && !isWithheld($0) }
      .flatMap { response.nodes(linkId: $0.linkId) }.filter { response.isEnabled($0) }
    var known: Set<String> = []
    return (main + asked).flatMap { node in
      statement(of: node).answers.compactMap { answer -> BodyRegion? in
        guard case .coding(let coding) = answer.value, let code = coding.code,
          coding.system == SummaryCodeSystem.bodyRegion.rawValue, known.insert(code).inserted
        else { return nil }
        let isMain = main.contains(node)
        return BodyRegion(
          code: code, name: answer.text, side: isMain ? side : nil, isMain: isMain)
      }
    }
  }

  /// How the regions of the body are drawn: all that can be named as the worst.
  var bodyShapes: [BodyShape] {
    guard let item = nodes(.mainSite).first.map({ response.item(of: $0) }) else { return [] }
    return item.options.flatMap { option -> [BodyShape] in
      guard case .coding(let coding) = option.value, let code = coding.code else { return [] }
      return BodyShape.View.allCases.flatMap { view in
        BodyShape.Part.allCases.flatMap { part in
          item.properties(BodyShape.property(view, part), of: option.value)
            .filter(BodyShape.isPath)
            .map { BodyShape(region: code, view: view, part: part, path: $0) }
        }
      }
    }
  }

  // MARK: - The diagnosis

  /// The diagnosis as it was stated.
  var diagnosis: Diagnosis {
    let stated = questions(.diagnosis)
    return Diagnosis(
      stated: stated, ownWords: questions(.diagnosisText), since: first(.since),
      mainSite: first(.mainSite), mainSide: first(.mainSide),
      evidence: stated.flatMap { evidence(for: $0) })
  }

  private func evidence(for entry: QuestionEntry) -> [Diagnosis.Evidence] {
    guard let item = response.form.item(linkId: entry.linkId) else { return [] }
    return entry.answers.flatMap { answer in
      let sources = item.properties(.evidenceSource, of: answer.value)
      return item.properties(.evidence, of: answer.value).enumerated().map { place, text in
        Diagnosis.Evidence(
          about: answer.text, text: text,
          source: sources.indices.contains(place) ? sources[place] : sources.last)
      }
    }
  }
}
