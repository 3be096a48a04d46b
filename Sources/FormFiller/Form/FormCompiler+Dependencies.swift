import FHIR
import FHIRPath

/// What each slot reads, who reads each item, and in which order slots are worked out.
struct FormDependencies: Sendable {
  /// What reads the answers to an item.
  var readers: [Int: [Reader]] = [:]
  /// What reads an item and all that lies in it.
  var contentReaders: [Int: [Reader]] = [:]
  /// What may read any answer.
  var universalReaders: [Reader] = []
  /// The order of the slots; those that read come after what they read wherever that can be.
  var ranks: [Slot: Int] = [:]
  /// What the calculation of an item reads.
  var calculationReads: [Int: [Dependency]] = [:]
}

extension FormCompiler {
  /// Finds what every calculation and every condition reads, and notes loops.
  mutating func compileDependencies() {
    guard !expressions.isEmpty else { return }
    let slots = dynamicSlots()
    var reads: [Slot: Set<Dependency>] = [:]
    for slot in slots {
      guard let expression = expression(of: slot) else { continue }
      var visited: Set<Int> = []
      let found = dependencies(of: expression, &visited)
      reads[slot] = found
      addReaders(slot, found)
      if slot.kind == .calculation {
        dependencies.calculationReads[slot.item] = Array(found)
        // What adds up variables that read weights is a score as well.
        if visited.contains(where: { variables[$0].expression.isScore }) {
          expressions[slot.item]?.calculation?.isScore = true
        }
      }
    }
    rank(slots, reads)
  }

  private func expression(of slot: Slot) -> FormExpression? {
    switch slot.kind {
    case .enablement: expressions[slot.item]?.enableWhen
    case .calculation: expressions[slot.item]?.calculation
    }
  }

  /// The slots that can change: those without a condition or a calculation follow others at once.
  private func dynamicSlots() -> [Slot] {
    items.indices.flatMap { index -> [Slot] in
      var slots: [Slot] = []
      if !items[index].conditions.isEmpty || expressions[index]?.enableWhen != nil {
        slots.append(Slot(kind: .enablement, item: index))
      }
      if expressions[index]?.calculation != nil {
        slots.append(Slot(kind: .calculation, item: index))
      }
      return slots
    }
  }

  private mutating func addReaders(_ slot: Slot, _ reads: Set<Dependency>) {
    for read in reads {
      let reader = Reader(slot: slot, scope: read.scope)
      switch read.source {
      case .answers(let item): dependencies.readers[item, default: []].append(reader)
      case .contents(let item): dependencies.contentReaders[item, default: []].append(reader)
      case .everything: dependencies.universalReaders.append(reader)
      }
    }
  }

  // MARK: - What an expression reads

  /// What an expression reads, its variables included.
  private func dependencies(
    of expression: FormExpression, _ visited: inout Set<Int>
  ) -> Set<Dependency> {
    guard expression.program != nil, let facts = expression.facts else { return [] }
    var found: Set<Dependency> = []
    let focus = focusScope(of: expression.owner)
    if facts.mayReadEverything { found.insert(Dependency(source: .everything, scope: nil)) }
    // What is looked for in a variable is read by the variable, which is followed below.
    for read in facts.itemReads where read.origin != .variable {
      guard let item = indexByLinkId[read.linkId] else { continue }
      let scope = read.origin == .focus ? commonScope(of: focus, and: item) : nil
      found.insert(
        Dependency(
          source: read.extent == .answers ? .answers(item) : .contents(item), scope: scope))
    }
    switch (facts.focusExtent, expression.owner) {
    case (.nothing, _): break
    case (.answers, let owner?): found.insert(Dependency(source: .answers(owner), scope: focus))
    case (.everythingWithin, let owner?):
      found.insert(Dependency(source: .contents(owner), scope: focus))
    case (_, nil): found.insert(Dependency(source: .everything, scope: nil))
    }
    for case .defined(let number) in expression.variables.values
    where visited.insert(number).inserted {
      found.formUnion(dependencies(of: variables[number].expression, &visited))
    }
    return found
  }

  /// The item in whose row an expression's own item is looked at.
  private func focusScope(of owner: Int?) -> Int? {
    guard let owner else { return nil }
    return items[owner].type == .group ? owner : items[owner].parent
  }

  private func commonScope(of scope: Int?, and item: Int) -> Int? {
    var scope = scope
    while let current = scope, !(current + 1..<items[current].end).contains(item) {
      scope = items[current].parent
    }
    return scope
  }

  // MARK: - Order

