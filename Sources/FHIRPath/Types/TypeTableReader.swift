/// Reads the text of the type table: a line for each type, its base, and its elements.
struct TypeTableReader {
  typealias TypeNumber = TypeTable.TypeNumber
  typealias NameNumber = TypeTable.NameNumber

  private(set) var typeNames: [String] = []
  private(set) var bases: [TypeNumber] = []
  private(set) var names: [String] = []
  /// The elements of each type, its bases' included.
  private(set) var elements: [[TypeTable.Element]] = []
  /// Whether the elements of a type are known.
  private(set) var isListed: [Bool] = []
  private(set) var typeNumbers: [String: TypeNumber] = [:]
  private(set) var nameNumbers: [String: NameNumber] = [:]
  /// Names that stand for several, such as `value`.
  private(set) var choiceNames: Set<NameNumber> = []

  init() {
    let text = [
      TypeTable.datatypes, TypeTable.resourcesActivityDefinitionToDetectedIssue,
      TypeTable.resourcesDeviceToGroup,
      TypeTable.resourcesLibraryToPractitioner, TypeTable.resourcesPractitionerRoleToValueSet,
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
    for name in TypeTable.otherResources.split(whereSeparator: \.isWhitespace) {
      addType("\(name):DomainResource")
      elements.append(elements[Int(type(named: "DomainResource"))])
      isListed.append(false)
    }
  }

  private mutating func addType(_ heading: Substring) {
    let parts = heading.split(separator: ":")
    typeNumbers[String(parts[0])] = TypeNumber(typeNames.count)
    typeNames.append(String(parts[0]))
    bases.append(parts.count > 1 ? type(named: String(parts[1])) : TypeTable.unknown)
  }

  private mutating func addElements(_ words: [Substring]) {
    let owner = typeNames[elements.count]
    let base = bases[elements.count]
    var list = base == TypeTable.unknown ? [] : elements[Int(base)]
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
        TypeTable.Element(
          name: name, type: isChoice ? TypeTable.unknown : type(named: typeName), isChoice: isChoice
        ))
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

  private func type(named name: String) -> TypeNumber { typeNumbers[name] ?? TypeTable.unknown }

  /// The System type that a primitive or a quantity is; nil for other types.
  static func systemType(of typeName: String) -> SystemType? {
    switch typeName {
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
