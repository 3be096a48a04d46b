import FormFiller

/// Keeps what a conversation brings about as it happens, so that nothing that was answered is lost.
public protocol Journal: AnyObject {
  /// Keeps an entry; when this returns, the entry is safe.
  ///
  /// An entry that could not be kept is handed in again before any later one, so that entries are
  /// kept in the order in which they came about, each once.
  ///
  /// - Parameter response: The answers as they are now, with this entry and those after it.
  /// - Throws: Whatever kept it from being kept; nothing of the entry is kept then.
  func record(_ entry: JournalEntry, of response: Response) throws
}
