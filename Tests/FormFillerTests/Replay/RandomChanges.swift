import FHIR
import FormGenerator
import SeededRandomness
import Testing

@testable import FormFiller

/// Changes of every kind, at random, with the response that they make.
///
/// Some do not fit and are not made: those are not among the changes.
struct RandomChanges {
  private(set) var response: Response
  private(set) var changes: [Change] = []
  private var random: SeededGenerator

  init(_ response: Response, seed: Int) {
    self.response = response
    random = SeededGenerator(seed: seed)
  }

  mutating func make() throws {
    guard let node = random.pick(response.nodes.indices.map { NodeID(index: $0) }) else { return }
    let item = response.form.items[response.nodes[node.index].item]
    var path = response.path(to: node)
    let action: Change.Action
    if item.isQuestion {
      action = answer(to: item)
    } else if item.isRepeatingGroup {
      let rows = response.rows(of: node)
      if let row = random.pick(rows), rows.count > 3 || random.happens(inHundred: 40) {
        action = .removeRow
        path = response.path(toRow: row, of: node)
      } else {
        action = .addRow
      }
    } else {
      action = .note(random.pick(from: HelpPageEvent.allCases))
    }
    let change = Change(
      action, at: path, by: random.pick(from: [.patient, .helper, .staff, .form]),
      time: try time(), reason: random.happens(inHundred: 10) ? "corrected" : nil)
    guard (try? response.apply(change)) != nil else { return }
    changes.append(change)
  }

  private mutating func time() throws -> PartialDateTime {
    let minute = 10 + random.number(0...49)
    return try #require(PartialDateTime("2026-03-01T09:\(minute):30+02:00"))
  }

  private mutating func answer(to item: FormItem) -> Change.Action {
    let options = item.options.map(\.value)
    let samples =
      options
      + SampleValue.samples(for: item.type.rawValue).compactMap { sample in
        AnswerValue.Kind(rawValue: sample.type).flatMap { kind in
          sample.node.flatMap { AnswerValue(kind, $0) }
        }
      }
    switch random.number(0...9) {
    case 0: return .clear
    case 1: return .decline(.askedUnknown)
    case 2: return .decline(.askedDeclined)
    default:
      guard !samples.isEmpty else { return .clear }
      let count = item.repeats ? random.number(1...3) : 1
      return .set((0..<count).map { _ in random.pick(from: samples) })
    }
  }
}

extension Response {
  /// All that a response is, but for what only saves it work.
  var picture: [String] {
    let nodes = nodes.map { node in
      "\(node.item) \(node.container) \(node.isMet) \(node.isEnabled) \(node.state) "
        + "\(node.isEdited) \(node.entries)"
    }
    let containers = containers.map { container in
      "\(container.id) \(container.owner ?? -1) \(container.firstNode) \(container.isRemoved) "
        + "\(container.value.map { String(reflecting: $0) } ?? "none")"
    }
    let rest = [
      "\(lastInstance)", "\(recordedPages.sorted { $0.key < $1.key })",
      "\(reopenedPages.sorted())", "\(expressionFailures.map { "\($0)" })",
    ]
    return nodes + containers + rest + urgentRecords.map { String(reflecting: $0) }
  }
}
