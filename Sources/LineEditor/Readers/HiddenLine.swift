/// The text of a line that is not shown, with the few changes that make sense unseen.
struct HiddenLine {
  private let maximumLength: Int
  private var scalars: [Unicode.Scalar] = []
  private var wasCut = false

  init(maximumLength: Int) {
    self.maximumLength = maximumLength
    // Memory that never moves leaves no second copy of what is typed.
    scalars.reserveCapacity(maximumLength)
  }

  /// Takes a key; gives the outcome when the key ends the line.
  mutating func outcome(of key: Key) -> LineOutcome? {
    switch key {
    case .text(let scalar): add(scalar)
    case .edit(.deleteBackward): deleteLastCharacter()
    case .edit(.deleteAll): erase()
    case .edit, .complete, .redraw: break
    case .enter: return wasCut ? .cut(draft: "") : .line(TextSanitizer.sanitized(text))
    case .back: return .back(draft: "")
    case .help: return .help(draft: "")
    case .interrupt: return .interrupted(draft: "")
    case .endOrDelete: return scalars.isEmpty ? .endOfInput : nil
    }
    return nil
  }

  /// Overwrites the text and forgets it.
  mutating func erase() {
    for index in scalars.indices { scalars[index] = "\0" }
    scalars.removeAll(keepingCapacity: true)
    wasCut = false
  }

  private var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalars.count < maximumLength {
      scalars.append(scalar)
    } else {
      wasCut = true
    }
  }

  private mutating func deleteLastCharacter() {
    guard let last = text.last else { return }
    scalars.removeLast(last.unicodeScalars.count)
  }
}
