extension ReferenceResponse {
  /// The places that are enabled, worked out from nothing.
  func enabledWays() -> Set<Way> {
    let found = found()
    let places = Dictionary(uniqueKeysWithValues: found.map { ($0.way, $0.place) })
    let instances = Dictionary(grouping: found) { $0.place.item.linkId }
    var known: [Way: Bool] = [:]

    func isEnabled(_ way: Way, _ place: Place) -> Bool {
      if let known = known[way] { return known }
      let parent = Way(way.dropLast(2))
      let isParentEnabled = places[parent].map { isEnabled(parent, $0) } ?? true
      let met = place.item.conditions.map { condition -> Bool in
        guard
          let question = nearest(condition.question, to: way, place, places, instances),
          isEnabled(question.way, question.place), question.place.standing == .answered
        else { return condition.isMet(by: []) }
        return condition.isMet(by: question.place.holders.compactMap(\.value))
      }
      let areMet =
        met.isEmpty || (place.item.wantsAllConditions ? !met.contains(false) : met.contains(true))
      known[way] = isParentEnabled && areMet
      return isParentEnabled && areMet
    }
    return Set(found.filter { isEnabled($0.way, $0.place) }.map(\.way))
  }

  /// The nearest place of a question: above, else before, else after; in the rows and answers that
  /// both lie in.
  private func nearest(
    _ linkId: String, to way: Way, _ place: Place, _ places: [Way: Place],
    _ instances: [String: [(way: Way, place: Place)]]
  ) -> (way: Way, place: Place)? {
    var above = Way(way.dropLast(2))
    while let place = places[above] {
      if place.item.linkId == linkId { return (above, place) }
      above = Way(above.dropLast(2))
    }
    let candidates = (instances[linkId] ?? []).filter { candidate in
      let shared = zip(candidate.place.item.ancestors, place.item.ancestors)
        .prefix { $0 == $1 }.count
      return candidate.way.prefix(shared * 2) == way.prefix(shared * 2)
    }
    return candidates.last { $0.way.lexicographicallyPrecedes(way) } ?? candidates.first
  }
}
