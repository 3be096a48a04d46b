import FHIR

/// Live answers to a form.
///
/// A tree of nodes, one for each item in each place it occurs: a group's node holds rows (one,
/// unless it repeats), a question's node holds answers, and rows and answers hold the nodes of the
/// items within. Nodes exist whether they are enabled or not: the answers of a disabled item are
/// parked where they are.
///
///     var response = Response(to: form)
///     let outcome = try response.apply(
///       Change(.set([.boolean(true)]), at: path, by: .patient, time: now))
public struct Response: Sendable {
  /// The form that is answered.
  public let form: Form
  /// What the form is filled in with, besides the answers.
  public let context: FormContext
  /// The help pages that were opened.
  public internal(set) var urgentRecords: [UrgentRecord] = []
  /// The nodes of the pages that records are about, by the number of the record.
  var recordedPages: [Int: Int] = [:]
  /// Help pages that come once more because their question was answered again.
  var reopenedPages: Set<Int> = []

  var nodes: [Node] = []
  /// Rows and answers; the first is the response itself.
  var containers: [Container] = []
  /// The last number given to a row or answer.
  var lastInstance = 0
  /// The response this one was read from, whose other members are kept.
  var origin: QuestionnaireResponse?
  /// The items of questions as they were read, by node, for what else is kept of them.
  var originalItems: [Int: JSONNode] = [:]
  /// Whether nodes that are made begin with the form's initial values.
  var givesInitialValues: Bool
  /// The answers as expressions see them.
  var live = LiveResponse()
  /// Why conditions and calculations have no value, by what they belong to.
  var failures: [WorkItem: ExpressionFailure] = [:]
  /// Why initial values have no value, by node.
  var initialValueFailures: [Int: ExpressionFailure] = [:]
  /// Questions that were made and whose initial expression is still to be worked out.
  var waitingForInitialValues: [Int] = []

  /// An item in one place.
  struct Node: Sendable {
    let item: Int
    /// The row or answer that the node lies in.
    let container: Int
    /// Whether the item's own conditions are met.
    var isMet: Bool
    /// Whether they are, and all above are enabled too.
    var isEnabled = false
    var state = State.unseen
    /// Whether a person put an answer in place of what the form works out.
    var isEdited = false
    /// The rows of a group or the answers to a question.
    var entries: [Int] = []
  }

  /// Where a question stands.
  enum State: Sendable {
    case unseen
    case skipped
    case answered
    case unknown
    case declined
  }

  /// A row of a group, an answer, or the response itself.
  ///
  /// The answer to a question that takes one stays as a container without value when it is taken
  /// back, so that what lies under it is parked.
  struct Container: Sendable {
    let id: InstanceID
    /// The node that holds it; none for the response itself.
    let owner: Int?
    /// The first of the nodes within, which lie next to each other.
    var firstNode = 0
    /// The value of an answer.
    var value: AnswerValue?
    /// The answer or row as it was read, with what is kept of it.
    var original: JSONNode?
    /// Whether it was taken away; its nodes stay, so that no number is ever used again.
    var isRemoved = false
  }

  /// Makes a response without answers but for the form's initial and calculated values.
  public init(to form: Form, in context: FormContext = FormContext()) {
    self.init(empty: form, in: context)
    settleAll()
    recordOpenHelpPages()
  }

  /// Makes the nodes; conditions are not yet looked at.
  init(empty form: Form, in context: FormContext = FormContext(), givesInitialValues: Bool = true) {
    self.form = form
    self.context = context
    self.givesInitialValues = givesInitialValues
    nodes.reserveCapacity(form.items.count)
    containers.append(Container(id: InstanceID(number: 0), owner: nil))
    addNodes(for: form.topItems, to: 0)
  }

  // MARK: - Looking at the tree

  /// The nodes at the top.
  public var topNodes: [NodeID] { nodes(in: 0).map { NodeID(index: $0) } }

  /// The item that a node stands for, with the words, options and bounds that it has as things stand.
  public func item(of node: NodeID) -> FormItem {
    let item = form.items[nodes[node.index].item]
    guard let expressions = form.expressions[item.index], expressions.changeItem else {
      return item
    }
    return present(item, expressions, at: node)
  }

  /// Whether the item is asked or shown now; never where its row or answer was taken away.
  public func isEnabled(_ node: NodeID) -> Bool { nodes[node.index].isEnabled }

