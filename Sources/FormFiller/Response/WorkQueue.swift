/// Something to be worked out again: whether a node is asked, or the value of its calculation.
struct WorkItem: Hashable, Sendable {
  let kind: Slot.Kind
  let node: Int
}

/// What has to be worked out again, that first which others depend on.
struct WorkQueue {
  private var heap: [(rank: Int, item: WorkItem)] = []
  private var waiting: Set<WorkItem> = []

  mutating func insert(_ item: WorkItem, rank: Int) {
    guard waiting.insert(item).inserted else { return }
    heap.append((rank, item))
    var child = heap.count - 1
    while child > 0, heap[child].rank < heap[(child - 1) / 2].rank {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> WorkItem? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    waiting.remove(first.item)
    guard !heap.isEmpty else { return first.item }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2]
      where child < heap.count && heap[child].rank < heap[least].rank {
        least = child
      }
      if least == parent { return first.item }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
