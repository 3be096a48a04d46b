import Library

/// An option whose words fit what was typed.
struct OptionMatch: Sendable {
  /// The option, by the name that fits.
  let meaning: OptionMeaning
  /// How well it fits.
  let quality: ConceptMatch.Quality
  /// What the name is taken for, so that it is asked about.
  let lookAlikes: [OptionMeaning]
}
