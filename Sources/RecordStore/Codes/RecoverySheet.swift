/// The private recovery key as it stands on paper: four lines of 14 symbols.
///
/// Each line holds 13 symbols of the key in base 32 and a check that also counts the line's number, so
/// that a wrong line is named and two lines that changed places are found.
public struct RecoverySheet: Sendable {
  /// The key.
  public let privateKey: PrivateKey
  /// The lines, from the top, in groups.
  public let lines: [String]

  /// How many lines a sheet has.
  public static let lineCount = 4
  private static let symbols = 13

  /// Writes a key down.
  public init(of key: PrivateKey) {
    privateKey = key
    let values = Crockford.values(ofBytes: key.raw)
    lines = (0..<Self.lineCount).map { number in
      let line = Array(values[(number * Self.symbols)..<((number + 1) * Self.symbols)])
      return Crockford.text(line + [Self.check(line, number)], groupsOf: 5)
    }
  }

  private static func check(_ line: [UInt8], _ number: Int) -> UInt8 {
    Crockford.check(of: [UInt8(number + 1)] + line)
  }

  /// Reads one line, counted from 0, as somebody typed it.
  ///
  /// - Throws: ``RecoverySheetError`` with the number of the line, counted from 1.
  public static func check(typed: String, line number: Int) throws(RecoverySheetError) {
    _ = try values(typed, number)
  }

  private static func values(_ typed: String, _ number: Int) throws(RecoverySheetError) -> [UInt8] {
    guard let values = Crockford.values(of: typed), values.count == symbols + 1,
      check(Array(values.dropLast()), number) == values.last
    else { throw .line(number + 1) }
    return Array(values.dropLast())
  }

  /// Reads a sheet as somebody typed it.
  ///
  /// - Throws: ``RecoverySheetError``.
  public init(typed lines: [String]) throws(RecoverySheetError) {
    guard lines.count == Self.lineCount else { throw .lineCount(lines.count) }
    var values: [UInt8] = []
    for (number, line) in lines.enumerated() { values += try Self.values(line, number) }
    guard let bytes = Crockford.bytes(ofValues: values), bytes.count == 32 else {
      throw .line(Self.lineCount)
    }
    do {
      self.init(of: try PrivateKey(raw: bytes))
    } catch { throw .line(1) }
  }
}

/// What is wrong with a typed recovery sheet.
public enum RecoverySheetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are not four lines.
  case lineCount(Int)
  /// A line, counted from 1, is not as it stands on the sheet.
  case line(Int)

  /// What to do, in words.
  public var description: String {
    switch self {
    case .lineCount(let count): "A recovery sheet has 4 lines; \(count) were typed."
    case .line(let number):
      "Line \(number) is not right. Compare it with the sheet and type it again."
    }
  }
}
