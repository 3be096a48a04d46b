import SeededRandomness

/// Makes expressions on a response of `AnswerTree`.
///
/// Most name the items that they start from, since others read everything and prove nothing.
struct RandomExpression {
  var random: SeededGenerator
  private var variables = 0

  init(random: SeededGenerator) { self.random = random }

  private mutating func linkId() -> String {
    "'\(random.pick(from: ["a", "a", "b", "c", "d", "g", "g", "h", "q", "q"]))'"
  }

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return path(0) }
    switch random.number(0...12) {
    case 0:
      let symbol = random.pick(from: ["+", "=", ">", "~", "&", "!=", "*", "<="])
      return "(\(expression(depth - 1)) \(symbol) \(expression(depth - 1)))"
    case 1:
      let symbol = random.pick(from: ["and", "or", "xor", "implies"])
      return "(\(condition(depth - 1)) \(symbol) \(condition(depth - 1)))"
    case 2: return "(\(path(depth)) | \(path(depth)))" + (random.next() % 2 == 0 ? "" : finish())
    case 3:
      return "iif(\(condition(depth - 1)), \(expression(depth - 1)), \(expression(depth - 1)))"
    case 4: return random.pick(from: ["1", "'x'", "true", "{}", "%status", "$index", "4"])
    case 5: return "(\(path(depth - 1)) in \(path(depth - 1)))"
    case 6: return "%terminologies.lookup(\(path(depth - 1))).parameter.value"
    default: return path(depth)
    }
  }

  /// A criterion that lets through items of certain link ids only.
  private mutating func narrowing(_ depth: Int) -> String {
    switch random.number(0...9) {
    case 0: "\(linkId()) = linkId"
    case 1: "linkId in (\(linkId()) | \(linkId()))"
    case 2: "(linkId = \(linkId()) or linkId = \(linkId()))"
    case 3, 4: "linkId = \(linkId()) and \(condition(depth - 1))"
    default: "linkId = \(linkId())"
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return narrowing(0) }
    switch random.number(0...11) {
    case 0, 1: return narrowing(depth)
    case 2: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 3: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 4: return "$index = \(random.number(0...1))"
    case 5: return random.pick(from: ["1 + 'a' = 2", "value > 0", "answer.value > 0", "$this = 1"])
    case 6: return "%resource.descendants().where(linkId = \(linkId())).answer.value > 0"
    case 7: return "item.where(linkId = \(linkId())).answer.value > 0"
    case 8: return "answer.value = 1"
    default: return expression(depth - 1)
    }
  }

  mutating func path(_ depth: Int) -> String {
    var path = start(depth)
    for _ in 0..<random.number(0...3) { path += step(depth) }
    return path + finish() + (random.happens(inHundred: 30) ? end(depth) : "")
  }

  private mutating func finish() -> String {
    switch random.number(0...9) {
    case 0: ""
    case 1, 2: ".answer"
    case 3: ".item.where(linkId = \(linkId())).answer.value"
    case 4: ".answer.item.where(linkId = \(linkId())).answer.value"
    default: ".answer.value"
    }
  }

  private mutating func start(_ depth: Int) -> String {
    switch random.number(0...13) {
    case 0: return "$this"
    case 1: return "%context"
    case 2: return "item"
    case 3, 4, 5: return "item.where(\(narrowing(depth)))"
    case 6, 7:
      let projection = random.pick(from: ["item", "item | answer.item", "children()"])
      return "%resource.repeat(\(projection)).where(\(narrowing(depth)))"
    case 8, 9: return "%resource.descendants().where(\(narrowing(depth)))"
    case 10: return "%resource.item.where(\(condition(depth)))"
    default: return "%resource.item.where(\(narrowing(depth)))"
    }
  }

  private mutating func step(_ depth: Int) -> String {
    switch random.number(0...25) {
    case 0: return ".item"
    case 1...3: return ".where(\(condition(depth - 1)))"
    case 4: return ".answer"
    case 5: return ".descendants().where(\(narrowing(depth - 1)))"
    case 6: return ".repeat(item).where(\(narrowing(depth - 1)))"
    case 7...9: return ".item.where(\(narrowing(depth - 1)))"
    case 10: return ".answer.item"
    case 11...13:
      return random.pick(from: [".first()", ".last()", ".tail()", ".skip(1)", ".take(1)", "[0]"])
    case 14, 15: return ".select(\(expression(depth - 1)))"
    case 16: return ".repeatAll(\(random.pick(from: ["item", "answer.item"])))"
    case 17: return ".sort(\(expression(depth - 1)))"
    case 18:
      return random.pick(
        from: [".children()", ".answers()", ".ofType(integer)", ".linkId", ".single()"])
    case 19: return ".distinct()"
    case 20: return ".combine(\(path(depth - 1)))"
    case 21, 22:
      let function = random.pick(from: ["union", "union", "intersect", "exclude", "coalesce"])
      return ".\(function)(\(depth > 0 ? path(depth - 1) : "item.where(linkId = 'a')"))"
    default:
      variables += 1
      let use = random.pick(from: ["", ".answer.value", ".item", " + 1", ".where(linkId = 'a')"])
      return ".defineVariable('v\(variables)', \(expression(depth - 1)))"
        + ".select(%v\(variables)\(use))"
    }
  }

  private mutating func end(_ depth: Int) -> String {
    switch random.number(0...10) {
    case 0: ".exists()"
    case 1: ".count()"
    case 2: ".empty()"
    case 3: ".sum()"
    case 4: ".all(\(condition(depth - 1)))"
    case 5: ".exists(\(condition(depth - 1)))"
    case 6: ".aggregate(iif($total.empty(), $this, $total & '-'))"
    case 7: ".aggregate($total + \(expression(depth - 1)), 0)"
    case 8: ".first()"
    case 9: ".where(memberOf('urn:v'))"
    default:
      random.pick(from: [".toString()", ".not()", ".isDistinct()", ".type().name", ".hasValue()"])
    }
  }
}
