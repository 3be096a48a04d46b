import FHIR

extension Evaluation {
  /// Functions of FHIR that give one item (R4, 2.9.1.5).
  func fhirFunction(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    guard let input = try scalar(instruction.first, frame) else { return nil }
    switch instruction.function {
    case .getValue:
      if case .node = system(input) { return nil }
      return system(input)
    case .conformsTo: return try conforms(input, index, frame).map(Item.boolean)
    case .memberOf:
      guard let valueSet = try string(instruction.argument, frame) else { return nil }
      let found = try ask(index) { host throws in
        try host.isMember(value(input), of: valueSet)
      }
      return .boolean(found)
    case .subsumes, .subsumedBy:
      guard let other = try scalar(instruction.argument, frame) else { return nil }
      let isReversed = instruction.function == .subsumedBy
      let found = try ask(index) { host throws in
        try host.subsumes(
          value(isReversed ? other : input), value(isReversed ? input : other))
      }
      return .boolean(found)
    case .htmlChecks:
      guard case .string(let text) = system(input) else { throw wrongType(input, "XHTML", index) }
      try checkText(text.utf8.count, index)
      return .boolean(Narrative.isAllowed(text))
    default:
      throw error(.missingHostFunction(instruction.function.rawValue), index)
    }
  }

  /// Asks the host; an error when there is none or it does not know.
  private func ask<Answer>(
    _ index: Int32, _ question: (any FHIRPathHost) throws -> Answer?
  ) throws(FHIRPathError) -> Answer {
    let name = instructions[Int(index)].function.rawValue
    guard let host = options.host else { throw error(.missingHostFunction(name), index) }
    let answer: Answer?
    do {
      answer = try question(host)
    } catch {
      throw self.error(.hostFailure(function: name, message: "\(error)"), index)
    }
    guard let answer else { throw error(.missingHostFunction(name), index) }
    return answer
  }

