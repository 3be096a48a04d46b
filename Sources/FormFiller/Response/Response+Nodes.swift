import FHIR

extension Response {
  /// The nodes in a row, under an answer, or at the top.
  func nodes(in container: Int) -> Range<Int> {
    let count: Int
    if let owner = containers[container].owner {
      count = form.items[nodes[owner].item].children.count
    } else {
      count = form.topItems.count
    }
    return containers[container].firstNode..<containers[container].firstNode + count
  }

  /// Makes the nodes of the given items, which a container holds, and all below them.
  mutating func addNodes(for items: [Int], to container: Int) {
    let first = nodes.count
    containers[container].firstNode = first
    for item in items {
      nodes.append(
        Node(item: item, container: container, isMet: !form.isConditional(item)))
    }
    for node in first..<first + items.count {
      let item = nodes[node].item
      if form.items[item].type == .group {
        addEntry(to: node)
      } else if form.items[item].isQuestion {
        setInitialValues(of: node)
      }
    }
  }

  /// Adds a row or an answer, with the nodes within.
  @discardableResult
  mutating func addEntry(to node: Int, value: AnswerValue? = nil) -> Int {
    lastInstance += 1
    let container = containers.count
    containers.append(
      Container(id: InstanceID(number: lastInstance), owner: node, value: value))
    nodes[node].entries.append(container)
    live.noteNewPlaces(for: form.items[nodes[node].item])
    let children = form.items[nodes[node].item].children
    if !children.isEmpty { addNodes(for: children, to: container) }
    return container
  }

  private mutating func setInitialValues(of node: Int) {
    guard givesInitialValues else { return }
    if form.expressions[nodes[node].item]?.initialValue != nil {
      waitingForInitialValues.append(node)
    }
    let item = form.items[nodes[node].item]
    var values: [AnswerValue] = []
    if item.source.node["initial"] != nil {
      values = item.source.initialValues.filter { item.answerKinds.contains($0.kind) }
    } else if item.options.contains(where: \.isInitiallySelected) {
      values = item.options.filter(\.isInitiallySelected).map(\.value)
    }
    guard !values.isEmpty else { return }
    if !item.repeats { values = Array(values.prefix(1)) }
    replaceAnswers(of: node, with: values)
  }

  /// Makes these the answers to a question.
  ///
  /// Answers that stay keep their identity and what lies under them. So does the answer to a
  /// question that takes one, whatever it becomes.
  mutating func replaceAnswers(of node: Int, with values: [AnswerValue]) {
    let item = form.items[nodes[node].item]
    var former = nodes[node].entries
    nodes[node].state = .answered
    nodes[node].entries = []
    for value in values {
      let kept =
        item.repeats
        ? former.firstIndex { containers[$0].value?.means(value) ?? false } : former.indices.first
      if let kept {
        let entry = former.remove(at: kept)
        setValue(of: entry, to: value)
        nodes[node].entries.append(entry)
      } else {
        addEntry(to: node, value: value)
      }
    }
    for entry in former { retire(entry) }
  }

  private mutating func setValue(of entry: Int, to value: AnswerValue) {
    // What else was read with the answer belongs to that answer only.
    if let original = containers[entry].original,
      original.choiceValue("value").map({ !$0.isWritten(like: value) }) ?? true
    {
      containers[entry].original = nil
    }
    containers[entry].value = value
  }

  /// Takes the answers of a question away.
  ///
  /// A question that takes one answer leaves what lay under it parked.
  mutating func removeAnswers(of node: Int, leaving state: State) {
    nodes[node].state = state
    var former = nodes[node].entries
    nodes[node].entries = []
    if !form.items[nodes[node].item].repeats, let entry = former.first {
      former.removeFirst()
      containers[entry].value = nil
      containers[entry].original = nil
      nodes[node].entries = [entry]
    }
    for entry in former { retire(entry) }
  }

  /// Marks a row or an answer that was taken away: nothing in it is enabled any more.
  mutating func retire(_ container: Int) {
    containers[container].isRemoved = true
    for node in nodes(in: container) {
      nodes[node].isEnabled = false
      if form.usesExpressions { live.noteChange(of: node) }
      for entry in nodes[node].entries { retire(entry) }
    }
  }

  /// Whether a row or an answer is there: an answer that was taken back is only parked.
  func isPresent(_ container: Int) -> Bool {
    guard let owner = containers[container].owner else { return true }
    return containers[container].value != nil || form.items[nodes[owner].item].type == .group
  }

  /// Whether what lies in a row or under an answer can be enabled.
  func isActive(_ container: Int) -> Bool {
    guard let owner = containers[container].owner else { return true }
    return nodes[owner].isEnabled && !containers[container].isRemoved && isPresent(container)
  }

  /// The node of the item with a linkId that lies directly in a container.
  func node(linkId: String, in container: Int) -> Int? {
    guard let index = form.index(linkId: linkId) else { return nil }
    let holder = containers[container].owner.map { nodes[$0].item }
    if form.items[index].parent == holder {
      let node = containers[container].firstNode + form.items[index].placeInParent
      return nodes(in: container).contains(node) ? node : nil
    }
    // Only where a form uses a linkId twice can another item have it.
    guard form.hasDuplicateLinkIds else { return nil }
    return nodes(in: container).first { form.items[nodes[$0].item].linkId == linkId }
  }

  /// The nodes of an item within a container, in the order of the form.
  func nodes(of item: Int, within container: Int) -> [Int] {
    let path: [Int]
    if let owner = containers[container].owner {
      let whole = form.pathToItem(at: item)
      guard let place = whole.firstIndex(of: nodes[owner].item) else { return [] }
      path = Array(whole[(place + 1)...])
    } else {
      path = form.pathToItem(at: item)
    }
    var inside = [container]
    for (depth, step) in path.enumerated() {
      let found = inside.map { containers[$0].firstNode + form.items[step].placeInParent }
      if depth == path.count - 1 { return found }
      inside = found.flatMap { nodes[$0].entries }
    }
    return []
  }

  /// The container of a node that lies directly in the given item, or the response itself.
  func container(of node: Int, in scope: Int?) -> Int {
    var container = nodes[node].container
    while let owner = containers[container].owner, nodes[owner].item != scope {
      container = nodes[owner].container
    }
    return container
  }
}

extension FormItem {
  /// The types of value that an answer may have; options of a choice may be of other types.
  public var answerKinds: [AnswerValue.Kind] {
    var kinds = type.answerKinds
    if type == .choice || type == .openChoice {
      for option in options where !kinds.contains(option.value.kind) {
        kinds.append(option.value.kind)
      }
    }
    return kinds
  }
}

extension AnswerValue {
  /// Whether two values are written with the same characters: `1.50` is not written like `1.5`.
  func isWritten(like other: AnswerValue) -> Bool {
    let document = JSONBuilder.object { $0.add("value", self) }
    return document.root == JSONBuilder.object { $0.add("value", other) }.root
  }
}
