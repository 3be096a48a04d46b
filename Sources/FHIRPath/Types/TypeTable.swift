/// The types of FHIR R4: their bases and elements, from facts of the specification.
///
/// Types and element names are numbers, so that walking a resource compares no text.
struct TypeTable: Sendable {
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

  private(set) var typeNames: [String] = []
  private(set) var bases: [TypeNumber] = []
  /// The System type that a primitive is, or nil.
  private(set) var systemTypes: [SystemType?] = []
  private(set) var names: [String] = []
  /// The elements of each type, its bases' included.
  private(set) var elements: [[Element]] = []
  /// Whether the elements of a type are known.
  private(set) var isListed: [Bool] = []
  private(set) var typeNumbers: [String: TypeNumber] = [:]
  private(set) var nameNumbers: [String: NameNumber] = [:]
  /// Names that stand for several, such as `value`.
  private(set) var choiceNames: Set<NameNumber> = []

  private init() {
    let text = [
      Self.datatypes, Self.resourcesActivityDefinitionToDetectedIssue, Self.resourcesDeviceToGroup,
      Self.resourcesLibraryToPractitioner, Self.resourcesPractitionerRoleToValueSet,
    ]
    var lines: [[Substring]] = []
    for line in text.lazy.flatMap({ $0.split(separator: "\n") }) {
      let words = line.split(separator: " ")
      // A line that starts with a space goes on with the one before it.
      if line.utf8.first == 0x20, !lines.isEmpty {
        lines[lines.count - 1] += words
      } else {
        lines.append(words)
        addType(words[0])
      }
    }
    for words in lines { addElements(words) }
    for name in Self.otherResources.split(whereSeparator: \.isWhitespace) {
      addType("\(name):DomainResource")
      elements.append(elements[Int(type(named: "DomainResource"))])
      isListed.append(false)
    }
    for index in typeNames.indices { systemTypes[index] = systemType(at: index) }
  }

  private mutating func addType(_ heading: Substring) {
    let parts = heading.split(separator: ":")
    typeNumbers[String(parts[0])] = TypeNumber(typeNames.count)
    typeNames.append(String(parts[0]))
    bases.append(parts.count > 1 ? type(named: String(parts[1])) : Self.unknown)
    systemTypes.append(nil)
  }

  private mutating func addElements(_ words: [Substring]) {
    let owner = typeNames[elements.count]
    let base = bases[elements.count]
    var list = base == Self.unknown ? [] : elements[Int(base)]
    for word in words.dropFirst() {
      let parts = word.split(separator: ":")
      let isChoice = parts[0].hasSuffix("[x]")
      let name = number(ofName: String(isChoice ? parts[0].dropLast(3) : parts[0]))
      if isChoice { choiceNames.insert(name) }
      let typeName =
        parts[1] == "@"
        ? "\(owner).\(parts[0])"
        : parts[1].hasPrefix("@") ? String(parts[1].dropFirst()) : String(parts[1])
      list.append(
        Element(
          name: name, type: isChoice ? Self.unknown : type(named: typeName), isChoice: isChoice))
    }
    elements.append(list)
    isListed.append(true)
  }

  private mutating func number(ofName name: String) -> NameNumber {
    if let number = nameNumbers[name] { return number }
    let number = NameNumber(names.count)
    nameNumbers[name] = number
    names.append(name)
    return number
  }

  private func systemType(at index: Int) -> SystemType? {
    switch typeNames[index] {
    case "boolean": .boolean
    case "integer", "unsignedInt", "positiveInt": .integer
    case "decimal": .decimal
    case "date": .date
    case "dateTime", "instant": .dateTime
    case "time": .time
    case "string", "code", "id", "markdown", "uri", "url", "canonical", "oid", "uuid",
      "base64Binary", "xhtml":
      .string
    case "Quantity", "Age", "Count", "Distance", "Duration", "SimpleQuantity", "MoneyQuantity":
      .quantity
    default: nil
    }
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
