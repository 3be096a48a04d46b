import FHIR
import SeededRandomness

/// A small form made at random: groups and questions that repeat, items under answers, conditions
/// with every operator on every type, initial values, options that exclude others.
///
/// Its conditions never come in a loop; otherwise anything may happen in it.
public struct RandomForm: Sendable {
  /// The questionnaire.
  public let questionnaire: JSONDocument

  /// Makes the form of a seed.
  public init(seed: Int) {
    var planner = FormPlanner(random: SeededGenerator(seed: seed))
    let items = planner.plan()
    questionnaire = JSONBuilder.object { root in
      root.add("resourceType", "Questionnaire")
      root.add("url", "urn:form:\(seed)")
      root.add("status", "active")
      root.addArray("item") { array in
        for item in items { item.write(to: &array) }
      }
    }
  }
}

/// An item that is planned.
final class PlannedItem {
  let linkId: String
  let type: String
  var repeats = false
  var isRequired = false
  var options: [(value: SampleValue, isExclusive: Bool, isSelected: Bool)] = []
  var initial: [SampleValue] = []
  var conditions: [(question: PlannedItem, comparison: String, value: SampleValue)] = []
  var behavior: String?
  var children: [PlannedItem] = []
  weak var parent: PlannedItem?

  init(linkId: String, type: String) {
    self.linkId = linkId
    self.type = type
  }

  var isQuestion: Bool { type != "group" && type != "display" }

  /// The item and all within.
  var family: [PlannedItem] { [self] + children.flatMap(\.family) }

  /// Whether this item has to be settled before the other can be.
  func isAwaited(by other: PlannedItem) -> Bool {
    if other === self { return true }
    if let parent = other.parent, isAwaited(by: parent) { return true }
    return other.conditions.contains { isAwaited(by: $0.question) }
  }

  func write(to array: inout JSONBuilder) {
    array.addObject { item in
      item.add("linkId", linkId)
      item.add("text", "Item \(linkId)")
      item.add("type", type)
      writeConditions(to: &item)
      if isRequired { item.add("required", true) }
      if repeats { item.add("repeats", true) }
      writeOptions(to: &item)
      if !initial.isEmpty {
        item.addArray("initial") { values in
          for value in initial { values.addObject { $0.add(value, under: "value") } }
        }
      }
      if !children.isEmpty {
        item.addArray("item") { array in
          for child in children { child.write(to: &array) }
        }
      }
    }
  }

  private func writeConditions(to item: inout JSONBuilder) {
    guard !conditions.isEmpty else { return }
    item.addArray("enableWhen") { array in
      for condition in conditions {
        array.addObject { element in
          element.add("question", condition.question.linkId)
          element.add("operator", condition.comparison)
          element.add(condition.value, under: "answer")
        }
      }
    }
    if let behavior { item.add("enableBehavior", behavior) }
  }

  private func writeOptions(to item: inout JSONBuilder) {
    guard !options.isEmpty else { return }
    item.addArray("answerOption") { array in
      for option in options {
        array.addObject { element in
          if option.isExclusive {
            element.addArray("extension") { extensions in
              extensions.addObject { exclusive in
                exclusive.add("url", ExtensionURL.optionExclusive.rawValue)
                exclusive.add("valueBoolean", true)
              }
            }
          }
          element.add(option.value, under: "value")
          if option.isSelected { element.add("initialSelected", true) }
        }
      }
    }
  }
}

extension JSONBuilder {
  /// Adds a value as `value[x]` under this stem.
  mutating func add(_ value: SampleValue, under stem: String) {
    if let node = value.node { add(stem + value.type, copyOf: node) }
  }
}
