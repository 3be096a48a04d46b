import FHIR
import FormFiller

/// What clinicians see of a record in a list: whose it is.
public struct ClinicalCard: Sendable, Hashable {
  /// The name that the person gave.
  public var name: String?
  /// The date of birth that the person gave; it may be partial.
  public var birthDate: PartialDate?

  /// Makes a card.
  public init(name: String? = nil, birthDate: PartialDate? = nil) {
    self.name = name
    self.birthDate = birthDate
  }

  /// Makes the card of answers.
  public init(_ response: Response) {
    self.init(name: response.personName, birthDate: response.personBirthDate)
  }

  /// Reads a card; nil when the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let root = try? JSONDocument(bytes).root, root.kind == .object else { return nil }
    self.init(
      name: root["name"]?.string,
      birthDate: root["birthDate"]?.string.flatMap { PartialDate($0) })
  }

  /// The card as it is sealed.
  public var bytes: [UInt8] {
    let document = JSONBuilder.object { root in
      root.addIfPresent("name", name)
      root.addIfPresent("birthDate", birthDate?.description)
    }
    return JSONWriter(.compact).bytes(of: document.root)
  }
}
