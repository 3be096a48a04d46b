/// Why typed text is not a recovery sheet.
public enum RecoverySheetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A symbol of a line is none that sheets have; line and position count from 1.
  case unknownSymbol(line: Int, position: Int)
  /// A line has more or fewer symbols than 8; lines count from 1.
  case wrongLength(line: Int, symbols: Int)
  /// All lines together have more or fewer symbols than 64.
  case wrongTotal(symbols: Int)
  /// A symbol of a line is wrong, two are swapped, or it is another line; lines count from 1.
  case mistyped(line: Int)
  /// Every line looks right and yet the whole is not a sheet.
  case wrongSheet
  /// The sheet is of a form that this program does not know.
  case unknownVersion(UInt8)

  /// The error in words: what, where and how to mend it; never what the sheet says.
  public var description: String {
    switch self {
    case .unknownSymbol(let line, let position):
      "symbol \(position) of line \(line) is not one that the sheet has; type letters and digits"
    case .wrongLength(let line, let symbols):
      "line \(line) has 8 letters and digits; these are \(symbols)"
    case .wrongTotal(let symbols):
      "the sheet has 8 lines of 8 letters and digits, 64 together; these are \(symbols)"
    case .mistyped(let line):
      "line \(line) is not as on the sheet: a letter or digit is wrong, or two are swapped, or it "
        + "is another line; type it again"
    case .wrongSheet:
      "the lines do not belong together; type the whole sheet again, all lines from one sheet"
    case .unknownVersion(let version):
      "the sheet has the form \(version), which this program does not know; use a newer version "
        + "of the program"
    }
  }
}
