import FHIR

/// The medicines that were named, and what the form works out of them.
public struct Medicines: Sendable, Equatable {
  /// The medicines.
  public let table: FactTable<MedicinePart>
  /// What is known of opioids among them; nil when none is one, as far as the form can tell.
  public let opioids: Opioids?
  /// The names of those that the vocabulary tags as sedatives, as they were given.
  public let sedatives: [String]

  /// What a form works out of opioids, in MME (milligrams of morphine with the same effect) a day.
  public struct Opioids: Sendable, Equatable {
    /// The sum for a usual day, over those that could be computed; nil when none could, never zero.
    public let usual: ExactDecimal?
    /// The sum for the most in a day.
    public let most: ExactDecimal?
    /// Whether there are opioids that the sums leave out.
    public let isIncomplete: Bool
    /// The arithmetic for each opioid, or why there is none.
    public let lines: [Line]
    /// What is to be borne in mind.
    public let notes: [String]
  }

  /// The arithmetic for one opioid.
  public struct Line: Sendable, Equatable {
    /// The name as it was given.
    public let name: String
    /// The arithmetic, or why there is none.
    public let text: String
  }
}
