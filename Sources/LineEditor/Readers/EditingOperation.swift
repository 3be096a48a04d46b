/// One step on the line that libedit holds and draws.
enum EditingOperation {
  case insert([Unicode.Scalar])
  case edit(EditingCommand)
  case replaceAll(with: String)

  /// Shows lines below and draws the prompt and the line again under them.
  case list([String])
}