  private func conforms(
    _ input: Item, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Bool? {
    guard let profile = try string(instructions[Int(index)].argument, frame) else { return nil }
    guard case .node(let reference) = input else { return false }
    let base = "http://hl7.org/fhir/StructureDefinition/"
    if profile.hasPrefix(base) {
      let type = table.type(named: String(profile.dropFirst(base.count)))
      if type != TypeTable.unknown { return table.isType(node(reference).type, a: type) }
    }
    guard options.host != nil else {
      throw error(.unknownArgument(function: "conformsTo", value: profile), index)
    }
    return try ask(index) { host throws in
      try host.conforms(resourceNode(reference), to: profile)
    }
  }

  // MARK: - Functions that give several items

  /// `resolve()`, `weight()`, `answers()` and their like.
  func eachOfHost(_ index: Int32, _ frame: Frame, _ sink: Sink) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    switch instruction.function {
    case .resolve:
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        try eachOf(try resolved(item, index), sink)
      }
    case .weight, .ordinal:
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        try eachOf(try weights(of: item, index), sink)
      }
    case .answers:
      let answer = table.name("answer")
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        guard case .node(let reference) = item else { return true }
        let nodes = nodes(reference.tree)
        for child
          in (reference.index + 1)..<max(reference.index + 1, nodes[Int(reference.index)].end)
        where nodes[Int(child)].name == answer {
          try step(index)
          if try !sink(.node(NodeReference(tree: reference.tree, index: child))) { return false }
        }
        return true
      }
    case .checkModifiers: return try eachChecked(index, frame, sink)
    default: throw error(.missingHostFunction(instruction.function.rawValue), index)
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
      guard case .node(let reference) = item else { return try sink(item) }
      let node = resourceNode(reference)
      for modifier in node.children where modifier.name == "modifierExtension" {
        let url = modifier.children.first { $0.name == "url" }?.text ?? ""
        guard known.contains(where: { $0.utf8.elementsEqual(url.utf8) }) else {
          throw error(.unknownArgument(function: "checkModifiers", value: url), index)
        }
      }
      return try sink(item)
    }
  }

  private func resolved(_ item: Item, _ index: Int32) throws(FHIRPathError) -> [Item] {
    var from: ResourceNode?
    var reference: String?
    if case .node(let place) = item {
      let node = resourceNode(place)
      from = node
      reference =
        node.typeName == "Reference"
        ? node.children.first { $0.name == "reference" }?.text : node.text
    } else if case .string(let text) = item {
      reference = text
    }
    guard let reference else { return [] }
    if reference.hasPrefix("#"), let from, let found = from.contained(reference.dropFirst()) {
      return [.node(self.reference(found))]
    }
    return try ask(index) { host throws in try host.resolve(reference, from: from) }
      .map { .node(self.reference($0)) }
  }

  /// The score of an answer or a Coding: its own extension first, then what the host knows.
  private func weights(of item: Item, _ index: Int32) throws(FHIRPathError) -> [Item] {
    guard case .node(let reference) = item else { return [] }
    var node = resourceNode(reference)
    if let value = node.children.first(where: { $0.name == "value" }), !node.hasValue,
      node.typeName != "Coding"
    {
      node = value
    }
    guard node.typeName == "Coding" || node.typeName == "code" else { return [] }
    for part in node.children where part.name == "extension" {
      let url = part.children.first { $0.name == "url" }?.text
      guard let url, ExtensionURL.isWeight(url) else { continue }
      if let value = part.children.first(where: { $0.name == "value" })?.json?.decimal {
        return [.decimal(value)]
      }
    }
    return try ask(index) { host throws in try host.weight(of: node) }.map(Item.decimal)
  }

  // MARK: - Instances

  /// `Coding { system: …, code: … }` as a resource of its own.
  func instance(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item {
    let instruction = instructions[Int(index)]
    var elements: [(name: String, values: [Item])] = []
    for element in arguments(index) {
      let part = instructions[Int(element)]
      elements.append((program.names[Int(part.detail)], try collect(part.first, frame)))
    }
    let type = program.names[Int(instruction.detail)]
    let document = JSONBuilder.object { builder in
      for element in elements { add(element.values, as: element.name, of: type, to: &builder) }
    }
    // A primitive is its element `value`.
    if table.isPrimitive(table.type(named: type)),
      let value = document.root.children.first(where: { $0.name == "value" })
    {
      return .node(reference(ResourceTree(value, type: type).root))
    }
    return .node(reference(ResourceTree(document, type: type).root))
  }

  private func add(
    _ values: [Item], as name: String, of type: String, to builder: inout JSONBuilder
  ) {
    guard let first = values.first else { return }
    let element = table.element(table.name(name), of: table.type(named: type))
    var jsonName = name
    if element?.isChoice == true {
      let suffix = typeName(of: first)
      jsonName += suffix.prefix(1).uppercased() + suffix.dropFirst()
    }
    guard values.count > 1 else {
      add(first, as: jsonName, to: &builder)
      return
    }
    builder.addArray(jsonName) { list in
      for value in values { add(value, as: nil, to: &list) }
    }
  }

  private func add(_ value: Item, as name: String?, to builder: inout JSONBuilder) {
    switch value {
    case .node(let reference):
      if let json = resourceNode(reference).json { builder.add(name, copyOf: json) }
    case .boolean(let value): builder.add(name, value)
    case .integer(let value): builder.add(name, Int(value))
    case .long(let value): builder.add(name, Int(value))
    case .decimal(let value): builder.add(name, value)
    case .quantity(let quantity):
      builder.addObject(name) { inner in
        inner.add("value", quantity.value)
        inner.add("system", Quantity.ucum)
        inner.add("code", quantity.code)
      }
    default:
      if let text = Self.text(value) { builder.add(name, text) }
    }
  }
}

extension ExtensionURL {
  /// Whether an extension gives the score of an answer.
  fileprivate static func isWeight(_ url: String) -> Bool {
    url == "http://hl7.org/fhir/StructureDefinition/ordinalValue"
      || url == "http://hl7.org/fhir/StructureDefinition/itemWeight"
      || url == "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue"
  }
}
