import FHIR

extension Evaluation {
  /// A function of one text.
  func textFunction(_ input: Item, _ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let function = instructions[Int(index)].function
    guard case .string(let text) = system(input) else { throw wrongType(input, "a text", index) }
    try checkText(text.utf8.count, index)
    // Going through a text scalar by scalar takes longer than copying it.
    try step(index, text.utf8.count / 8)
    let result = try textFunction(function, text, index, frame)
    if case .string(let text)? = result { try checkGrowth(text.utf8.count, index) }
    return result
  }

  private func textFunction(
    _ function: Function, _ text: String, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    switch function {
    case .length: return .integer(Int32(truncatingIfNeeded: text.unicodeScalars.count))
    case .upper: return .string(text.uppercased())
    case .lower: return .string(text.lowercased())
    case .trim: return .string(Self.trimmed(text))
    case .substring: return try substring(text, index, frame)
    case .replace: return try replaced(text, index, frame)
    case .matches, .matchesFull, .replaceMatches: return try matched(text, index, frame)
    default: break
    }
    guard let argument = try string(instructions[Int(index)].argument, frame) else { return nil }
    switch function {
    case .startsWith: return .boolean(text.utf8.starts(with: argument.utf8))
    case .endsWith: return .boolean(text.utf8.reversed().starts(with: argument.utf8.reversed()))
    case .contains:
      return .boolean(TextSearch(argument.utf8).firstRange(in: Array(text.utf8)) != nil)
    case .indexOf, .lastIndexOf:
      return place(of: argument, in: text, isLast: function == .lastIndexOf)
    default: return try coded(text, argument, index)
    }
  }

