import FHIR

/// What people call units.
struct UnitNames {
  private let spoken: SpokenWords

  init(_ spoken: SpokenWords) { self.spoken = spoken }

  /// All names of a unit in lower case: as it is shown, its code, and what people say.
  func names(of unit: Coding) -> Set<String> {
    var names: Set<String> = []
    for name in [unit.display, unit.code] {
      guard let name = name?.lowercased().trimmed, !name.isEmpty else { continue }
      names.insert(name)
      if name.count > 2, name.allSatisfy(\.isLetter) {
        names.insert(name + "s")
        if name.hasSuffix("s") { names.insert(String(name.dropLast())) }
      }
    }
    if let code = unit.code { names.formUnion(spoken.units[code] ?? []) }
    return names
  }
}
