import Foundation

/// A text as it is compared with others: in small letters, with single spaces, worked out once.
struct ComparedText: Sendable, Decodable {
  /// The text as it is written.
  let text: String
  private let folded: String
  private let bytes: Data
  private let isFigure: Bool

  init(_ text: String) {
    self.text = text
    folded = text.folded
    bytes = Data(folded.utf8)
    isFigure = folded.allSatisfy(\.isNumber)
  }

  init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether a text is part of this one.
  ///
  /// A figure is looked for alone: 201 is not in 2019.
  func holds(_ text: ComparedText) -> Bool {
    text.isFigure ? holds(text, standingAlone: \.isNumber) : place(of: text, from: 0) != nil
  }

  /// Whether words are part of this text and not of longer words.
  func holdsWord(_ words: ComparedText) -> Bool { holds(words, standingAlone: \.isLetter) }

  /// Whether a text is part of this one, with no character of a kind right before or after it.
  private func holds(_ text: ComparedText, standingAlone isOfKind: (Character) -> Bool) -> Bool {
    var from = 0
    while let place = place(of: text, from: from) {
      let start = folded.utf8.index(folded.startIndex, offsetBy: place)
      let end = folded.utf8.index(start, offsetBy: text.bytes.count)
      let before = folded[..<start].last
      let after = folded[end...].first
      if before.map(isOfKind) != true, after.map(isOfKind) != true { return true }
      from = place + 1
    }
    return false
  }

  /// Where the bytes of a text begin; nil where they are not here, and for no text.
  private func place(of text: ComparedText, from: Int) -> Int? {
    guard !text.isEmpty, from < bytes.count else { return nil }
    return bytes.range(of: text.bytes, in: from..<bytes.count)?.lowerBound
  }
}

extension String {
  /// Whether a text is part of this one, in any case of letters and with any white space.
  func holds(_ text: String) -> Bool { ComparedText(self).holds(ComparedText(text)) }

  /// In small letters, with single spaces.
  var folded: String {
    lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }
}
