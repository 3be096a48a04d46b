import Crypto

/// The recovery key on paper: eight lines `XXXX-XXXC`.
///
/// 35 bytes are written: `01 | private key 32 | the first 2 bytes of SHA-256("intake-sheet-1" | 01 | private key 32)`.
/// That is 56 symbols of Crockford's base 32, seven a line. Each line ends with the check symbol over
/// the number of the line (1 to 8) followed by its seven symbols, as ``Base32`` says. So a wrong line is
/// named, be it mistyped or another line of the sheet.
public struct RecoverySheet: Sendable {
  /// How many lines it has.
  public static let lineCount = 8
  /// How many symbols a line has, its check symbol among them.
  public static let symbolsInLine = 8

  /// The key on the sheet.
  public let privateKey: PrivateKey

  private static let version: UInt8 = 1

  /// Makes the sheet of a key.
  public init(_ privateKey: PrivateKey) { self.privateKey = privateKey }

  /// The eight lines as they are printed; whoever sees them can open every record.
  public var groups: [String] {
    var payload = privateKey.secret.withUnsafeBytes { [Self.version] + $0 }
    defer { payload.overwrite() }
    let symbols = Base32.symbols(of: payload + Self.checksum(payload))
    return (0..<Self.lineCount).map { line in
      let text = Array(symbols[line * 7..<line * 7 + 7])
      return Base32.text(text.prefix(4)) + "-"
        + Base32.text(text.dropFirst(4) + [Self.check(text, line: line + 1)])
    }
  }

  /// Reads typed lines: either case, with or without blanks, dashes and `1.` before a line, O for 0, I and L for 1.
  ///
  /// Empty lines are passed over; the lines may also be split in other places, or not at all.
  public init(typed lines: [String]) throws(RecoverySheetError) {
    var payload: [UInt8] = []
    defer { payload.overwrite() }
    for (index, line) in try Self.split(lines).enumerated() {
      payload += try Self.check(symbols: line, line: index + 1)
    }
    var bytes = Base32.bytes(of: payload)
    defer { bytes.overwrite() }
    guard Array(bytes.suffix(2)) == Self.checksum(bytes.dropLast(2)) else { throw .wrongSheet }
    guard bytes[0] == Self.version else { throw .unknownVersion(bytes[0]) }
    guard let key = PrivateKey(bytes: Array(bytes[1...PrivateKey.byteCount])) else {
      throw .wrongSheet
    }
    privateKey = key
  }

  /// Checks one typed line by itself, so that whoever types is told at once; lines count from 1.
  public static func check(_ typed: String, line: Int) throws(RecoverySheetError) {
    _ = try check(symbols: symbols(typed, line: line), line: line)
  }

  /// The eight lines of typed text, whatever lines it was typed in.
  private static func split(_ lines: [String]) throws(RecoverySheetError) -> [[UInt8]] {
    var typed: [[UInt8]] = []
    for line in lines.flatMap({ $0.split(whereSeparator: \.isNewline) })
    where !line.allSatisfy(\.isWhitespace) {
      typed.append(try symbols(String(line), line: typed.count + 1))
    }
    guard typed.count != lineCount else { return typed }
    let all = typed.flatMap(\.self)
    guard all.count == lineCount * symbolsInLine else { throw .wrongTotal(symbols: all.count) }
    return stride(from: 0, to: all.count, by: symbolsInLine).map {
      Array(all[$0..<$0 + symbolsInLine])
    }
  }

  private static func symbols(_ typed: String, line: Int) throws(RecoverySheetError) -> [UInt8] {
    switch Base32.symbols(typed: withoutNumber(typed, line: line)) {
    case .success(let symbols): return symbols
    case .failure(let unknown): throw .unknownSymbol(line: line, position: unknown.position)
    }
  }

  /// The line without its number and a dot, a colon or a bracket before it.
  private static func withoutNumber(_ typed: String, line: Int) -> Substring {
    let text = typed.drop(while: \.isWhitespace)
    let number = String(line)
    guard text.hasPrefix(number) else { return text }
    let rest = text.dropFirst(number.count)
    return rest.first.map { ".:)".contains($0) } == true ? rest.dropFirst() : text
  }

  /// The seven symbols of a line that is whole.
  private static func check(
    symbols: [UInt8], line: Int
  ) throws(RecoverySheetError) -> [UInt8] {
    guard symbols.count == symbolsInLine else {
      throw .wrongLength(line: line, symbols: symbols.count)
    }
    let text = Array(symbols.dropLast())
    guard check(text, line: line) == symbols.last else { throw .mistyped(line: line) }
    return text
  }

  private static func check(_ text: [UInt8], line: Int) -> UInt8 {
    Base32.check([UInt8(line)] + text)
  }

  private static func checksum(_ payload: some Sequence<UInt8>) -> [UInt8] {
    Array(SHA256.hash(data: Array("intake-sheet-1".utf8) + payload).prefix(2))
  }
}

extension RecoverySheet: CustomStringConvertible {
  /// That it is a sheet; never what it says.
  public var description: String { "recovery sheet" }
}
