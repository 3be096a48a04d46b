import FormFiller

/// Which groups of questions a summary shows; what is left out is named as withheld.
///
/// Only what its questionnaire calls private can be left out. Urgent records, and findings of the
/// level urgent, are shown whatever is chosen.
public struct Disclosure: Sendable, Hashable {
  /// What is shown where nothing else is said.
  public var extent: Extent
  /// Groups that are shown all the same, by linkId or by the code of their section.
  public var shown: Set<String>
  /// Groups that are left out all the same, by linkId or by the code of their section.
  public var withheld: Set<String>

  /// What a summary shows.
  public enum Extent: String, Sendable, CaseIterable {
    /// Everything.
    case everything
    /// All but the groups that their questionnaire withholds by default.
    case withoutWithheldByDefault = "without-withheld-by-default"
    /// All but those, and the groups that their questionnaire calls sensitive.
    case withoutSensitive = "without-sensitive"
  }

  /// Makes a disclosure; a group that is both shown and withheld by name is withheld.
  public init(_ extent: Extent, shown: Set<String> = [], withheld: Set<String> = []) {
    self.extent = extent
    self.shown = shown
    self.withheld = withheld
  }

  /// Everything is shown.
  public static let everything = Disclosure(.everything)
  /// What its questionnaire withholds by default is left out.
  public static let withoutWithheldByDefault = Disclosure(.withoutWithheldByDefault)
  /// Everything private is left out.
  public static let withoutSensitive = Disclosure(.withoutSensitive)

  /// Whether an item is left out by what it says itself.
  func withholds(_ item: FormItem) -> Bool {
    guard let privacy = item.privacy else { return false }
    let names = item.disclosureNames
    if !names.isDisjoint(with: withheld) { return true }
    if !names.isDisjoint(with: shown) { return false }
    return switch extent {
    case .everything: false
    case .withoutWithheldByDefault: privacy == .withheldByDefault
    case .withoutSensitive: true
    }
  }
}

extension Form {
  /// The names of the groups that a summary can leave out, in the order of the form, each once.
  public var disclosureNames: [String] {
    var known: Set<String> = []
    return items.filter { $0.privacy != nil }
      .flatMap { [$0.summarySection?.code, $0.linkId].compactMap { $0 } }
      .filter { known.insert($0).inserted }
  }
}
