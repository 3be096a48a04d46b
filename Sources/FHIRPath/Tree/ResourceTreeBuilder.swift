import FHIR

/// Turns the nodes of a JSON document into those of a `ResourceTree`.
struct ResourceTreeBuilder {
  private(set) var nodes: [ResourceTree.Node] = []
  private(set) var otherNames: [String] = []
  private let document: JSONDocument
  private let source: [JSONDocument.Node]
  private let text: [UInt8]
  private let table = TypeTable.shared
  /// What each name of the document means.
  private var meanings: [Meaning] = []
  private var resourceTypeName = JSONDocument.noName

  private struct Meaning {
    var name: TypeTable.NameNumber
    var choice = TypeTable.noName
    var choiceType = TypeTable.unknown
    /// The document's name with an underscore before it, or `JSONDocument.noName`.
    var sibling = JSONDocument.noName
    /// For a name with an underscore: the document's name without, or `JSONDocument.noName`.
    var plain = JSONDocument.noName
    var hasUnderscore = false
  }

  init(_ document: JSONDocument) {
    self.document = document
    source = document.nodes
    text = document.text
    readNames()
  }

  // MARK: - Names

  private mutating func readNames() {
    let ranges = document.names.ranges
    meanings.reserveCapacity(ranges.count)
    var underscored: [(number: Int, plain: String)] = []
    for (number, range) in ranges.enumerated() {
      let name = String(decoding: text[range], as: UTF8.self)
      if name == "resourceType" { resourceTypeName = UInt32(number) }
      let isUnderscored = name.utf8.first == UInt8(ascii: "_")
      let plain = isUnderscored ? String(name.dropFirst()) : name
      if isUnderscored { underscored.append((number, plain)) }
      meanings.append(meaning(of: plain))
      meanings[number].hasUnderscore = isUnderscored
    }
    guard !underscored.isEmpty else { return }
    var numbers: [String: Int] = [:]
    for (number, range) in ranges.enumerated() {
      numbers[String(decoding: text[range], as: UTF8.self)] = number
    }
    for (number, plain) in underscored {
      guard let base = numbers[plain] else { continue }
      meanings[number].name = meanings[base].name
      meanings[base].sibling = UInt32(number)
      meanings[number].plain = UInt32(base)
    }
  }

  private mutating func meaning(of name: String) -> Meaning {
    var meaning = Meaning(name: table.name(name))
    if meaning.name == TypeTable.noName {
      otherNames.append(name)
      meaning.name = TypeTable.NameNumber(
        min(table.names.count + otherNames.count - 1, Int(TypeTable.padding) - 1))
    }
    if let choice = table.choice(in: name) {
      meaning.choice = choice.name
      meaning.choiceType = choice.type
    }
    return meaning
  }

  // MARK: - Values

  mutating func addRoot(_ index: Int, type: TypeTable.TypeNumber) {
    nodes.reserveCapacity(Int(source[index].end) - index)
    add(index, extensions: nil, name: TypeTable.noName, type: type, parent: 0)
  }

  /// Adds a value, and what an `_name` says of it.
  private mutating func add(
    _ index: Int?, extensions: Int?, name: TypeTable.NameNumber, type: TypeTable.TypeNumber,
    parent: Int
  ) {
    guard let place = index ?? extensions else { return }
    let value = source[place]
    let own = nodes.count
    var node = ResourceTree.Node(
      name: name, type: type, kind: index == nil ? .null : value.kind, end: 0,
      parent: UInt32(parent), textStart: value.textStart, textLength: value.textLength,
      source: UInt32(place))
    if index == nil { node.textLength = 0 }
    if node.kind == .object { resolveResource(place, &node) }
    if node.type == TypeTable.unknown { node.type = inferredType(of: node) }
    nodes.append(node)
    if node.kind == .object || node.kind == .array {
      addMembers(of: place, type: node.type, parent: own)
    }
    if let extensions, source[extensions].kind == .object {
      addMembers(of: extensions, type: table.type(named: "Element"), parent: own)
    }
    nodes[own].end = UInt32(nodes.count)
  }

  private func resolveResource(_ index: Int, _ node: inout ResourceTree.Node) {
    guard resourceTypeName != JSONDocument.noName,
      let member = member(resourceTypeName, of: index), source[member].kind == .string
    else { return }
    let start = Int(source[member].textStart)
    let name = text[start..<start + Int(source[member].textLength)]
    let known = table.type(named: String(decoding: name, as: UTF8.self))
    node.isResource = true
    node.type = known == TypeTable.unknown ? table.type(named: "DomainResource") : known
  }

