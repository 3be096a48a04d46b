/// Something that happens with a page of help while a form is filled.
public enum HelpPageEvent: String, Sendable, Hashable, CaseIterable {
  /// The interview has come to a page that waits for its turn, or is left at the question before it.
  case reached
  /// Staff have been called to the person.
  case staffCalled
  /// The page is before the person.
  case shown
  /// The person has read the page and goes on.
  case acknowledged
}
