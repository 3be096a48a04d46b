import FHIR
import FormGenerator
import SeededRandomness
import Testing

@testable import FormFiller

/// A response and its counterpart in the second evaluator, changed together at random.
struct RandomWalk {
  let form: Form
  let initialResponse: Response
  var response: Response
  var reference: ReferenceResponse
  var random: SeededGenerator
  var changes: [Change] = []
  var outcome: ChangeOutcome?
  /// What was enabled before the last change, in the order of the form.
  var formerlyEnabled: [NodeID] = []
  /// The last question that was changed and what it was before, so that it can be put back.
  private var last: (way: ReferenceResponse.Way, place: ReferenceResponse.Place)?

  static let time = PartialDateTime("2026-03-01T09:00:00Z")

  init(seed: Int) throws {
    let document = RandomForm(seed: seed).questionnaire
    form = Form(try #require(Questionnaire(document.root))) { _ in [] }
    response = Response(to: form)
    initialResponse = response
    reference = ReferenceResponse(to: document.root)
    random = SeededGenerator(seed: seed &+ 1_000_000)
  }

  // MARK: - Changing

  mutating func change() throws {
    outcome = nil
    formerlyEnabled = places().map(\.node).filter { response.isEnabled($0) }
    let able = places().filter { reference[$0.way].item.type != "display" }
    guard !able.isEmpty else { return }
    if let last, random.happens(inHundred: 15), able.contains(where: { $0.way == last.way }) {
      try putBack(last.place, at: last.way)
      self.last = nil
      return
    }
    let (way, node) = random.pick(from: able)
    let place = reference[way]
    if place.item.type == "group" {
      guard place.item.repeats else { return }
      try changeRows(of: place, at: way, node)
    } else {
      last = (way, place)
      try changeAnswer(to: place, at: way, node)
    }
  }

  private mutating func changeRows(
    of group: ReferenceResponse.Place, at way: ReferenceResponse.Way, _ node: NodeID
  ) throws {
    last = nil
    if group.holders.count < 4, random.happens(inHundred: 60) {
      reference.addRow(at: way)
      try apply(.addRow, at: response.path(to: node))
    } else {
      let row = random.number(0...group.holders.count - 1)
      reference.removeRow(row, at: way)
      try apply(.removeRow, at: response.path(toRow: response.rows(of: node)[row], of: node))
    }
  }

  private mutating func changeAnswer(
    to question: ReferenceResponse.Place, at way: ReferenceResponse.Way, _ node: NodeID
  ) throws {
    let path = response.path(to: node)
    switch random.number(0...9) {
    case 0:
      reference.takeBack(leaving: .skipped, at: way)
      try apply(.clear, at: path)
    case 1:
      reference.takeBack(leaving: .unknown, at: way)
      try apply(.decline(.askedUnknown), at: path)
    case 2:
      reference.takeBack(leaving: .declined, at: way)
      try apply(.decline(.askedDeclined), at: path)
    default:
      let samples = samples(for: response.item(of: node))
      let count = question.item.repeats ? random.number(1...3) : 1
      let values = (0..<count).map { _ in random.pick(from: samples) }
      reference.set(values, at: way)
      try apply(.set(try values.map { try #require($0.answer) }), at: path)
    }
  }

  private mutating func putBack(
    _ place: ReferenceResponse.Place, at way: ReferenceResponse.Way
  ) throws {
    let node = try #require(places().first { $0.way == way }).node
    let values = place.holders.compactMap(\.value)
    if place.standing == .answered {
      reference.set(values, at: way)
      try apply(.set(try values.map { try #require($0.answer) }), at: response.path(to: node))
    } else {
      reference.takeBack(leaving: .skipped, at: way)
      try apply(.clear, at: response.path(to: node))
    }
  }

  private mutating func apply(_ action: Change.Action, at path: ItemPath) throws {
    let change = Change(action, at: path, by: .patient, time: try #require(Self.time))
    changes.append(change)
    outcome = try response.apply(change)
  }

  private func samples(for item: FormItem) -> [ReferenceValue] {
    let options = (item.source.node["answerOption"]?.elements ?? [])
      .compactMap { ReferenceValue(in: $0, under: "value") }
    if item.type == .choice, !options.isEmpty { return options }
    return options
      + SampleValue.samples(for: item.type.rawValue).compactMap { sample in
        sample.node.map { ReferenceValue(type: sample.type, node: $0) }
      }
  }

  // MARK: - Both trees side by side

  /// The places of the second evaluator with the nodes of the response, in the order of the form.
  func places() -> [(way: ReferenceResponse.Way, node: NodeID)] {
    Self.places(of: response, reference)
  }

  static func places(
    of response: Response, _ reference: ReferenceResponse
  ) -> [(way: ReferenceResponse.Way, node: NodeID)] {
    var found: [(ReferenceResponse.Way, NodeID)] = []
    func visit(
      _ nodes: [NodeID], _ places: [ReferenceResponse.Place], _ way: ReferenceResponse.Way
    ) {
      if nodes.count != places.count { Issue.record("\(nodes.count) nodes") }
      for (index, (node, place)) in zip(nodes, places).enumerated() {
        found.append((way + [index], node))
        let isGroup = place.item.type == "group"
        let entries = isGroup ? response.rows(of: node) : response.answers(of: node).map(\.id)
        let holders = place.holders.enumerated().filter { isGroup || $0.element.value != nil }
        if entries.count != holders.count { Issue.record("\(entries.count) entries") }
        for (entry, (row, holder)) in zip(entries, holders) {
          visit(response.nodes(in: entry, of: node), holder.places, way + [index, row])
        }
      }
    }
    visit(response.topNodes, reference.top, [])
    return found
  }
}

extension ReferenceValue {
  /// The value as the form filler takes it.
  var answer: AnswerValue? {
    AnswerValue.Kind(rawValue: type).flatMap { AnswerValue($0, node) }
  }
}
