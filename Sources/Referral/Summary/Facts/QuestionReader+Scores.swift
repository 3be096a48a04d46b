import FHIR
import FormFiller

extension QuestionReader {
  /// The scores of the form, in its order.
  ///
  /// - Parameters:
  ///   - age: The person's age in whole years.
  ///   - isAnsweredByHelper: Whether a helper gave the answers, for which no band holds.
  func scores(age: ClosedRange<Int>?, isAnsweredByHelper: Bool) -> [Score] {
    response.form.items.filter { response.form.isScore($0) }.flatMap { item in
      let nodes = response.nodes(linkId: item.linkId)
      let asked = nodes.filter { response.isEnabled($0) }
      let outcomes =
        isWithheld(item) ? [.withheld] : asked.isEmpty ? [.notAsked] : asked.map { outcome(of: $0) }
      return outcomes.map { outcome in
        score(item, outcome, age: age, isAnsweredByHelper: isAnsweredByHelper)
      }
    }
  }

  private func score(
    _ item: FormItem, _ outcome: Score.Outcome, age: ClosedRange<Int>?, isAnsweredByHelper: Bool
  ) -> Score {
    let form = response.form
    let definition = form.scoreDefinition(of: item)
    var bands: [ScoreBand] = []
    if case .value(let value) = outcome {
      bands = self.bands(of: item, for: value, age: age)
    }
    // One that holds for nobody of this age is not part of the scale.
    let scale = definition?.bands.filter { band in
      age.map { band.allows(age: $0.lowerBound) || band.allows(age: $0.upperBound) } ?? true
    }
    let instrument = form.pathToItem(at: item.index).last {
      form.items[$0].source.wordingSource != nil
    }
    var notes = [item.source.scoreNote].compactMap { $0 }
    for condition in bands.compactMap(\.condition) where !notes.contains(condition) {
      notes.append(condition)
    }
    return Score(
      linkId: item.linkId, name: definition?.name ?? item.shortText, outcome: outcome,
      least: definition?.least, greatest: definition?.greatest, scale: scale ?? [],
      meaning: isAnsweredByHelper ? .answeredByHelper : .bands(bands), notes: notes,
      instrument: instrument.map { form.items[$0].linkId })
  }

  /// The bands of a value; where the age is a range that they differ in, those for any age.
  private func bands(
    of item: FormItem, for value: ExactDecimal, age: ClosedRange<Int>?
  ) -> [ScoreBand] {
    let form = response.form
    guard let age else { return form.bands(of: item, for: value) }
    let bands = form.bands(of: item, for: value, age: age.lowerBound)
    return bands == form.bands(of: item, for: value, age: age.upperBound)
      ? bands : form.bands(of: item, for: value)
  }

  // MARK: - Where a score stands

  private func outcome(of node: NodeID) -> Score.Outcome {
    let value = response.answers(of: node).first?.value.number
    guard let calculation = response.calculation(of: node) else {
      return value.map { .value($0) } ?? .unanswered(state(of: node))
    }
    if case .unknown = calculation { return .failed }
    let parts = response.calculationParts(of: node)
    let missing = parts.filter { state(of: $0) != .answered }.count
    if missing > 0 {
      return .incomplete(missing: missing, of: parts.count, sum: sum(of: parts))
    }
    return value.map { .value($0) } ?? .noValue
  }

  /// What the answers that there are add to; nil where one of them has no number.
  private func sum(of parts: [NodeID]) -> ExactDecimal? {
    var sum = ExactDecimal(0)
    for part in parts {
      let item = response.item(of: part)
      for answer in response.answers(of: part) {
        let weight = item.options.first { $0.value.means(answer.value) }?.weight
        guard let number = weight ?? answer.value.number, let next = sum.adding(number)
        else { return nil }
        sum = next
      }
    }
    return sum
  }

  // MARK: - Instruments

  /// The instruments that were asked, in the order of the form.
  var instruments: [Instrument] {
    response.form.items.compactMap { item in
      guard let wording = item.source.wordingSource,
        response.nodes(linkId: item.linkId).contains(where: { response.isEnabled($0) })
      else { return nil }
      return Instrument(linkId: item.linkId, name: item.shortText, wording: wording)
    }
  }
}
