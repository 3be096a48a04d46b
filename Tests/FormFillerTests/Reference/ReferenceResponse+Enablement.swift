extension ReferenceResponse {
  /// The places that are enabled, worked out from nothing.
  func enabledWays() -> Set<Way> {
    let ways = ways()
    var known: [Way: Bool] = [:]
    func isEnabled(_ way: Way) -> Bool {
      if let known = known[way] { return known }
      let item = self[way].item
      let isParentEnabled = way.count == 1 || isEnabled(Way(way.dropLast(2)))
      let met = item.conditions.map { condition -> Bool in
        let question = nearest(condition.question, to: way, among: ways)
        let answers = question.map { isEnabled($0) ? self.answers(at: $0) : [] } ?? []
        return condition.isMet(by: answers)
      }
      let areMet =
        met.isEmpty || (item.wantsAllConditions ? !met.contains(false) : met.contains(true))
      known[way] = isParentEnabled && areMet
      return isParentEnabled && areMet
    }
    return Set(ways.filter { isEnabled($0) })
  }

  private func answers(at way: Way) -> [ReferenceValue] {
    self[way].standing == .answered ? self[way].holders.compactMap(\.value) : []
  }

  /// The nearest place of a question: above, else before, else after; in the rows and answers that
  /// both lie in.
  private func nearest(_ linkId: String, to way: Way, among ways: [Way]) -> Way? {
    for length in stride(from: way.count - 2, through: 1, by: -2) {
      let above = Way(way.prefix(length))
      if self[above].item.linkId == linkId { return above }
    }
    let own = self[way].item.ancestors
    let candidates = ways.filter { candidate in
      let item = self[candidate].item
      guard item.linkId == linkId else { return false }
      let shared = zip(item.ancestors, own).prefix { $0 == $1 }.count
      return candidate.prefix(shared * 2) == way.prefix(shared * 2)
    }
    let before = candidates.filter { $0.lexicographicallyPrecedes(way) }
    return before.last ?? candidates.first
  }
}
