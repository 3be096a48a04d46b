extension Form {
  /// Whether an item is not always asked, whatever it lies in.
  func isConditional(_ item: Int) -> Bool {
    !items[item].conditions.isEmpty || expressions[item]?.enableWhen != nil
  }

  /// Whether an item's answer is worked out.
  func isCalculated(_ item: Int) -> Bool { expressions[item]?.calculation != nil }

  /// The place of a slot in the order in which they are worked out.
  func rank(_ kind: Slot.Kind, _ item: Int) -> Int {
    dependencies.ranks[Slot(kind: kind, item: item)] ?? items[item].rank
  }

  /// What reads an item's answers, alone or with all that it lies in.
  func readers(of item: Int) -> [Reader] {
    var found = dependencies.readers[item] ?? []
    if !dependencies.contentReaders.isEmpty {
      var current: Int? = item
      while let index = current {
        found += dependencies.contentReaders[index] ?? []
        current = items[index].parent
      }
    }
    return found + dependencies.universalReaders
  }
}
