/// What waits for what, with nodes by number.
struct DependencyGraph {
  /// For each node those it waits for.
  private(set) var waitsFor: [[Int]]

  init(count: Int) { waitsFor = Array(repeating: [], count: count) }

  /// Adds a node and gives its number.
  mutating func addNode() -> Int {
    waitsFor.append([])
    return waitsFor.count - 1
  }

  mutating func add(_ node: Int, waitsFor other: Int) { waitsFor[node].append(other) }

  /// The nodes in groups: each group comes after those it waits for, and the nodes of one group
  /// wait for each other.
  ///
  /// Tarjan's algorithm, without recursion: a form may be a chain of any length.
  func components() -> [[Int]] {
    var search = ComponentSearch(waitsFor)
    for node in waitsFor.indices { search.visit(node) }
    return search.components
  }
}

private struct ComponentSearch {
  var components: [[Int]] = []
  private let waitsFor: [[Int]]
  private var order: [Int]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var counter = 0

  init(_ waitsFor: [[Int]]) {
    self.waitsFor = waitsFor
    order = Array(repeating: -1, count: waitsFor.count)
    lowest = order
    isOpen = Array(repeating: false, count: waitsFor.count)
  }

  mutating func visit(_ start: Int) {
    guard order[start] < 0 else { return }
    var way: [(node: Int, next: Int)] = []
    enter(start, &way)
    while let (node, next) = way.last {
      guard next < waitsFor[node].count else {
        leave(&way)
        continue
      }
      way[way.count - 1].next += 1
      let other = waitsFor[node][next]
      if order[other] < 0 {
        enter(other, &way)
      } else if isOpen[other] {
        lowest[node] = min(lowest[node], order[other])
      }
    }
  }

  private mutating func enter(_ node: Int, _ way: inout [(node: Int, next: Int)]) {
    order[node] = counter
    lowest[node] = counter
    counter += 1
    open.append(node)
    isOpen[node] = true
    way.append((node, 0))
  }

  private mutating func leave(_ way: inout [(node: Int, next: Int)]) {
    guard let (node, _) = way.popLast() else { return }
    if let (above, _) = way.last { lowest[above] = min(lowest[above], lowest[node]) }
    guard lowest[node] == order[node] else { return }
    var component: [Int] = []
    while let last = open.popLast() {
      isOpen[last] = false
      component.append(last)
      if last == node { break }
    }
    components.append(component)
  }
}
