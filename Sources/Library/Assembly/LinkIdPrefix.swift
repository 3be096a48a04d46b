/// What is put before the linkIds of a part.
struct LinkIdPrefix: Equatable {
  let text: String
  /// Whether `%linkIdPrefix` is there still when the questionnaire is assembled.
  let isKept: Bool

  /// An expression with the linkIds in it as they are when assembled.
  ///
  /// Those are found that are compared with `linkId` as they stand: `linkId = 'x'`, `'x' = linkId`,
  /// `linkId in ('x' | 'y')`.
  ///
  /// - Parameters:
  ///   - isItem: Whether there is an item with an assembled linkId.
  ///   - isContained: Whether the part contains a resource with an id.
  func rewritten(
    _ expression: String, isItem: (String) -> Bool, isContained: (String) -> Bool
  ) -> String {
    let tokens = ExpressionToken.all(in: expression)
    let compared = Self.comparedTexts(tokens)
    let bytes = Array(expression.utf8)
    var result: [UInt8] = []
    var copied = 0
    for (place, token) in tokens.enumerated() {
      let replacement: String
      switch token.kind {
      case .text(let linkId) where compared.contains(place) && isItem(text + linkId):
        replacement = text + linkId
      case .text(let reference)
      where reference.hasPrefix("#") && isContained(String(reference.dropFirst())):
        replacement = "#" + text + reference.dropFirst()
      case .variable(AssemblyScope.prefixName) where !isKept: replacement = text
      default: continue
      }
      result += bytes[copied..<token.range.lowerBound]
      result += ExpressionToken.literal(replacement).utf8
      copied = token.range.upperBound
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// The places of the texts that are compared with `linkId`, and not put together with others.
  private static func comparedTexts(_ tokens: [ExpressionToken]) -> Set<Int> {
    func token(_ place: Int) -> ExpressionToken? {
      tokens.indices.contains(place) ? tokens[place] : nil
    }
    func isAlone(_ place: Int) -> Bool {
      !["+", "&", "."].contains { symbol in
        token(place - 1)?.isSymbol(symbol) == true || token(place + 1)?.isSymbol(symbol) == true
      }
    }
    var places: Set<Int> = []
    for place in tokens.indices where tokens[place].kind == .name("linkId") {
      let isCompared = token(place + 1)?.comparesEquality == true
      if isCompared, case .text = token(place + 2)?.kind { places.insert(place + 2) }
      if token(place + 1)?.kind == .name("in"), token(place + 2)?.isSymbol("(") == true {
        places.formUnion(textsInParentheses(tokens, from: place + 3))
      }
      // What stands before `linkId` leads to it: `$this.linkId`, `%context.linkId`.
      var start = place
      while token(start - 1)?.isSymbol(".") == true { start -= 2 }
      if token(start - 1)?.isSymbol("$") == true { start -= 1 }
      if token(start - 1)?.comparesEquality == true, case .text = token(start - 2)?.kind {
        places.insert(start - 2)
      }
    }
    return places.filter(isAlone)
  }

  /// The places of texts in a list such as `'x' | 'y')`.
  private static func textsInParentheses(_ tokens: [ExpressionToken], from start: Int) -> [Int] {
    var places: [Int] = []
    var place = start
    while place < tokens.count {
      if case .text = tokens[place].kind {
        places.append(place)
      } else if !tokens[place].isSymbol("|") {
        return tokens[place].isSymbol(")") ? places : []
      }
      place += 1
    }
    return []
  }
}