  private mutating func rank(_ slots: [Slot], _ reads: [Slot: Set<Dependency>]) {
    let numbers = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    var certain = DependencyGraph(count: slots.count)
    var all = CollectedDependencyGraph(slots: slots, numbers: numbers, items: items)
    for (number, slot) in slots.enumerated() {
      for waited in structuralSlots(of: slot) {
        guard let other = numbers[waited] else { continue }
        certain.add(number, waitsFor: other)
        all.graph.add(number, waitsFor: other)
      }
      for read in reads[slot] ?? [] {
        switch read.source {
        case .answers(let item):
          for other in slotsAbove(item).compactMap({ numbers[$0] }) {
            certain.add(number, waitsFor: other)
            all.graph.add(number, waitsFor: other)
          }
        case .contents(let item): all.add(number, readsContentsOf: item)
        case .everything: all.addUniversal(number)
        }
      }
    }
    breakCertainLoops(slots, certain)
    var rank = 0
    let order = certainOrder(certain)
    for component in all.graph.components() {
      for number in component.filter({ $0 < slots.count }).sorted(by: { order[$0] < order[$1] }) {
        dependencies.ranks[slots[number]] = rank
        rank += 1
      }
    }
  }

  /// What a slot waits for by where it stands and by its conditions.
  private func structuralSlots(of slot: Slot) -> [Slot] {
    switch slot.kind {
    case .calculation: return slotsAbove(slot.item, includingCalculation: false)
    case .enablement:
      let above = items[slot.item].parent.map { slotsAbove($0) } ?? []
      return above + items[slot.item].conditions.compactMap(\.question).flatMap { slotsAbove($0) }
    }
  }

  /// The slots that decide about the answers to an item: its own and those of what it lies in.
  private func slotsAbove(_ item: Int, includingCalculation: Bool = true) -> [Slot] {
    var slots: [Slot] = []
    var current: Int? = item
    while let index = current {
      slots.append(Slot(kind: .enablement, item: index))
      if index != item || includingCalculation {
        slots.append(Slot(kind: .calculation, item: index))
      }
      current = items[index].parent
    }
    return slots
  }

  private func certainOrder(_ graph: DependencyGraph) -> [Int] {
    var order = Array(repeating: 0, count: graph.waitsFor.count)
    for (place, component) in graph.components().enumerated() {
      for number in component { order[number] = place }
    }
    return order
  }

  /// Notes calculations and conditions that surely read each other in a circle; they have no value.
  private mutating func breakCertainLoops(_ slots: [Slot], _ graph: DependencyGraph) {
    for component in graph.components() {
      guard let first = component.min() else { continue }
      guard component.count > 1 || graph.waitsFor[first].contains(first) else { continue }
      let loop = component.sorted().map { slots[$0] }
      let holders = loop.filter { expression(of: $0) != nil }
      guard let named = holders.first else { continue }
      note(
        .calculationLoop(loop.map { items[$0.item].linkId }), at: items[named.item].source.node,
        linkId: items[named.item].linkId)
      for slot in holders { breakExpression(of: slot) }
    }
  }

  private mutating func breakExpression(of slot: Slot) {
    guard var broken = expression(of: slot) else { return }
    broken.program = nil
    broken.failure = .loop
    switch slot.kind {
    case .enablement: expressions[slot.item]?.enableWhen = broken
    case .calculation: expressions[slot.item]?.calculation = broken
    }
  }
}

/// A graph of slots with further nodes that stand for all slots within an item, and for all slots,
/// so that it does not grow with the product of what reads and what is read.
struct CollectedDependencyGraph {
  var graph: DependencyGraph
  private let slots: [Slot]
  private let items: [FormItem]
  private var contents: [Int: Int] = [:]
  private var universal: Int?

  init(slots: [Slot], numbers: [Slot: Int], items: [FormItem]) {
    graph = DependencyGraph(count: slots.count)
    self.slots = slots
    self.items = items
  }

  mutating func add(_ number: Int, readsContentsOf item: Int) {
    let node: Int
    if let known = contents[item] {
      node = known
    } else {
      node = graph.addNode()
      contents[item] = node
      for (other, slot) in slots.enumerated() where covers(item, slot.item) {
        graph.add(node, waitsFor: other)
      }
    }
    graph.add(number, waitsFor: node)
  }

  mutating func addUniversal(_ number: Int) {
    let node: Int
    if let known = universal {
      node = known
    } else {
      node = graph.addNode()
      universal = node
      for other in slots.indices { graph.add(node, waitsFor: other) }
    }
    graph.add(number, waitsFor: node)
  }

  /// Whether a slot decides about what lies in an item: it lies in it, or holds it.
  private func covers(_ item: Int, _ other: Int) -> Bool {
    (item..<items[item].end).contains(other) || (other..<items[other].end).contains(item)
  }
}
