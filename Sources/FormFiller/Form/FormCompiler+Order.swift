extension FormCompiler {
  /// Numbers the items so that each comes after its parent and after the questions that its
  /// conditions read.
  ///
  /// Conditions in a loop are noted and can never be met.
  mutating func rankItems() {
    var waitsFor = items.map { item in
      (item.parent == nil ? 0 : 1) + (item.conditions.isEmpty ? 0 : questions(of: item).count)
    }
    var ready = items.indices.filter { waitsFor[$0] == 0 }
    var ranked = 0
    var firstUnranked = 0
    var isRanked = Array(repeating: false, count: items.count)
    while true {
      while ranked < ready.count {
        let index = ready[ranked]
        items[index].rank = ranked
        isRanked[index] = true
        ranked += 1
        for dependent in items[index].children + items[index].dependents.map(\.item) {
          waitsFor[dependent] -= 1
          if waitsFor[dependent] == 0 { ready.append(dependent) }
        }
      }
      while firstUnranked < items.count, isRanked[firstUnranked] { firstUnranked += 1 }
      guard firstUnranked < items.count else { return }
      let freedItems = breakLoop(reachedFrom: firstUnranked, isRanked)
      guard !freedItems.isEmpty else { return }
      for freed in freedItems {
        waitsFor[freed] -= 1
        if waitsFor[freed] == 0 { ready.append(freed) }
      }
    }
  }

  private func questions(of item: FormItem) -> Set<Int> {
    Set(item.conditions.compactMap(\.question))
  }

  /// Notes a loop and takes its conditions out.
  ///
  /// - Returns: The items that wait for one item less.
  private mutating func breakLoop(reachedFrom start: Int, _ isRanked: [Bool]) -> [Int] {
    let loop = loop(reachedFrom: start, isRanked)
    let linkIds = (loop + loop.prefix(1)).map { items[$0].linkId }
    if let first = loop.first {
      note(.conditionLoop(linkIds), at: items[first].source.node, linkId: items[first].linkId)
    }
    var freed: [Int] = []
    for (place, index) in loop.enumerated() {
      let next = loop[(place + 1) % loop.count]
      let reading = items[index].conditions.indices.filter {
        items[index].conditions[$0].question == next
      }
      // Where none reads it, the next is the group or question that the item lies in.
      guard !reading.isEmpty else { continue }
      for condition in reading { items[index].conditions[condition].question = nil }
      items[next].dependents.removeAll { $0.item == index }
      freed.append(index)
    }
    return freed
  }

  /// Items of which each waits for the next and the last for the first, beginning with the first in
  /// the form.
  ///
  /// Whatever is not ranked waits for something that is not ranked, so that going from one to the
  /// next ends in a loop.
  private func loop(reachedFrom start: Int, _ isRanked: [Bool]) -> [Int] {
    var way: [Int] = []
    var placeOnWay: [Int: Int] = [:]
    var current = start
    while placeOnWay[current] == nil {
      placeOnWay[current] = way.count
      way.append(current)
      let questions = items[current].conditions.lazy.compactMap(\.question)
      guard
        let next = questions.first(where: { !isRanked[$0] })
          ?? items[current].parent.flatMap({ isRanked[$0] ? nil : $0 })
      else { return [] }
      current = next
    }
    let loop = way[(placeOnWay[current] ?? 0)...]
    let first = loop.firstIndex(of: loop.min() ?? current) ?? loop.startIndex
    return Array(loop[first...] + loop[..<first])
  }
}
