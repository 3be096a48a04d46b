/// Which language words are wanted in, and which they were written in.
public struct LanguageChoice: Sendable, Hashable {
  /// The language that is wanted, or nil for that of the form.
  public let wanted: LanguageTag?
  /// The language that the form was written in, if it says so.
  public let own: LanguageTag?

  /// Makes a choice.
  public init(wanted: LanguageTag?, own: LanguageTag?) {
    self.wanted = wanted
    self.own = own
  }

  /// The words as they were written.
  public static let asWritten = LanguageChoice(wanted: nil, own: nil)
}
