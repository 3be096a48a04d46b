import FHIR

extension Evaluation {
  /// Functions of FHIR that give one item (R4, 2.9.1.5).
  func fhirFunction(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    switch instruction.function {
    case .getValue:
      guard let input = try inputIfOnly(index, frame), isPrimitive(input) else { return nil }
      if case .node = system(input) { return nil }
      return system(input)
    case .htmlChecks:
      guard case .node(let reference)? = try inputIfOnly(index, frame),
        node(reference).type == table.type(named: "xhtml"), !isComplex(reference)
      else { return nil }
      let text = String(decoding: text(reference), as: UTF8.self)
      try checkText(text.utf8.count, index)
      try step(index, text.utf8.count / 4)
      return .boolean(Narrative.isAllowed(text))
    case .lookup:
      guard let coded = try scalar(instruction.argument, frame) else { return nil }
      // A tree of its own takes as long as many steps.
      try step(index, 100)
      let found = try ask(index) { host throws in try host.lookUp(value(coded)) }
      return found.first.map { .node(reference($0)) }
    default: break
    }
    guard let input = try scalar(instruction.first, frame) else { return nil }
    switch instruction.function {
    case .conformsTo: return try conforms(input, index, frame).map(Item.boolean)
    case .memberOf:
      guard let valueSet = try string(instruction.argument, frame) else { return nil }
      let found = try ask(index) { host throws in
        try host.membership(of: value(input), in: valueSet)
      }
      return found == .undecided ? nil : .boolean(found == .member)
    case .subsumes, .subsumedBy:
      guard let other = try scalar(instruction.argument, frame) else { return nil }
      let isReversed = instruction.function == .subsumedBy
      let found = try ask(index) { host throws in
        try host.subsumes(
          value(isReversed ? other : input), value(isReversed ? input : other))
      }
      return .boolean(found)
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
        try eachOf(try resolved(item, index), index, sink)
      }
    case .weight, .ordinal:
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        try eachOf(try weights(of: item, index), index, sink)
      }
    case .answers: return try eachAnswer(index, frame, sink)
    case .checkModifiers: return try eachChecked(index, frame, sink)
    default:
      // `elementDefinition()` and `slice()` need the definitions of profiles, which no host here has.
      return try each(instruction.first, frame) { _ throws(FHIRPathError) in
        throw error(.missingHostFunction(instruction.function.rawValue), index)
      }
    }
  }

  /// `answers()`: the answers below each node, in document order.
  private func eachAnswer(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let type = table.type(named: "QuestionnaireResponse.item.answer")
    return try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item else { return true }
      let nodes = nodes(reference.tree)
      var child = reference.index + 1
      while child < nodes[Int(reference.index)].end {
        let node = nodes[Int(child)]
        if node.isPadding {
          child = node.end
          continue
        }
        try step(index)
        // The condition of a question has an answer too, which is a value.
        if node.name == table.answerName, node.type == type || node.type == TypeTable.unknown,
          try !sink(.node(NodeReference(tree: reference.tree, index: child)))
        {
          return false
        }
        child += 1
      }
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

  /// The score of an answer, an option or a Coding: the extension on it or on its value first, then
  /// what the host knows of a code; nothing for what is not coded.
  private func weights(of item: Item, _ index: Int32) throws(FHIRPathError) -> [Item] {
    guard case .node(let reference) = item else { return [] }
    let node = resourceNode(reference)
    if let weight = Self.statedWeight(of: node) { return [.decimal(weight)] }
    var coded = node
    if node.typeName != "Coding", let value = node.children.first(where: { $0.name == "value" }) {
      if let weight = Self.statedWeight(of: value) { return [.decimal(weight)] }
      coded = value
    }
    guard coded.typeName == "Coding" || coded.typeName == "code" else { return [] }
    return try ask(index) { host throws in try host.weight(of: coded) }.map(Item.decimal)
  }

  /// The number of the first extension that gives a score.
  private static func statedWeight(of node: ResourceNode) -> ExactDecimal? {
    for part in node.children where part.name == "extension" {
      let url = part.children.first { $0.name == "url" }?.text
      guard let url, ExtensionURL.isWeight(url) else { continue }
      if let place = part.children.first(where: { $0.name == "value" }),
        let value = FHIRPathValue.node(place).decimal
      {
        return value
      }
    }
    return nil
  }

  // MARK: - Instances

  /// `Coding { system: …, code: … }` as a resource of its own.
  func instance(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item {
    // A tree of its own takes as long as many steps.
    try step(index, 100)
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
