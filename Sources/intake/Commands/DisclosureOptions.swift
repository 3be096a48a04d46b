import ArgumentParser
import FormFiller
import Referral

/// Which private groups of questions a summary shows.
struct DisclosureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave a private group out, such as substances, or sensitive for all that are.",
      discussion: "By the name of its section or its linkId. May be given several times.",
      valueName: "group"))
  var withhold: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show a group that is left out by default, such as legal, or everything.",
      discussion: "May be given several times.", valueName: "group"))
  var show: [String] = []

  /// The word for all sensitive groups.
  private static let sensitive = "sensitive"
  /// The word for all groups.
  private static let everything = "everything"

  /// What was chosen, for a form that has to have the groups.
  ///
  /// - Throws: `ValidationError` naming the groups that can be chosen.
  func disclosure(for form: Form) throws -> Disclosure {
    let groups = form.disclosureNames
    let words = [Self.sensitive, Self.everything]
    for name in withhold + show where !groups.contains(name) && !words.contains(name) {
      throw ValidationError(
        "'\(name)' cannot be shown or left out here. "
          + (groups.isEmpty
            ? "The questionnaire marks nothing as private."
            : "Choose among: \((groups + words).joined(separator: ", "))."))
    }
    if let misplaced = withhold.first(where: { $0 == Self.everything })
      ?? show.first(where: { $0 == Self.sensitive })
    {
      throw ValidationError(
        "'\(misplaced)' goes with the other option: --show everything, --withhold sensitive.")
    }
    let extent: Disclosure.Extent =
      if withhold.contains(Self.sensitive) {
        .withoutSensitive
      } else {
        show.contains(Self.everything) ? .everything : .withoutWithheldByDefault
      }
    return Disclosure(
      extent, shown: Set(show).subtracting(words), withheld: Set(withhold).subtracting(words))
  }
}