  /// Where a question stands, whether it is enabled or not.
  public func state(of node: NodeID) -> AnswerState {
    switch nodes[node.index].state {
    case .unseen: .notReached
    case .skipped: .skipped
    case .answered: .answered(answers(of: node).map(\.value))
    case .unknown: .declined(.askedUnknown)
    case .declined: .declined(.askedDeclined)
    }
  }

  /// The answers to a question, whether it is enabled or not.
  public func answers(of node: NodeID) -> [Answer] {
    nodes[node.index].entries.compactMap { entry in
      containers[entry].value.map { Answer(id: containers[entry].id, value: $0) }
    }
  }

  /// The rows of a group.
  public func rows(of node: NodeID) -> [InstanceID] {
    guard form.items[nodes[node.index].item].type == .group else { return [] }
    return nodes[node.index].entries.map { containers[$0].id }
  }

  /// The nodes in a row, or under an answer.
  public func nodes(in instance: InstanceID, of node: NodeID) -> [NodeID] {
    guard let entry = nodes[node.index].entries.first(where: { containers[$0].id == instance })
    else { return [] }
    return nodes(in: entry).map { NodeID(index: $0) }
  }

  /// The node that holds a node, or nil at the top.
  public func parent(of node: NodeID) -> NodeID? {
    containers[nodes[node.index].container].owner.map { NodeID(index: $0) }
  }

  /// The row of the innermost repeating group that a node lies in, with the group.
  public func row(of node: NodeID) -> (group: NodeID, row: InstanceID)? {
    var container = nodes[node.index].container
    while let owner = containers[container].owner {
      if form.items[nodes[owner].item].isRepeatingGroup {
        return (NodeID(index: owner), containers[container].id)
      }
      container = nodes[owner].container
    }
    return nil
  }

  /// An answer with its identity.
  public struct Answer: Sendable, Hashable {
    /// The identity.
    public let id: InstanceID
    /// The value.
    public let value: AnswerValue
  }

  /// Whether anybody has been asked anything; initial values do not count.
  public var holdsAnswers: Bool {
    !urgentRecords.isEmpty
      || nodes.contains { node in
        let item = form.items[node.item]
        return item.isQuestion && node.state != .unseen && item.source.node["initial"] == nil
      }
  }

  // MARK: - Paths

  /// The path to a node.
  public func path(to node: NodeID) -> ItemPath { ItemPath(steps(to: node.index)) }

  /// The path to a row of a group.
  public func path(toRow row: InstanceID, of group: NodeID) -> ItemPath {
    var steps = steps(to: group.index)
    steps[steps.count - 1] = ItemPath.Step(
      linkId: form.items[nodes[group.index].item].linkId, instance: row)
    return ItemPath(steps)
  }

  private func steps(to node: Int) -> [ItemPath.Step] {
    var steps = [ItemPath.Step(linkId: form.items[nodes[node].item].linkId)]
    var container = nodes[node].container
    while let owner = containers[container].owner {
      steps.append(
        ItemPath.Step(
          linkId: form.items[nodes[owner].item].linkId, instance: containers[container].id))
      container = nodes[owner].container
    }
    return steps.reversed()
  }

  /// The node at a path, or nil when there is none.
  public func node(at path: ItemPath) -> NodeID? {
    var container: Int? = 0
    var node: Int?
    for step in path.steps {
      guard let inside = container,
        let found = self.node(linkId: step.linkId, in: inside)
      else { return nil }
      node = found
      container = step.instance.flatMap { instance in
        nodes[found].entries.first { containers[$0].id == instance }
      }
      if step.instance != nil, container == nil { return nil }
    }
    return node.map { NodeID(index: $0) }
  }

  /// The nodes of an item with this linkId, in the order of the form.
  public func nodes(linkId: String) -> [NodeID] {
    guard let item = form.index(linkId: linkId) else { return [] }
    return nodes(of: item, within: 0).map { NodeID(index: $0) }
  }
}

/// Where a question stands.
public enum AnswerState: Sendable, Hashable {
  /// Nobody has been asked yet.
  case notReached
  /// It was asked and left without answer.
  case skipped
  /// It was answered with "I do not know" or "I prefer not to say".
  case declined(DataAbsentReason)
  /// It was answered.
  case answered([AnswerValue])

  /// Whether nothing is left to ask: it was answered or declined.
  public var isSettled: Bool {
    switch self {
    case .answered, .declined: true
    case .notReached, .skipped: false
    }
  }
}
