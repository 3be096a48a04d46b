extension ReferenceResponse {
  /// The answers without empty rows and without parked answers that something lies under.
  func finished() -> ReferenceResponse {
    var finished = self
    while finished.removeEmptyRows() || finished.removeParkedAnswers() {}
    return finished
  }

  private mutating func removeEmptyRows() -> Bool {
    let enabled = enabledWays()
    var kept: [(way: Way, rows: [Int])] = []
    for way in ways() where enabled.contains(way) && self[way].item.type == "group" {
      let rows = self[way].holders.indices
      let full = rows.filter { holdsAnswer(way + [$0], enabled) }
      let left = full.isEmpty ? [0] : full
      if left.count < rows.count { kept.append((way, left)) }
    }
    // From the end, so that the ways to what comes before and above stay as they are.
    for (way, rows) in kept.reversed() {
      let holders = self[way].holders
      self[way].holders = rows.map { holders[$0] }
    }
    return !kept.isEmpty
  }

  /// Whether something that is enabled below a row is answered.
  private func holdsAnswer(_ row: Way, _ enabled: Set<Way>) -> Bool {
    enabled.contains { way in
      way.count > row.count && Way(way.prefix(row.count)) == row && self[way].item.isQuestion
        && [.unknown, .declined, .answered].contains(self[way].standing)
    }
  }

  private mutating func removeParkedAnswers() -> Bool {
    let enabled = enabledWays()
    var isChanged = false
    for way in ways().reversed() where !enabled.contains(way) {
      let place = self[way]
      guard place.item.isQuestion, !place.item.children.isEmpty,
        place.holders.contains(where: { $0.value != nil })
      else { continue }
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
    for way in ways() where enabled.contains(way) {
      let place = self[way]
      if place.item.isRequired {
        let isThere: Bool
        if place.item.isQuestion {
          isThere = [.unknown, .declined, .answered].contains(place.standing)
        } else {
          isThere = place.holders.indices.contains { holdsAnswer(way + [$0], enabled) }
        }
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
