import FHIR
import SeededRandomness

/// A response with a place for every item and answer that it may have; a random one, and one that
/// differs in the answers of some items only.
struct AnswerTree {
  final class Item {
    let linkId: String
    /// Of a question: its answers, of which those with a value are there.
    var answers: [Answer] = []
    /// Of a group: what is in it.
    var items: [Item] = []

    init(_ linkId: String) { self.linkId = linkId }
  }

  final class Answer {
    var value: String?
    var items: [Item] = []
  }

  /// The items at the top.
  var items: [Item] = []
  /// How many of a hundred answers are there: few show what depends on an item's being there.
  let density: Int

  /// Values of several types, so that calculations may fail; few of each, so that some are equal.
  static let values = [
    "\"valueInteger\":1", "\"valueInteger\":1", "\"valueInteger\":1", "\"valueInteger\":1",
    "\"valueInteger\":4", "\"valueDecimal\":1.0", "\"valueBoolean\":true",
    "\"valueString\":\"x\"", "\"valueCoding\":{\"code\":\"x\"}",
  ]

  /// `g` repeats and holds `a`, `b`, `q` and `h`; `h` holds `c`; `q` holds `d` and `a` in its answers.
  static func random(_ random: inout SeededGenerator) -> AnswerTree {
    var tree = AnswerTree(density: random.pick(from: [10, 30, 60]))
    for _ in 0..<2 {
      let group = Item("g")
      let inner = Item("h")
      inner.items = [tree.question("c", 1, &random)]
      group.items = [tree.question("a", 2, &random), tree.question("b", 1, &random)]
      group.items += [tree.parent(1, &random), inner]
      tree.items.append(group)
    }
    tree.items += [tree.parent(2, &random), tree.question("b", 1, &random)]
    return tree
  }

  /// A question with questions in its answers.
  private func parent(_ count: Int, _ random: inout SeededGenerator) -> Item {
    let parent = question("q", count, &random)
    for answer in parent.answers {
      answer.items = [question("d", 1, &random), question("a", 1, &random)]
    }
    return parent
  }

  private func question(
    _ linkId: String, _ count: Int, _ random: inout SeededGenerator
  ) -> Item {
    let item = Item(linkId)
    for _ in 0..<count {
      let answer = Answer()
      answer.value = value(&random)
      item.answers.append(answer)
    }
    return item
  }

  private func value(_ random: inout SeededGenerator) -> String? {
    random.happens(inHundred: density) ? random.pick(from: Self.values) : nil
  }

  // MARK: - Changes

  /// What stays as it is.
  struct Kept {
    var answers: Set<String> = []
    var everythingWithin: Set<String> = []
    /// The focus, with the first or with the second kind of keeping.
    var focusAnswers: Item?
    var focus: Item?
  }

  /// The same response with other answers to what need not be kept.
  func change(keeping kept: Kept, _ random: inout SeededGenerator) {
    for item in items { change(item, kept, &random) }
  }

  private func change(_ item: Item, _ kept: Kept, _ random: inout SeededGenerator) {
    if kept.everythingWithin.contains(item.linkId) || item === kept.focus { return }
    for inner in item.items { change(inner, kept, &random) }
    let keepsAnswers = kept.answers.contains(item.linkId) || item === kept.focusAnswers
    for answer in item.answers {
      for inner in answer.items { change(inner, kept, &random) }
      guard !keepsAnswers, random.happens(inHundred: 70) else { continue }
      // An answer that goes takes along what is kept within it.
      let mustStay = answer.items.contains { Self.holdsKept($0, kept) }
      answer.value =
        mustStay ? answer.value.map { _ in random.pick(from: Self.values) } : value(&random)
    }
  }

  private static func holdsKept(_ item: Item, _ kept: Kept) -> Bool {
    let isKept =
      kept.everythingWithin.contains(item.linkId) || kept.answers.contains(item.linkId)
      || item === kept.focus || item === kept.focusAnswers
    return isKept && item.json != nil
      || (item.items + item.answers.flatMap(\.items)).contains { holdsKept($0, kept) }
  }

  // MARK: - Writing

  var json: String {
    let items = self.items.compactMap(\.json)
    let list = items.isEmpty ? "" : ",\"item\":[\(items.joined(separator: ","))]"
    return "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"in-progress\"\(list)}"
  }
}

extension AnswerTree.Item {
  /// The item as it is written; nil when nothing in it is answered.
  var json: String? {
    let answers = self.answers.compactMap(\.json)
    let items = self.items.compactMap(\.json)
    guard !answers.isEmpty || !items.isEmpty else { return nil }
    let answerList = answers.isEmpty ? "" : ",\"answer\":[\(answers.joined(separator: ","))]"
    let itemList = items.isEmpty ? "" : ",\"item\":[\(items.joined(separator: ","))]"
    return "{\"linkId\":\"\(linkId)\"\(answerList)\(itemList)}"
  }
}

extension AnswerTree.Answer {
  fileprivate var json: String? {
    guard let value else { return nil }
    let items = self.items.compactMap(\.json)
    return "{\(value)\(items.isEmpty ? "" : ",\"item\":[\(items.joined(separator: ","))]")}"
  }
}
