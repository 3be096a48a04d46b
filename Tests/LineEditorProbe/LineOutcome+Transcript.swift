import LineEditor

extension LineOutcome {
  /// The outcome in one line of ASCII, so that a test sees each Unicode scalar.
  var transcript: String {
    switch self {
    case .line(let text): "line \(Self.shown(text))"
    case .cut(let draft): "cut \(Self.shown(draft))"
    case .back(let draft): "back \(Self.shown(draft))"
    case .help(let draft): "help \(Self.shown(draft))"
    case .interrupted(let draft): "interrupted \(Self.shown(draft))"
    case .redraw(let draft): "redraw \(Self.shown(draft))"
    case .idle(let draft, let activity): "idle \(Self.shown(draft)) \(activity)"
    case .endOfInput: "endOfInput"
    case .disconnected: "disconnected"
    case .terminated(let signal): "terminated \(signal)"
    case .cannotHide: "cannotHide"
    }
  }

  /// The text to go on with.
  var draft: String {
    switch self {
    case .cut(let draft), .back(let draft), .help(let draft), .interrupted(let draft),
      .redraw(let draft), .idle(let draft, _):
      draft
    case .line, .endOfInput, .disconnected, .terminated, .cannotHide: ""
    }
  }

  /// The exit status when this outcome ends the probe.
  var endingStatus: Int32? {
    switch self {
    case .endOfInput: 0
    case .disconnected: 2
    case .cannotHide: 3
    case .terminated(let signal): signal.exitStatus
    default: nil
    }
  }

  private static func shown(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    if scalars.count <= 200 { return "\"\(escaped(scalars))\"" }
    return "\(scalars.count) scalars ending \"\(escaped(scalars.suffix(10)))\""
  }

  private static func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.map { scalar in
      0x20...0x7E ~= scalar.value && scalar != "{"
        ? String(scalar) : "{\(String(scalar.value, radix: 16))}"
    }.joined()
  }
}
