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

  /// The units that go by a name; several where units share one.
  func units(called name: String, among units: [Coding]) -> [Coding] {
    units.filter { names(of: $0).contains(name) }
  }

  /// Whether a name belongs to a unit, offered or not.
  func isKnown(_ name: String) -> Bool { spoken.units.values.contains { $0.contains(name) } }
}
