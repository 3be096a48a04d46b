/// A change of the line or the cursor that a key asks for.
enum EditingCommand: Equatable {
  case moveToStart
  case moveToEnd
  case moveBackward
  case moveForward
  case moveWordBackward
  case moveWordForward
  case deleteBackward
  case deleteForward
  case deleteWordBackward
  case deleteToEnd
  case deleteAll

  /// Whether the text of the line stays as it is.
  var onlyMoves: Bool {
    switch self {
    case .moveToStart, .moveToEnd, .moveBackward, .moveForward, .moveWordBackward,
      .moveWordForward:
      true
    case .deleteBackward, .deleteForward, .deleteWordBackward, .deleteToEnd, .deleteAll: false
    }
  }
}
