/// Whose part something in a response is.
enum Owner: Hashable {
  /// The response itself
  case response
  /// What the expression is evaluated on
  case focus
  /// The items with the link id that a literal says; the literal's number in the syntax tree
  case named(Int32)
  /// The value of a variable from outside
  case variable
}

/// Where in a response that lies which a part of an expression gives.
enum Place: Hashable {
  /// Where no answer changes anything: constants, the response's own data, the questionnaire
  case elsewhere
  /// The owner itself
  case node(Owner)
  /// Items at any depth below the owner, not told apart
  case items(Owner)
  /// Anything else at any depth below the owner, not told apart: answers, values, details
  case parts(Owner)
  /// The owner's own answers
  case answers(Owner)
  /// What lies in the values of the owner's own answers
  case values(Owner)
  /// Elements of the owner that are there whenever it is, such as its link id
  case details(Owner)

  var owner: Owner? {
    switch self {
    case .elsewhere: nil
    case .node(let owner), .items(let owner), .parts(let owner), .answers(let owner),
      .values(let owner), .details(let owner):
      owner
    }
  }

  /// Whether nothing there can be an item, so that no link id is found.
  var isNeverItem: Bool {
    switch self {
    case .parts, .answers, .values, .details, .node(.response): true
    case .elsewhere, .node, .items: false
    }
  }
}

// MARK: - Steps

extension Place {
  /// Where the elements of a name lie.
  func elements(named name: String) -> [Place] {
    switch (self, name) {
    case (.elsewhere, _): [.elsewhere]
    case (.node(let owner), "item"), (.items(let owner), "item"), (.parts(let owner), "item"),
      (.answers(let owner), "item"):
      [.items(owner)]
    case (.node(.variable), _): [self]
    case (.node(.response), _): [.elsewhere]
    case (.node(let owner), "answer"): [.answers(owner)]
    case (.node(let owner), _): Self.isOfResponse(name) ? [.elsewhere] : [.details(owner)]
    case (.items(let owner), _): [.parts(owner)]
    // Only items have these, and parts are none.
    case (.parts, "answer"), (.parts, "linkId"): []
    case (.parts, _), (.values, _), (.details, _): [self]
    case (.answers(let owner), _): [.values(owner)]
    }
  }

  /// The elements of an item beside its answers and items.
  private static func isItemElement(_ name: String) -> Bool {
    ["linkId", "text", "definition", "id", "extension", "modifierExtension"].contains(name)
  }

  /// Whether only the response itself has an element of this name.
  private static func isOfResponse(_ name: String) -> Bool {
    let table = TypeTable.shared
    let response = table.type(named: "QuestionnaireResponse")
    return !isItemElement(name) && table.element(table.name(name), of: response) != nil
  }

  /// Whether strict evaluation may fail for want of an element of this name, so that it matters
  /// whether anything is there.
  func mayLackElement(named name: String) -> Bool {
    switch self {
    case .elsewhere, .node(.response): false
    case .node, .items:
      !(name == "item" || name == "answer" || Self.isItemElement(name))
    case .answers: !["value", "item", "id", "extension"].contains(name)
    case .parts, .values, .details: true
    }
  }

  /// Where the values right below lie.
  var children: [Place] {
    switch self {
    case .elsewhere, .values, .details: [self]
    case .node(.response): [.items(.response), .elsewhere]
    case .node(.variable): [self, .items(.variable)]
    case .node(let owner): [.items(owner), .answers(owner), .details(owner)]
    case .items(let owner), .parts(let owner): [.items(owner), .parts(owner)]
    case .answers(let owner): [.items(owner), .values(owner)]
    }
  }

  /// Where the values at any depth below lie.
  var descendants: [Place] {
    switch self {
    case .node(.response): [.items(.response), .parts(.response), .elsewhere]
    case .node(.variable): children
    case .node(let owner), .answers(let owner): [.items(owner), .parts(owner)]
    case .elsewhere, .items, .parts, .values, .details: children
    }
  }

  /// Where the answers at any depth below lie.
  var allAnswers: [Place] {
    switch self {
    case .elsewhere, .node(.variable): [self]
    case .node(let owner), .items(let owner), .parts(let owner), .answers(let owner):
      [.parts(owner)]
    case .values, .details: []
    }
  }
}
