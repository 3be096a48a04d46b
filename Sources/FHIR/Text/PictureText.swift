/// The words that stand for something that a terminal cannot show.
enum PictureText {
  /// "[picture: A spine]", or "[picture]" where there are no words.
  static func text(_ words: String, kind: String = "picture") -> String {
    let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? "[\(kind)]" : "[\(kind): \(words)]"
  }
}

extension Attachment {
  /// The words that stand for the attachment where it cannot be shown: its title in brackets, after
  /// what it is.
  public var placeholder: String {
    let kind =
      switch contentType?.prefix(while: { $0 != "/" }) {
      case "audio": "sound"
      case "video": "film"
      case "image", nil: "picture"
      default: "file"
      }
    return PictureText.text(title ?? "", kind: kind)
  }
}