  private func member(_ name: UInt32, of index: Int) -> Int? {
    var child = index + 1
    while child < Int(source[index].end) {
      if source[child].name == name { return child }
      child = Int(source[child].end)
    }
    return nil
  }

  private func places(in index: Int) -> [UInt32: Int] {
    var places: [UInt32: Int] = [:]
    var child = index + 1
    while child < Int(source[index].end) {
      places[source[child].name] = child
      child = Int(source[child].end)
    }
    return places
  }

  private func inferredType(of node: ResourceTree.Node) -> TypeTable.TypeNumber {
    switch node.kind {
    case .string: table.type(named: "string")
    case .boolean: table.type(named: "boolean")
    case .number:
      text[Int(node.textStart)..<Int(node.textStart + node.textLength)]
        .allSatisfy { Lexer.isDigit($0) || $0 == UInt8(ascii: "-") }
        ? table.type(named: "integer") : table.type(named: "decimal")
    case .object, .array, .null: TypeTable.unknown
    }
  }

  private mutating func addMembers(
    of index: Int, type: TypeTable.TypeNumber, parent: Int
  ) {
    var child = index + 1
    let end = Int(source[index].end)
    // The places of the members, once one has to be looked up.
    var places: [UInt32: Int]?
    func place(of name: UInt32) -> Int? {
      if places == nil { places = self.places(in: index) }
      return places?[name]
    }
    while child < end {
      let next = Int(source[child].end)
      defer { child = next }
      let name = source[child].name
      guard name != JSONDocument.noName, name != resourceTypeName else { continue }
      let meaning = meanings[Int(name)]
      if meaning.hasUnderscore {
        // It is read with the value it belongs to, if there is one.
        if meaning.plain != JSONDocument.noName, place(of: meaning.plain) != nil {
          continue
        }
        addValues(nil, extensions: child, meaning, owner: type, parent: parent)
      } else {
        let sibling =
          meaning.sibling == JSONDocument.noName ? nil : place(of: meaning.sibling)
        addValues(child, extensions: sibling, meaning, owner: type, parent: parent)
      }
    }
  }

  /// Adds a member's value, or each of its values.
  private mutating func addValues(
    _ value: Int?, extensions: Int?, _ meaning: Meaning, owner: TypeTable.TypeNumber, parent: Int
  ) {
    let (name, type) = element(meaning, of: owner)
    guard let value, source[value].kind == .array else {
      if let extensions, source[extensions].kind == .array {
        addList(nil, extensions, name: name, type: type, parent: parent)
      } else {
        let value = value.flatMap { source[$0].kind == .null ? nil : $0 }
        add(value, extensions: extensions, name: name, type: type, parent: parent)
      }
      return
    }
    addList(value, extensions, name: name, type: type, parent: parent)
  }

  private mutating func addList(
    _ values: Int?, _ extensions: Int?, name: TypeTable.NameNumber, type: TypeTable.TypeNumber,
    parent: Int
  ) {
    var value = values.map { $0 + 1 } ?? 0
    let valueEnd = values.map { Int(source[$0].end) } ?? 0
    let hasExtensions = extensions.map { source[$0].kind == .array } ?? false
    var other = hasExtensions ? (extensions ?? 0) + 1 : 0
    let otherEnd = hasExtensions ? Int(source[extensions ?? 0].end) : 0
    while value < valueEnd || other < otherEnd {
      let hasValue = value < valueEnd && source[value].kind != .null
      let hasOther = other < otherEnd && source[other].kind != .null
      add(
        hasValue ? value : nil, extensions: hasOther ? other : nil, name: name, type: type,
        parent: parent)
      if value < valueEnd { value = Int(source[value].end) }
      if other < otherEnd { other = Int(source[other].end) }
    }
  }

  /// The name and the type of an element, as its owner has it.
  private func element(
    _ meaning: Meaning, of owner: TypeTable.TypeNumber
  ) -> (TypeTable.NameNumber, TypeTable.TypeNumber) {
    if owner != TypeTable.unknown, table.isListed[Int(owner)] {
      for element in table.elements[Int(owner)] {
        if element.name == meaning.name, !element.isChoice { return (element.name, element.type) }
        if element.isChoice, element.name == meaning.choice {
          return (element.name, meaning.choiceType)
        }
      }
    }
    if let element = table.element(meaning.name, of: owner), !element.isChoice {
      return (element.name, element.type)
    }
    // The owner is not known: what looks like a choice is one.
    let isUnknown = owner == TypeTable.unknown || !table.isListed[Int(owner)]
    if isUnknown, meaning.choice != TypeTable.noName {
      return (meaning.choice, meaning.choiceType)
    }
    return (meaning.name, TypeTable.unknown)
  }
}
