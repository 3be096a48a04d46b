/// Finds elements that their types do not have, before there is any data.
struct TypeChecker {
  private let tree: SyntaxTree
  private let table = TypeTable.shared

  init(_ tree: SyntaxTree) { self.tree = tree }

  func check(rootType: String?) throws(FHIRPathError) {
    let type = rootType.map { table.type(named: $0) } ?? TypeTable.unknown
    _ = try inferredType(of: tree.root, this: type)
  }

  /// The FHIR type of what a part gives, or unknown.
  private func inferredType(
    of node: SyntaxNode, this: TypeTable.TypeNumber
  ) throws(FHIRPathError) -> TypeTable.TypeNumber {
    let children = node.children
    switch node.kind {
    case .this, .implied: return this
    case .parentheses, .sortKey: return try inferredType(of: children[0], this: this)
    case .indexer:
      _ = try inferredType(of: children[1], this: this)
      return try inferredType(of: children[0], this: this)
    case .member: return try member(node, this)
    case .function: return try function(node, this)
    case .binary:
      let left = try inferredType(of: children[0], this: this)
      if node.node.symbol == .asType { return specified(children[1]) }
      if node.node.symbol == .isType { return TypeTable.unknown }
      let right = try inferredType(of: children[1], this: this)
      return node.node.symbol == .union && left == right ? left : TypeTable.unknown
    default:
      for child in children { _ = try inferredType(of: child, this: this) }
      return TypeTable.unknown
    }
  }

  private func specified(_ node: SyntaxNode) -> TypeTable.TypeNumber {
    table.type(named: node.kind == .type || node.kind == .member ? node.word : "")
  }

  private func member(
    _ node: SyntaxNode, _ this: TypeTable.TypeNumber
  ) throws(FHIRPathError) -> TypeTable.TypeNumber {
    var owner = this
    if let input = node.children.first {
      owner = try inferredType(of: input, this: this)
    } else if let first = node.word.utf8.first, 65...90 ~= first {
      let named = table.type(named: node.word)
      if named != TypeTable.unknown { return try rootType(named, node, this) }
    }
    guard owner != TypeTable.unknown, table.isListed[Int(owner)] else { return TypeTable.unknown }
    guard let element = table.element(table.name(node.word), of: owner) else {
      let place = SourceRange(start: Int(node.node.wordStart), end: Int(node.node.wordEnd))
      throw FHIRPathError(
        .unknownElement(node.word, type: table.typeName(owner)), at: place)
    }
    // What lies in a resource may be any resource.
    return table.typeName(element.type) == "Resource" ? TypeTable.unknown : element.type
  }

  /// The type at the start of a path, which has to be the context's own or one of its bases.
  private func rootType(
    _ named: TypeTable.TypeNumber, _ node: SyntaxNode, _ this: TypeTable.TypeNumber
  ) throws(FHIRPathError) -> TypeTable.TypeNumber {
    guard this != TypeTable.unknown else { return named }
    // Of two types that fit each other, the narrower is what there is.
    if table.isType(this, a: named) { return this }
    if table.isType(named, a: this) { return named }
    let place = SourceRange(start: Int(node.node.wordStart), end: Int(node.node.wordEnd))
    throw FHIRPathError(.unknownElement(node.word, type: table.typeName(this)), at: place)
  }

  private func function(
    _ node: SyntaxNode, _ this: TypeTable.TypeNumber
  ) throws(FHIRPathError) -> TypeTable.TypeNumber {
    let children = node.children
    let input = try inferredType(of: children[0], this: this)
    guard let function = Function.named(node.word) else { return TypeTable.unknown }
    if function.takesType {
      return function == .is || children.count < 2 ? TypeTable.unknown : specified(children[1])
    }
    var last = TypeTable.unknown
    // What a projection is repeated on is not known beforehand.
    let isRepeat = function == .repeat || function == .repeatAll
    let inner = isRepeat ? TypeTable.unknown : function.takesLambda ? input : this
    for argument in children.dropFirst() { last = try inferredType(of: argument, this: inner) }
    switch function {
    case .where, .first, .last, .single, .tail, .skip, .take, .distinct, .sort, .trace,
      .defineVariable, .exclude, .intersect:
      return input
    case .select: return last
    case .extension: return table.type(named: "Extension")
    case .lookup: return table.type(named: "Parameters")
    default: return TypeTable.unknown
    }
  }
}
