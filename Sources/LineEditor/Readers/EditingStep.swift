/// What libedit does next with its line.
enum EditingStep: Equatable {
  /// Inserts one printable character at the cursor.
  case insert(Unicode.Scalar)

  /// Performs the operation that is ready.
  case performOperation

  /// Ends the reading of the line.
  case endLine
}
