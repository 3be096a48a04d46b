import FHIR
import FormFiller

/// Walks through a response and sorts what it finds into sections.
struct SummaryBuilder {
  let reader: QuestionReader
  var counts = QuestionCounts()
  var waitsForStaff: [Mention] = []

  private var topics: [SummarySection.Topic] = []
  private var titles: [SummarySection.Topic: String] = [:]
  private var itemsByTopic: [SummarySection.Topic: [SummaryItem]] = [:]

  init(_ reader: QuestionReader) { self.reader = reader }

  var response: Response { reader.response }

  /// The sections that hold anything.
  var sections: [SummarySection] {
    topics.compactMap { topic in
      guard let items = itemsByTopic[topic], !items.isEmpty else { return nil }
      return SummarySection(topic: topic, title: titles[topic] ?? "", items: items)
    }
  }

  mutating func build() {
    for node in response.topNodes {
      let item = response.item(of: node)
      let topic: SummarySection.Topic
      if let code = item.summarySection {
        topic = open(code, for: item)
      } else if item.type == .group {
        topic = open(.group(linkId: item.linkId), title: item.shortText)
      } else {
        topic = open(.ungrouped, title: SummaryWording.ungrouped)
      }
      if let entry = entry(for: node, in: topic, mayMove: true) {
        itemsByTopic[topic, default: []].append(entry)
      }
    }
  }

  // MARK: - Sections

  private mutating func open(_ code: Coding, for item: FormItem) -> SummarySection.Topic {
    // Codes are the same section whatever words and version stand beside them.
    let topic = SummarySection.Topic.code(Coding(system: code.system, code: code.code))
    return open(topic, title: code.display ?? item.shortText)
  }

  private mutating func open(
    _ topic: SummarySection.Topic, title: String
  ) -> SummarySection.Topic {
    if titles[topic] == nil {
      titles[topic] = title
      topics.append(topic)
    }
    return topic
  }

  // MARK: - Items

  /// What the summary shows of these nodes.
  ///
  /// Items that name another section move there, unless they lie in a row or under an answer and
  /// would lose their place.
  private mutating func entries(
    for nodes: [NodeID], in topic: SummarySection.Topic, mayMove: Bool
  ) -> [SummaryItem] {
    var entries: [SummaryItem] = []
    for node in nodes {
      var target = topic
      if mayMove, let code = response.item(of: node).summarySection {
        target = open(code, for: response.item(of: node))
      }
      guard let entry = entry(for: node, in: target, mayMove: mayMove) else { continue }
      if target == topic {
        entries.append(entry)
      } else {
        itemsByTopic[target, default: []].append(entry)
      }
    }
    return entries
  }

  private mutating func entry(
    for node: NodeID, in topic: SummarySection.Topic, mayMove: Bool
  ) -> SummaryItem? {
    let item = response.item(of: node)
    guard !item.isHidden, item.type != .display else { return nil }
    guard response.isEnabled(node) else {
      if waitsForPrivacy(item) {
        waitsForStaff.append(
          Mention(
            linkId: item.linkId, label: item.shortText, section: titles[topic] ?? "", rows: []))
      }
      return nil
    }
    let entry = shownEntry(for: node, item, in: topic, mayMove: mayMove)
    if entry != nil, let privacy = item.privacy, reader.disclosure.withholds(item) {
      return .withheld(
        WithheldEntry(linkId: item.linkId, label: item.shortText, privacy: privacy))
    }
    return entry
  }

  private mutating func shownEntry(
    for node: NodeID, _ item: FormItem, in topic: SummarySection.Topic, mayMove: Bool
  ) -> SummaryItem? {
    guard item.type == .group else {
      return questionEntry(for: node, item, in: topic).map { .question($0) }
    }
    // What is withheld is withheld whole.
    let isWithheld = reader.disclosure.withholds(item)
    let rows = response.rows(of: node).map { row in
      entries(
        for: response.nodes(in: row, of: node), in: topic,
        mayMove: mayMove && !item.repeats && !isWithheld)
    }
    guard item.repeats else {
      let items = rows.flatMap { $0 }
      guard !items.isEmpty else { return nil }
      return .group(
        GroupEntry(
          linkId: item.linkId, label: item.shortText, text: item.text, codes: item.source.codes,
          items: items))
    }
    let numbered = rows.enumerated().filter { !$0.element.isEmpty }.map {
      TableEntry.Row(number: $0.offset + 1, items: $0.element)
    }
    guard !numbered.isEmpty else { return nil }
    return .table(
      TableEntry(
        linkId: item.linkId, label: item.shortText, text: item.text, codes: item.source.codes,
        rows: numbered))
  }

  private mutating func questionEntry(
    for node: NodeID, _ item: FormItem, in topic: SummarySection.Topic
  ) -> QuestionEntry? {
    let values = response.answers(of: node)
    // A value that the form has yet to calculate is nobody's to answer.
    if item.isReadOnly, values.isEmpty { return nil }
    let state = reader.state(of: node)
    if !item.isReadOnly { counts.count(state) }
    let answers =
      state != .answered
      ? []
      : values.map { answer in
        QuestionEntry.Answer(
          value: answer.value, text: item.words(for: answer.value),
          items: entries(
            for: response.nodes(in: answer.id, of: node), in: topic, mayMove: false))
      }
    return QuestionEntry(item, state: state, answers: answers)
  }
}
