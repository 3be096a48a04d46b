import CTerminal

/// The line libedit holds, with the editing a person expects: by whole characters and words.
struct EditedLine {
  let editor: OpaquePointer

  /// How many Unicode scalars the line has.
  var count: Int { terminal_editor_count(editor) }

  /// The text as it was typed.
  var text: String { Self.string(scalars) }

  /// Inserts text at the cursor.
  func insert(_ text: [Unicode.Scalar]) {
    terminal_editor_insert(editor, text.map(\.value) + [0])
  }

  /// Moves or deletes, by whole characters and words.
  func perform(_ command: EditingCommand) {
    switch command {
    case .moveToStart: move(by: -cursor)
    case .moveToEnd: move(by: count - cursor)
    case .moveBackward: move(by: -scalarsOfCharacterBefore)
    case .moveForward: move(by: scalarsOfCharacterAfter)
    case .moveWordBackward: move(by: -scalarsOfWordBefore)
    case .moveWordForward: move(by: scalarsOfWordAfter)
    case .deleteBackward: delete(scalarsOfCharacterBefore)
    case .deleteForward: deleteAfterCursor(scalarsOfCharacterAfter)
    case .deleteWordBackward: delete(scalarsOfWordBefore)
    case .deleteToEnd: deleteAfterCursor(count - cursor)
    case .deleteAll:
      move(by: count - cursor)
      delete(count)
    }
  }

  private var cursor: Int { terminal_editor_cursor(editor) }

  private var scalars: [Unicode.Scalar] {
    let values = UnsafeBufferPointer(start: terminal_editor_scalars(editor), count: count)
    return values.compactMap { Unicode.Scalar($0) }
  }

  private var scalarsOfCharacterBefore: Int {
    Self.string(scalars.prefix(cursor)).last?.unicodeScalars.count ?? 0
  }

  private var scalarsOfCharacterAfter: Int {
    Self.string(scalars.dropFirst(cursor)).first?.unicodeScalars.count ?? 0
  }

  private var scalarsOfWordBefore: Int { Self.lengthOfWord(scalars.prefix(cursor).reversed()) }

  private var scalarsOfWordAfter: Int { Self.lengthOfWord(scalars.dropFirst(cursor)) }

  private func move(by distance: Int) {
    terminal_editor_move_cursor(editor, Int32(clamping: distance))
  }

  private func delete(_ count: Int) {
    if count > 0 { terminal_editor_delete_before_cursor(editor, Int32(clamping: count)) }
  }

  private func deleteAfterCursor(_ count: Int) {
    move(by: count)
    delete(count)
  }

  /// The length of the first word and the spaces before it.
  private static func lengthOfWord(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    var length = 0
    var isInWord = false
    for scalar in scalars {
      if scalar.properties.isWhitespace && isInWord { break }
      isInWord = isInWord || !scalar.properties.isWhitespace
      length += 1
    }
    return length
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
