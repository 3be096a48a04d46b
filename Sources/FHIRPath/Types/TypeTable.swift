/// The types of FHIR R4: their bases and elements, from facts of the specification.
///
/// Types and element names are numbers, so that walking a resource compares no text. A class, so that
/// each evaluation holds the one table and copies nothing.
final class TypeTable: Sendable {
  typealias TypeNumber = UInt16
  typealias NameNumber = UInt16

  /// An element of a type.
  struct Element: Sendable {
    var name: NameNumber
    var type: TypeNumber
    /// Whether it may have several types, as `value[x]`; then `type` is not known.
    var isChoice: Bool
  }

  /// What a name in JSON may mean.
  struct NameMeaning: Sendable {
    /// The name as it stands.
    var name: NameNumber
    /// For a name such as `valueCoding`: `value` and `Coding`, else `noName`.
    var choice: NameNumber = TypeTable.noName
    var choiceType: TypeNumber = TypeTable.unknown
  }

  static let noName = NameNumber.max
  /// The name of what a live tree has no use for at present.
  static let padding = NameNumber.max - 1
  /// The type of what the table does not know.
  static let unknown = TypeNumber.max

  static let shared = TypeTable()

  let typeNames: [String]
  let bases: [TypeNumber]
  /// The System type that a primitive is, or nil.
  let systemTypes: [SystemType?]
  let names: [String]
  /// The elements of each type, its bases' included.
  let elements: [[Element]]
  /// Whether the elements of a type are known.
  let isListed: [Bool]
  let typeNumbers: [String: TypeNumber]
  let nameNumbers: [String: NameNumber]
  /// Names that stand for several, such as `value`.
  let choiceNames: Set<NameNumber>
  // Names that evaluation itself looks for.
  let extensionName: NameNumber
  let urlName: NameNumber
  let answerName: NameNumber
  let containedName: NameNumber

  private init() {
    let reader = TypeTableReader()
    typeNames = reader.typeNames
    bases = reader.bases
    systemTypes = reader.typeNames.map(TypeTableReader.systemType)
    names = reader.names
    elements = reader.elements
    isListed = reader.isListed
    typeNumbers = reader.typeNumbers
    nameNumbers = reader.nameNumbers
    choiceNames = reader.choiceNames
    extensionName = reader.nameNumbers["extension"] ?? Self.noName
    urlName = reader.nameNumbers["url"] ?? Self.noName
    answerName = reader.nameNumbers["answer"] ?? Self.noName
    containedName = reader.nameNumbers["contained"] ?? Self.noName
  }
}

extension TypeTable {
  /// The number of a type, or `unknown`.
  func type(named name: String) -> TypeNumber { typeNumbers[name] ?? Self.unknown }

  /// The number of an element's name, or `noName` when no type in the table has such an element.
  func name(_ name: String) -> NameNumber { nameNumbers[name] ?? Self.noName }

  func typeName(_ type: TypeNumber) -> String {
    type == Self.unknown ? "Element" : typeNames[Int(type)]
  }

  /// Whether a type is another or derives from it.
  func isType(_ type: TypeNumber, a other: TypeNumber) -> Bool {
    var type = type
    while type != Self.unknown {
      if type == other { return true }
      type = bases[Int(type)]
    }
    return false
  }

  /// The System type of a primitive or a quantity; nil for other types.
  @inline(__always) func systemType(of type: TypeNumber) -> SystemType? {
    type == Self.unknown ? nil : systemTypes[Int(type)]
  }

  /// Whether a type has a value rather than elements.
  func isPrimitive(_ type: TypeNumber) -> Bool {
    let system = systemType(of: type)
    return system != nil && system != .quantity
  }

  /// The element of a type; nil when it has none of the name or its elements are not known.
  func element(_ name: NameNumber, of type: TypeNumber) -> Element? {
    guard type != Self.unknown else { return nil }
    return elements[Int(type)].first { $0.name == name }
  }

  /// What a name in JSON may mean, whichever type it belongs to; nil for the name itself when the
  /// table does not know it.
  func choice(in name: String) -> (name: NameNumber, type: TypeNumber)? {
    let bytes = Array(name.utf8)
    // The longest type that the name ends in, as `MoneyQuantity` before `Quantity`.
    for start in bytes.indices.dropFirst() where 65...90 ~= bytes[start] {
      let prefix = String(decoding: bytes[..<start], as: UTF8.self)
      guard let base = nameNumbers[prefix], choiceNames.contains(base) else { continue }
      let suffix = String(decoding: bytes[start...], as: UTF8.self)
      if let type = typeNumbers[suffix] { return (base, type) }
      let lowered = String(decoding: [bytes[start] | 0x20] + bytes[(start + 1)...], as: UTF8.self)
      if let type = typeNumbers[lowered] { return (base, type) }
    }
    return nil
  }
}
