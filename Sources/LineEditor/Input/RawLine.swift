/// A line as it was read from a file or a pipe, without its line feed.
struct RawLine: Equatable {
  var bytes: [UInt8]

  /// Whether the line was longer and its end was dropped.
  var isCut: Bool

  /// The line as an outcome: decoded, sanitised and within the limit.
  func outcome(maximumLength: Int) -> LineOutcome {
    let withoutReturn = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
    let text = TextSanitizer.sanitized(String(decoding: withoutReturn, as: UTF8.self))
    let scalars = text.unicodeScalars
    if !isCut && scalars.count <= maximumLength { return .line(text) }
    return .cut(draft: String(scalars.prefix(maximumLength)))
  }
}
