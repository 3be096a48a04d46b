/// What one key or key combination means to a line editor.
///
/// All other keys are dropped.
enum Key: Equatable {
  /// A character of the line.
  case text(Unicode.Scalar)

  /// A change of the line or the cursor.
  case edit(EditingCommand)

  case enter
  case complete
  case back
  case help
  case interrupt
  case redraw

  /// Ctrl-D: no more input in an empty line, else deletes the character under the cursor.
  case endOrDelete
}
