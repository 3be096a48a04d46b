import FHIR
import FormFiller
import Interview

// An event is an object with the member kind and what belongs to it: the members of the opening
// (opened), of the change (change), path (rowsClosed), language (language), how (ended), document
// (response).

/// An event that cannot be read: it is damaged, or of a program that wrote events otherwise.
public struct VisitEventError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of event it says it is, if it does.
  public let kind: String?

  /// The error in words, without anything that the event holds.
  public var description: String {
    "an event of the record cannot be read; open it with the program that wrote it"
  }
}

extension VisitEvent {
  private enum Kind: String {
    case opened
    case change
    case rowsClosed
    case language
    case ended
    case response
    case identity
  }

  /// Reads an event.
  ///
  /// - Throws: `VisitEventError` when the bytes are no event, or one of a known kind that lacks
  ///   something.
  public init(_ bytes: [UInt8]) throws(VisitEventError) {
    guard let root = try? JSONDocument(bytes).root, let name = root["kind"]?.string else {
      throw VisitEventError(kind: nil)
    }
    guard let kind = Kind(rawValue: name) else {
      self = .unknown(kind: name)
      return
    }
    let event: VisitEvent?
    switch kind {
    case .opened: event = VisitOpening(root).map { .opened($0) }
    case .change: event = Change(root).map { .entry(.change($0)) }
    case .rowsClosed:
      event = root["path"].flatMap { ItemPath($0) }.map { .entry(.rowsClosed($0)) }
    case .language:
      let tag = root["language"]?.string
      event =
        tag == nil
        ? .entry(.language(nil)) : tag.flatMap { LanguageTag($0) }.map { .entry(.language($0)) }
    case .ended: event = root["how"]?.string.flatMap { VisitEnd(rawValue: $0) }.map { .ended($0) }
    case .response: event = root["document"].map { .response($0) }
    case .identity:
      event = root["outcome"]?.string.flatMap { BirthDateCheck.Outcome(rawValue: $0) }
        .map { .identity($0) }
    }
    guard let event else { throw VisitEventError(kind: name) }
    self = event
  }

  /// The event as it is sealed.
  public var bytes: [UInt8] {
    let document = JSONBuilder.object { root in
      root.add("kind", name)
      switch self {
      case .opened(let opening): root.addMembers(of: opening)
      case .entry(.change(let change)): root.addMembers(of: change)
      case .entry(.rowsClosed(let path)): root.add("path", path)
      case .entry(.language(let tag)): root.addIfPresent("language", tag?.description)
      case .ended(let end): root.add("how", end.rawValue)
      case .response(let node): root.add("document", copyOf: node)
      case .identity(let outcome): root.add("outcome", outcome.rawValue)
      case .unknown: break
      }
    }
    return JSONWriter(.compact).bytes(of: document.root)
  }

  private var name: String {
    switch self {
    case .opened: Kind.opened.rawValue
    case .entry(.change): Kind.change.rawValue
    case .entry(.rowsClosed): Kind.rowsClosed.rawValue
    case .entry(.language): Kind.language.rawValue
    case .ended: Kind.ended.rawValue
    case .response: Kind.response.rawValue
    case .identity: Kind.identity.rawValue
    case .unknown(let kind): kind
    }
  }
}

extension VisitOpening {
  fileprivate init?(_ node: JSONNode) {
    guard let author = node["author"]?.string.flatMap({ Change.Author(rawValue: $0) }) else {
      return nil
    }
    let context = node["context"]?.children.compactMap { member in
      member.name.map { ($0, member) }
    }
    self.init(
      questionnaire: node["questionnaire"]?.string,
      language: node["language"]?.string.flatMap { LanguageTag($0) }, author: author,
      label: node["label"]?.string, appointment: node["appointment"]?.string,
      helper: node["helper"]?.string, isTrial: node["trial"]?.boolean ?? false,
      programVersion: node["program"]?.string,
      started: node["started"]?.string.flatMap { PartialDateTime($0) },
      context: Dictionary(context ?? [], uniquingKeysWith: { first, _ in first }))
  }
}

extension JSONBuilder {
  fileprivate mutating func addMembers(of opening: VisitOpening) {
    addIfPresent("program", opening.programVersion)
    addIfPresent("questionnaire", opening.questionnaire)
    addIfPresent("language", opening.language?.description)
    add("author", opening.author.rawValue)
    addIfPresent("label", opening.label)
    addIfPresent("appointment", opening.appointment)
    addIfPresent("helper", opening.helper)
    if opening.isTrial { add("trial", true) }
    addIfPresent("started", opening.started?.description)
    guard !opening.context.isEmpty else { return }
    addObject("context") { context in
      for (name, node) in opening.context.sorted(by: { $0.key < $1.key }) {
        context.add(name, copyOf: node)
      }
    }
  }
}
