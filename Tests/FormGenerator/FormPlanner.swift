import SeededRandomness

/// Plans random items.
struct FormPlanner {
  var random: SeededGenerator
  private var lastNumber = 0

  init(random: SeededGenerator) { self.random = random }

  private static let questionTypes = [
    "boolean", "integer", "decimal", "date", "dateTime", "time", "string", "text", "url", "choice",
    "choice", "open-choice", "quantity", "reference", "attachment",
  ]

  private static let comparisons = ["exists", "=", "!=", ">", "<", ">=", "<="]

  mutating func plan() -> [PlannedItem] {
    let items = (0..<random.number(2...5)).map { _ in planItem(depth: 0) }
    let all = items.flatMap(\.family)
    for item in all where random.happens(inHundred: 55) {
      addConditions(to: item, on: all.filter(\.isQuestion))
    }
    return items
  }

  private mutating func planItem(depth: Int) -> PlannedItem {
    lastNumber += 1
    let isGroup = depth < 4 && random.happens(inHundred: 30)
    let type =
      isGroup
      ? "group" : random.happens(inHundred: 5) ? "display" : random.pick(from: Self.questionTypes)
    let item = PlannedItem(linkId: "q\(lastNumber)", type: type)
    guard type != "display" else { return item }
    item.repeats = random.happens(inHundred: 35)
    item.isRequired = random.happens(inHundred: 10)
    if !isGroup { addOptions(to: item) }
    if !isGroup, random.happens(inHundred: 20) {
      let samples = samples(for: item)
      item.initial = (0..<(item.repeats ? random.number(1...2) : 1)).map { _ in
        random.pick(from: samples)
      }
    }
    let childCount =
      isGroup
      ? random.number(1...3)
      : depth < 4 && random.happens(inHundred: 35) ? random.number(1...2) : 0
    for _ in 0..<childCount {
      let child = planItem(depth: depth + 1)
      child.parent = item
      item.children.append(child)
    }
    return item
  }

  private mutating func addOptions(to item: PlannedItem) {
    guard item.type == "choice" || item.type == "open-choice" else { return }
    let itemType =
      item.type == "choice" && random.happens(inHundred: 25)
      ? random.pick(from: ["integer", "string", "date"]) : "choice"
    // A code without system would be the same option as one with.
    let samples = SampleValue.samples(for: itemType).filter { $0.json != #"{"code":"a"}"# }
    for value in samples where random.happens(inHundred: 70) {
      item.options.append(
        (
          value, isExclusive: random.happens(inHundred: 20),
          isSelected: random.happens(inHundred: 8)
        ))
    }
  }

  /// Values that an answer to the item can have.
  private func samples(for item: PlannedItem) -> [SampleValue] {
    let options = item.options.map(\.value)
    if item.type == "choice", !options.isEmpty { return options }
    return SampleValue.samples(for: item.type) + options
  }

  private mutating func addConditions(to item: PlannedItem, on questions: [PlannedItem]) {
    for _ in 0..<random.number(1...3) {
      let able = questions.filter { !item.isAwaited(by: $0) }
      guard !able.isEmpty else { return }
      let question = random.pick(from: able)
      let comparison = random.pick(from: Self.comparisons)
      item.conditions.append((question, comparison, value(comparison, to: question)))
    }
    if item.conditions.count > 1 || random.happens(inHundred: 20) {
      item.behavior = random.pick(from: ["all", "any", nil])
    }
  }

  private mutating func value(_ comparison: String, to question: PlannedItem) -> SampleValue {
    if comparison == "exists" {
      return SampleValue("Boolean", random.happens(inHundred: 70) ? "true" : "false")
    }
    let value = random.pick(from: samples(for: question))
    // An enableWhen has no answerUri.
    return value.type == "Uri" ? SampleValue("String", value.json) : value
  }
}