  private static func trimmed(_ text: String) -> String {
    // The white space of the language itself, which others such as U+00A0 are not.
    let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first = text.utf8.firstIndex(where: { !isSpace($0) }),
      let last = text.utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: text.utf8[first...last], as: UTF8.self)
  }

  private func place(of wanted: String, in text: String, isLast: Bool) -> Item {
    let bytes = Array(text.utf8)
    let found =
      isLast
      ? TextSearch(wanted.utf8.reversed()).firstRange(in: bytes.reversed())
        .map { bytes.count - $0.upperBound }
      : TextSearch(wanted.utf8).firstRange(in: bytes)?.lowerBound
    return .integer(found.map { Int32(Text.scalarCount(bytes[..<$0])) } ?? -1)
  }

  private func substring(
    _ text: String, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    guard let start = try integer(instructions[Int(index)].argument, frame) else { return nil }
    let lengthArgument = second(index)
    let scalars = text.unicodeScalars
    guard start >= 0,
      let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex),
      first < scalars.endIndex
    else { return nil }
    // An empty length is as if there were none.
    let length = lengthArgument >= 0 ? try integer(lengthArgument, frame) : nil
    guard let length else { return .string(String(scalars[first...])) }
    guard length > 0 else { return .string("") }
    let end = scalars.index(first, offsetBy: length, limitedBy: scalars.endIndex)
    return .string(String(scalars[first..<(end ?? scalars.endIndex)]))
  }

  private func replaced(
    _ text: String, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    guard let pattern = try string(instructions[Int(index)].argument, frame) else { return nil }
    guard let substitute = try string(second(index), frame) else { return nil }
    let bytes = Array(text.utf8)
    let search = TextSearch(pattern.utf8)
    let new = Array(substitute.utf8)
    var result: [UInt8] = []
    if pattern.isEmpty {
      for byte in bytes {
        if byte & 0xC0 != 0x80 { result += new }
        result.append(byte)
        try checkGrowth(result.count, index)
      }
      return .string(String(decoding: result + new, as: UTF8.self))
    }
    var place = 0
    while let range = search.firstRange(in: bytes, from: place) {
      result += bytes[place..<range.lowerBound]
      result += new
      try checkGrowth(result.count, index)
      place = range.upperBound
    }
    return .string(String(decoding: result + bytes[place...], as: UTF8.self))
  }

  func checkGrowth(_ count: Int, _ index: Int32) throws(FHIRPathError) {
    guard count <= options.limits.textBytes else {
      throw error(.tooMuchText(limit: options.limits.textBytes), index)
    }
  }

  // MARK: - Pieces

  /// `toChars()` and `split()`.
  func pieces(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    guard let input = try scalar(instruction.first, frame) else { return [] }
    guard case .string(let text) = system(input) else { throw wrongType(input, "a text", index) }
    try checkText(text.utf8.count, index)
    var separator = ""
    if instruction.function == .split {
      guard let given = try string(instruction.argument, frame) else { return [] }
      separator = given
    }
    guard !separator.isEmpty else {
      try checkItems(text.unicodeScalars.count, index)
      return text.unicodeScalars.map { .string(String(Character($0))) }
    }
    let bytes = Array(text.utf8)
    try step(index, bytes.count / 8)
    let search = TextSearch(separator.utf8)
    var pieces: [Item] = []
    var place = 0
    while let range = search.firstRange(in: bytes, from: place) {
      pieces.append(.string(String(decoding: bytes[place..<range.lowerBound], as: UTF8.self)))
      try checkItems(pieces.count + 1, index)
      place = range.upperBound
    }
    return pieces + [.string(String(decoding: bytes[place...], as: UTF8.self))]
  }

  func joinedTexts(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    let separator =
      instruction.argument < 0 ? "" : try string(instruction.argument, frame) ?? ""
    var result = ""
    var count = 0
    try each(instruction.first, frame) { item throws(FHIRPathError) in
      guard case .string(let text) = system(item) else {
        throw wrongType(item, "texts", index)
      }
      if count > 0 { result += separator }
      count += 1
      result += text
      try checkGrowth(result.utf8.count, index)
      return true
    }
    try step(index, result.utf8.count / 64)
    return count == 0 ? nil : .string(result)
  }

  // MARK: - Regular expressions

  private func matched(
    _ text: String, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    let isReplacement = instruction.function == .replaceMatches
    var substitute = ""
    var flagsPlace = second(index)
    guard let source = try string(instruction.argument, frame) else { return nil }
    if isReplacement {
      guard let given = try string(flagsPlace, frame) else { return nil }
      substitute = given
      flagsPlace = instructions[Int(flagsPlace)].next
      // A pattern of nothing replaces nothing.
      if source.isEmpty { return .string(text) }
    }
    let flags = flagsPlace < 0 ? "" : try string(flagsPlace, frame) ?? ""
    let pattern = try pattern(source, flags, instruction.argument)
    var search = PatternSearch(pattern, text: text, steps: patternSteps)
    defer { patternSteps = search.steps }
    do {
      switch instruction.function {
      case .matches: return .boolean(try search.matchesPart())
      case .matchesFull: return .boolean(try search.matchesWhole())
      default:
        let replacement = PatternReplacement(substitute, pattern)
        return .string(
          try replacement.replacingAll(in: &search, limit: options.limits.textBytes))
      }
    } catch is PatternReplacement.TooLong {
      throw self.error(.tooMuchText(limit: options.limits.textBytes), index)
    } catch {
      throw self.error(.patternTooSlow(limit: options.limits.patternSteps), index)
    }
  }

  private func pattern(
    _ text: String, _ flags: String, _ argument: Int32
  ) throws(FHIRPathError) -> Pattern {
    if let known = program.patterns[argument] { return known }
    try step(argument, text.utf8.count)
    let pattern: Pattern
    do {
      pattern = try Pattern(text, flags: flags)
    } catch {
      throw self.error(.invalidPattern(error.advice), argument)
    }
    // Counts written out make a long pattern of a short one.
    try step(argument, pattern.program.steps.count)
    return pattern
  }
}
