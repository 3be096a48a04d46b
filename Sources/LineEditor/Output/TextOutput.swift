/// Where text for the person goes.
public protocol TextOutput: AnyObject {
  /// Writes the whole text, or says why it could not.
  ///
  /// - Parameter text: The text, with line feeds where lines end.
  /// - Throws: ``OutputError`` when nobody can read it any more.
  func write(_ text: String) throws(OutputError)
}
