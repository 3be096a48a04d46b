import FHIR

extension Evaluation {
  /// FHIR's functions that give one item or none (R4, 2.9.1.5).
  func fhirFunction(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    let name = instruction.function.rawValue
    guard let input = try scalar(instruction.first, frame) else { return nil }
    switch instruction.function {
    case .getValue:
      let value = system(input)
      if case .node = value { return nil }
      return value
    case .conformsTo:
      guard let profile = try string(instruction.argument, frame) else { return nil }
      return .boolean(try conforms(input, to: profile, index))
    case .memberOf:
      guard let valueSet = try string(instruction.argument, frame) else { return nil }
      let value = value(input)
      return .boolean(try asked(name, index) { try $0.isMember(value, of: valueSet) })
    case .subsumes, .subsumedBy:
      guard let other = try scalar(instruction.argument, frame) else { return nil }
      let isForward = instruction.function == .subsumes
      let ancestor = value(isForward ? input : other)
      let descendant = value(isForward ? other : input)
      return .boolean(try asked(name, index) { try $0.subsumes(ancestor, descendant) })
    case .htmlChecks: return .boolean(Self.isHTML(self.value(input).text ?? ""))
    case .pathname:
      guard case .node(let reference) = input else { return nil }
      return .string(resourceNode(reference).path)
    default: throw error(.missingHostFunction(name), index)
    }
  }

  /// A type of R4 is known here; other profiles are the host's.
  private func conforms(
    _ input: Item, to profile: String, _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    guard case .node(let reference) = input else { return false }
    let start = "http://hl7.org/fhir/StructureDefinition/"
    if profile.hasPrefix(start) {
      let type = table.type(named: String(profile.dropFirst(start.count)))
      if type != TypeTable.unknown { return table.isType(node(reference).type, a: type) }
    }
    let node = resourceNode(reference)
    let answer = try? options.host?.conforms(node, to: profile)
    guard let answer else {
      throw error(.unknownArgument(function: "conformsTo", value: profile), index)
    }
    return answer
  }

  private func asked<Answer>(
    _ name: String, _ index: Int32, _ question: (any FHIRPathHost) throws -> Answer?
  ) throws(FHIRPathError) -> Answer {
    guard let host = options.host else { throw error(.missingHostFunction(name), index) }
    let answer: Answer?
    do {
      answer = try question(host)
    } catch let failure {
      throw error(.hostFailure(function: name, message: "\(failure)"), index)
    }
    guard let answer else { throw error(.missingHostFunction(name), index) }
    return answer
  }

  /// Whether tags are closed in order and nothing in them can run.
  private static func isHTML(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()[...]
      if ["script", "object", "iframe", "form", "input", "style"].contains(name) { return false }
      if tag.contains(" on") || tag.contains("javascript:") { return false }
      if tag.hasSuffix("/") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  // MARK: - Functions of a host

  /// Functions that give any number of items and may ask the host.
  func eachOfHost(_ index: Int32, _ frame: Frame, _ sink: Sink) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    switch instruction.function {
    case .resolve: return try eachResolved(index, frame, sink)
    case .checkModifiers: return try eachChecked(index, frame, sink)
    case .weight, .ordinal: return try eachWeight(index, frame, sink)
    case .answers: return try eachAnswer(index, frame, sink)
    default: throw error(.missingHostFunction(instruction.function.rawValue), index)
    }
  }

  private func eachResolved(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      var node: ResourceNode?
      var text = Self.text(of: system(item))
      if case .node(let reference) = item {
        node = resourceNode(reference)
        text = text ?? node?.children.first { $0.name == "reference" }?.text
      }
      guard let text else { return true }
      if text.hasPrefix("#"), let node, let found = node.contained(String(text.dropFirst())) {
        return try sink(.node(reference(found)))
      }
      // Without anybody to ask, a reference leads nowhere.
      guard options.host != nil else { return true }
      let found = try asked("resolve", index) { try $0.resolve(text, from: node) }
      for resource in found { if try !sink(.node(reference(resource))) { return false } }
      return true
    }
  }

  private func eachChecked(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    var known: [String] = []
    for argument in arguments(index) {
      if let url = try string(argument, frame) { known.append(url) }
    }
    return try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      if case .node(let reference) = item {
        for child in resourceNode(reference).children where child.name == "modifierExtension" {
          let url = child.children.first { $0.name == "url" }?.text ?? ""
          guard known.contains(url) else {
            throw error(.unknownArgument(function: "checkModifiers", value: url), index)
          }
        }
      }
      return try sink(item)
    }
  }

  private static let weightURLs = [
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
  ]

  /// The score of an answer: by its own extension, else by the host.
  private func eachWeight(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item else { return true }
      let node = resourceNode(reference)
      let value = node.children.first { $0.name == "value" }
      for place in [node, value].compactMap({ $0 }) {
        if let weight = place.weight(Self.weightURLs) { return try sink(.decimal(weight)) }
      }
      guard options.host != nil else { return true }
      let name = instructions[Int(index)].function.rawValue
      let weights = try asked(name, index) { try $0.weight(of: node) }
      for weight in weights { if try !sink(.decimal(weight)) { return false } }
      return true
    }
  }

  /// `answers()`: every answer below the input (structured data capture 3.0).
  private func eachAnswer(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let answer = table.name("answer")
    return try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item else { return true }
      let nodes = nodes(reference.tree)
      var child = reference.index + 1
      while child < nodes[Int(reference.index)].end {
        try step(index)
        if nodes[Int(child)].name == answer,
          try !sink(.node(NodeReference(tree: reference.tree, index: child)))
        {
          return false
        }
        child += 1
      }
      return true
    }
  }

  // MARK: - Instances

  /// `Coding { system: …, code: … }`: a value made by the expression.
  func instance(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item {
    let type = program.names[Int(instructions[Int(index)].detail)]
    var members: [(name: String, items: [Item])] = []
    for element in arguments(index) {
      let name = program.names[Int(instructions[Int(element)].detail)]
      members.append((name, try collect(instructions[Int(element)].first, frame)))
    }
    let document = JSONBuilder.object { object in
      for (name, items) in members where !items.isEmpty {
        if items.count == 1 {
          add(items[0], name, to: &object)
        } else {
          object.addArray(name) { list in for item in items { add(item, nil, to: &list) } }
        }
      }
    }
    return .node(reference(ResourceTree(document, type: type).root))
  }

  private func add(_ item: Item, _ name: String?, to builder: inout JSONBuilder) {
    switch item {
    case .node(let reference):
      if let json = resourceNode(reference).json { builder.add(name, copyOf: json) }
    case .boolean(let value): builder.add(name, value)
    case .integer(let value): builder.add(name, Int(value))
    case .decimal(let value): builder.add(name, value)
    default: builder.add(name, Self.text(of: item) ?? "")
    }
  }
}

extension ResourceNode {
  /// The path from the resource down to this value, by names.
  var path: String {
    guard let parent else { return typeName }
    return "\(parent.path).\(name)"
  }

  /// The contained resource with an id, in the resource that this value lies in.
  func contained(_ id: String) -> ResourceNode? {
    var root = self
    while let parent = root.parent { root = parent }
    return root.children.first { child in
      child.name == "contained" && child.children.contains { $0.name == "id" && $0.text == id }
    }
  }

  /// The number of the first extension with one of these URLs.
  func weight(_ urls: [String]) -> ExactDecimal? {
    for child in children where child.name == "extension" {
      guard let url = child.children.first(where: { $0.name == "url" })?.text, urls.contains(url)
      else { continue }
      return child.children.first { $0.name == "value" }?.json?.decimal
    }
    return nil
  }
}
