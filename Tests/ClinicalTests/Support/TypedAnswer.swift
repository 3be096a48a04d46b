/// What a person types at a question, at a checklist, or for the rows of a group.
enum TypedAnswer: Decodable, Sendable {
  /// A line.
  case line(String)
  /// What is ticked, or rows.
  case list([Entry])

  /// A tick, or a row.
  enum Entry: Decodable, Sendable {
    /// A code that is ticked; of a row, its first line.
    case line(String)
    /// Lines for the questions of a row, by linkId.
    case row([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let line = try? container.decode(String.self) {
        self = .line(line)
      } else {
        self = .row(try container.decode([String: String].self))
      }
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let line = try? container.decode(String.self) {
      self = .line(line)
    } else {
      self = .list(try container.decode([Entry].self))
    }
  }

  /// The entries of a list; a line is a list of one.
  var entries: [Entry] {
    switch self {
    case .line(let line): [.line(line)]
    case .list(let entries): entries
    }
  }
}
