extension JSONNode {
  /// The member `value[x]` of an object under this stem (`value`, `answer`), with its type.
  ///
  /// The type is nil when the name's ending is no type that an answer can have.
  public func choiceMember(_ stem: String) -> (kind: AnswerValue.Kind?, node: JSONNode)? {
    choiceNode(stem).map { node in
      let ending = String(decoding: node.nameBytes.dropFirst(stem.utf8.count), as: UTF8.self)
      return (AnswerValue.Kind(rawValue: ending), node)
    }
  }

  /// The member `value[x]` of an object under this stem, whatever its type.
  public func choiceNode(_ stem: String) -> JSONNode? {
    children.first { child in
      let name = child.nameBytes
      guard name.count > stem.utf8.count, name.starts(with: stem.utf8) else { return false }
      // The type starts with a capital letter: `values` is another member.
      return 65...90 ~= name[name.startIndex + stem.utf8.count]
    }
  }

  /// The value of `value[x]` under this stem, or nil when there is none that can be read.
  public func choiceValue(_ stem: String) -> AnswerValue? {
    guard let member = choiceMember(stem), let kind = member.kind else { return nil }
    return AnswerValue(kind, member.node)
  }
}

extension AnswerValue {
  /// Reads a value of a known type; nil when the JSON does not hold one.
  public init?(_ kind: Kind, _ node: JSONNode) {
    let value: AnswerValue?
    switch kind {
    case .boolean: value = node.boolean.map { .boolean($0) }
    case .decimal: value = node.decimal.map { .decimal($0) }
    case .integer: value = node.integer.map { .integer($0) }
    case .date: value = node.string.flatMap { PartialDate($0) }.map { .date($0) }
    case .dateTime: value = node.string.flatMap { PartialDateTime($0) }.map { .dateTime($0) }
    case .time: value = node.string.flatMap { TimeOfDay($0) }.map { .time($0) }
    case .string: value = node.string.map { .string($0) }
    case .uri: value = node.string.map { .uri($0) }
    case .attachment: value = node.kind == .object ? .attachment(Attachment(node)) : nil
    case .coding: value = node.kind == .object ? .coding(Coding(node)) : nil
    case .quantity: value = node.kind == .object ? .quantity(Quantity(node)) : nil
    case .reference: value = node.kind == .object ? .reference(Reference(node)) : nil
    }
    guard let value else { return nil }
    self = value
  }
}

extension Coding {
  /// Reads a coding's members.
  public init(_ node: JSONNode) {
    self.init(
      system: node["system"]?.string, version: node["version"]?.string,
      code: node["code"]?.string, display: node["display"]?.string)
  }
}

extension Quantity {
  /// Reads a quantity's members.
  public init(_ node: JSONNode) {
    self.init(
      value: node["value"]?.decimal, comparator: node["comparator"]?.string,
      unit: node["unit"]?.string, system: node["system"]?.string, code: node["code"]?.string)
  }
}

extension Reference {
  /// Reads a reference's members.
  public init(_ node: JSONNode) {
    self.init(
      reference: node["reference"]?.string, type: node["type"]?.string,
      display: node["display"]?.string)
  }
}

extension Attachment {
  /// Reads an attachment's members.
  public init(_ node: JSONNode) {
    self.init(
      contentType: node["contentType"]?.string, url: node["url"]?.string,
      data: node["data"]?.string, size: node["size"]?.integer, title: node["title"]?.string)
  }
}

extension JSONBuilder {
  /// Adds a value as `value[x]` under this stem.
  public mutating func add(_ stem: String, _ value: AnswerValue) {
    let name = stem + value.kind.rawValue
    switch value {
    case .boolean(let value): add(name, value)
    case .decimal(let value): add(name, value)
    case .integer(let value): add(name, value)
    case .date(let value): add(name, value.description)
    case .dateTime(let value): add(name, value.description)
    case .time(let value):
      // FHIR wants seconds wherever there is a time.
      add(name, value.second == nil ? "\(value):00" : value.description)
    case .string(let value), .uri(let value): add(name, value)
    case .attachment(let value): addObject(name) { $0.addMembers(of: value) }
    case .coding(let value): addObject(name) { $0.addMembers(of: value) }
    case .quantity(let value): addObject(name) { $0.addMembers(of: value) }
    case .reference(let value): addObject(name) { $0.addMembers(of: value) }
    }
  }

  /// Adds a string unless it is nil.
  public mutating func addIfPresent(_ name: String, _ value: String?) {
    if let value { add(name, value) }
  }

  /// Adds the members of a coding to the open object.
  public mutating func addMembers(of coding: Coding) {
    addIfPresent("system", coding.system)
    addIfPresent("version", coding.version)
    addIfPresent("code", coding.code)
    addIfPresent("display", coding.display)
  }

  /// Adds the members of a quantity to the open object.
  public mutating func addMembers(of quantity: Quantity) {
    if let value = quantity.value { add("value", value) }
    addIfPresent("comparator", quantity.comparator)
    addIfPresent("unit", quantity.unit)
    addIfPresent("system", quantity.system)
    addIfPresent("code", quantity.code)
  }

  private mutating func addMembers(of reference: Reference) {
    addIfPresent("reference", reference.reference)
    addIfPresent("type", reference.type)
    addIfPresent("display", reference.display)
  }

  private mutating func addMembers(of attachment: Attachment) {
    addIfPresent("contentType", attachment.contentType)
    addIfPresent("data", attachment.data)
    addIfPresent("url", attachment.url)
    if let size = attachment.size { add("size", size) }
    addIfPresent("title", attachment.title)
  }
}
