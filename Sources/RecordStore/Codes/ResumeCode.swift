/// The code with which a person goes on with their own draft: `LLLL-SSSS-SSSS-SSSC`.
///
/// Sixteen symbols of Crockford's base 32: a locator of 20 bits that is no secret, a secret of 55 bits,
/// and a check symbol over the other fifteen, as ``Base32`` says. Any single wrong symbol
/// and any swap of two symbols is found.
public struct ResumeCode: Sendable, Hashable, CustomStringConvertible {
  /// How many symbols the locator has.
  public static let locatorCount = 4
  /// How many symbols a code has.
  public static let symbolCount = 16

  private let symbols: [UInt8]

  /// A new code, by chance.
  public static func random() -> ResumeCode {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  package static func random(using generator: inout some RandomNumberGenerator) -> ResumeCode {
    let chosen = (1..<symbolCount).map { _ in UInt8.random(in: 0..<32, using: &generator) }
    return ResumeCode(symbols: chosen + [Base32.check(chosen)])
  }

  /// Reads a typed code: either case, with or without blanks and dashes, O for 0, I and L for 1.
  public init(typed: String) throws(ResumeCodeError) {
    switch Base32.symbols(typed: typed) {
    case .failure(let unknown): throw .unknownSymbol(position: unknown.position)
    case .success(let symbols):
      guard symbols.count == Self.symbolCount else { throw .wrongLength(symbols: symbols.count) }
      guard Base32.check(symbols.dropLast()) == symbols.last else { throw .mistyped }
      self.symbols = symbols
    }
  }

  private init(symbols: [UInt8]) { self.symbols = symbols }

  /// The first four symbols, by which the draft is found; no secret.
  public var locator: String { Base32.text(symbols.prefix(Self.locatorCount)) }

  /// The secret as it is derived from: the ASCII bytes of its 11 symbols, letters in upper case.
  var secret: [UInt8] { Array(Base32.text(symbols[Self.locatorCount..<15]).utf8) }

  /// The code as it is printed, in four groups of four; show it to nobody but its owner.
  public var description: String {
    stride(from: 0, to: Self.symbolCount, by: 4).map { Base32.text(symbols[$0..<$0 + 4]) }
      .joined(separator: "-")
  }
}
