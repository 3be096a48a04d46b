import SeededRandomness

/// Makes expressions on a response of `AnswerTree`.
struct RandomExpression {
  var random: SeededGenerator

  private mutating func linkId() -> String {
    "'\(random.pick(from: ["a", "b", "c", "d", "g", "h", "q"]))'"
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
    case 2: return "(\(path(depth)) | \(path(depth)))"
    case 3:
      return "iif(\(condition(depth - 1)), \(expression(depth - 1)), \(expression(depth - 1)))"
    case 4: return random.pick(from: ["1", "'x'", "true", "{}", "%status", "$index", "4"])
    case 5: return "(\(path(depth - 1)) in \(path(depth - 1)))"
    default: return path(depth)
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return "linkId = \(linkId())" }
    switch random.number(0...11) {
    case 0...3: return "linkId = \(linkId())"
    case 4: return "\(linkId()) = linkId"
    case 5: return "linkId in (\(linkId()) | \(linkId()))"
    case 6: return "(linkId = \(linkId()) or \(condition(depth - 1)))"
    case 7, 8: return "(linkId = \(linkId()) and \(condition(depth - 1)))"
    case 9: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    default: return expression(depth - 1)
    }
  }

  mutating func path(_ depth: Int) -> String {
    var path = start(depth)
    for _ in 0..<random.number(0...5) { path += "." + step(depth) }
    if random.happens(inHundred: 60) { path += random.pick(from: [".answer.value", ".answer"]) }
    if random.happens(inHundred: 30) { path += "." + end(depth) }
    return path
  }

  private mutating func start(_ depth: Int) -> String {
    switch random.number(0...11) {
    case 0: "$this"
    case 1: "%context"
    case 2: "answer"
    case 3, 4: "item"
    case 5: "item.where(\(condition(depth)))"
    case 6: "%resource.repeat(\(random.pick(from: ["item", "item | answer.item", "children()"])))"
    case 7: "%resource.descendants().where(linkId = \(linkId()))"
    default: "%resource.item.where(\(condition(depth)))"
    }
  }

  private mutating func step(_ depth: Int) -> String {
    switch random.number(0...21) {
    case 0...3: return "item"
    case 4...8: return "where(\(condition(depth - 1)))"
    case 9: return "answer"
    case 10: return "descendants()"
    case 11: return "repeat(item)"
    case 12: return "item.where(linkId = \(linkId()))"
    case 13: return "answer.item"
    case 14: return random.pick(from: ["first()", "last()", "tail()", "skip(1)", "take(1)"])
    case 15: return "select(\(expression(depth - 1)))"
    case 16: return "repeatAll(\(random.pick(from: ["item", "answer.item"])))"
    case 17: return "sort(\(expression(depth - 1)))"
    case 18:
      return random.pick(from: [
        "distinct()", "children()", "answers()", "ofType(integer)", "linkId",
      ])
    case 19: return "combine(\(path(depth - 1)))"
    case 20:
      let function = random.pick(from: ["union", "intersect", "exclude", "coalesce"])
      return "\(function)(\(path(depth - 1)))"
    default:
      let name = "v\(random.number(0...99_999))"
      return "defineVariable('\(name)', \(expression(depth - 1))).select(%\(name)\(projected()))"
    }
  }

  private mutating func projected() -> String {
    random.pick(from: ["", ".answer.value", ".item", " + 1", ".where(linkId = 'a')"])
  }

  private mutating func end(_ depth: Int) -> String {
    switch random.number(0...9) {
    case 0: "exists()"
    case 1: "count()"
    case 2: "empty()"
    case 3: "sum()"
    case 4: "all(\(condition(depth - 1)))"
    case 5: "exists(\(condition(depth - 1)))"
    case 6: "aggregate(iif($total.empty(), $this, $total & '-'))"
    case 7: "aggregate($total + \(expression(depth - 1)), 0)"
    case 8: "join(',')"
    default:
      random.pick(from: ["toString()", "not()", "isDistinct()", "type().name", "hasValue()"])
    }
  }
}
