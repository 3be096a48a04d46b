extension ReferenceResponse {
  /// The answers without empty rows and without parked answers that something lies under.
  func finished() -> ReferenceResponse {
    var finished = self
    while finished.removeWhatIsNotCompleted() {}
    return finished
  }

  private mutating func removeWhatIsNotCompleted() -> Bool {
    let enabled = enabledWays()
    let found = found()
    let answered = found.filter { enabled.contains($0.way) && $0.place.isAnswered }.map(\.way)
    var isChanged = false
    // From the end, so that the ways to what comes before and above stay as they are.
    for (way, place) in found.reversed()
    where enabled.contains(way) && place.item.type == "group" {
      let full = place.holders.indices.filter { row in
        answered.contains { $0.starts(with: way + [row]) }
      }
      let kept = full.isEmpty ? [0] : full
      guard kept.count < place.holders.count else { continue }
      let holders = self[way].holders
      self[way].holders = kept.map { holders[$0] }
      isChanged = true
    }
    if isChanged { return true }
    for (way, place) in found.reversed()
    where !enabled.contains(way) && place.item.isQuestion && !place.item.children.isEmpty {
      guard place.holders.contains(where: { $0.value != nil }) else { continue }
      self[way].holders = []
      self[way].standing = .unseen
      isChanged = true
    }
    return isChanged
  }

  /// What keeps the response from being completed: code and linkId, sorted.
  func issues() -> [String] {
    let enabled = enabledWays()
    var issues: [String] = []
    let found = found()
    let answered = found.filter { enabled.contains($0.way) && $0.place.isAnswered }.map(\.way)
    for (way, place) in found where enabled.contains(way) {
      if place.item.isRequired {
        let isThere =
          place.item.isQuestion
          ? place.isAnswered : answered.contains { $0.count > way.count && $0.starts(with: way) }
        if !isThere { issues.append("required \(place.item.linkId)") }
      }
      let values = place.holders.compactMap(\.value)
      for value in values where !place.item.options.isEmpty {
        let isText = place.item.type == "open-choice" && value.type == "String"
        if !isText, !place.item.options.contains(where: { $0.isSame(as: value) == true }) {
          issues.append("invalidAnswerOption \(place.item.linkId)")
        }
      }
      let hasExclusive = values.contains { value in
        place.item.exclusive.contains { $0.isSame(as: value) == true }
      }
      if values.count > 1, hasExclusive {
        issues.append("exclusiveAnswerOption \(place.item.linkId)")
      }
    }
    return issues.sorted()
  }
}

extension ReferenceResponse.Place {
  /// Whether a question is answered or declined.
  fileprivate var isAnswered: Bool {
    item.isQuestion && [.unknown, .declined, .answered].contains(standing)
  }
}
