import FHIR
import FormFiller
import Interview

/// What the events of a record come to.
public struct VisitHistory: Sendable {
  /// What was known when the visit began.
  public let opening: VisitOpening
  /// The changes of the answers, in order.
  public private(set) var changes: [Change] = []
  /// The repeating groups that have no more rows.
  public private(set) var closedGroups: [ItemPath] = []
  /// The language that was spoken last.
  public private(set) var language: LanguageTag?
  /// How often somebody gave a wrong date of birth since the right one was given.
  public private(set) var failedIdentityTries = 0
  /// How the visit ended last, if it did and was not gone on with.
  public private(set) var end: VisitEnd?
  /// The QuestionnaireResponse that the visit gave, if it did.
  public private(set) var document: JSONNode?

  /// Goes through events.
  ///
  /// - Throws: `VisitEventError` when there is no opening, or an event cannot be read.
  public init(_ events: some Sequence<[UInt8]>) throws(VisitEventError) {
    var events = events.makeIterator()
    guard let first = events.next(), case .opened(let opening) = try VisitEvent(first) else {
      throw VisitEventError(kind: nil)
    }
    self.opening = opening
    language = opening.language
    while let bytes = events.next() { add(try VisitEvent(bytes)) }
  }

  private mutating func add(_ event: VisitEvent) {
    switch event {
    case .entry(let entry):
      end = nil
      add(entry)
    case .ended(let found): end = found
    case .response(let node): document = node
    case .identity(.same): failedIdentityTries = 0
    case .identity(.another): failedIdentityTries += 1
    case .identity(.notUnderstood), .opened, .unknown: break
    }
  }

  private mutating func add(_ entry: JournalEntry) {
    switch entry {
    case .change(let change): changes.append(change)
    case .rowsClosed(let path): closedGroups.append(path)
    case .language(let tag): language = tag
    }
  }

  /// The answers.
  ///
  /// - Parameter form: The form that they were given to, with the content of that time.
  /// - Throws: `ReplayError` when they do not fit it.
  public func response(to form: Form) throws(ReplayError) -> Response {
    try Response.replaying(changes, to: form, in: opening.formContext)
  }
}
