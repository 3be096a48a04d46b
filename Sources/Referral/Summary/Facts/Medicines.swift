import FHIR

/// The medicines that were named, and what the form works out of them.
public struct Medicines: Sendable, Equatable {
  /// The medicines.
  public let table: FactTable<MedicinePart>
  /// The sums that the form works out over some of them; nil when it finds none to add.
  public let doseTotals: DoseTotals?
  /// The lists that the vocabulary puts medicines on.
  public let lists: [NamedList]

  /// A list that the vocabulary puts medicines on.
  public struct NamedList: Sendable, Equatable {
    /// The name of the list.
    public let name: String
    /// The names of the medicines as they were given.
    public let medicines: [String]
  }

  /// What a form works out over the doses of a day, in units that can be added.
  public struct DoseTotals: Sendable, Equatable {
    /// What is added up, in the words of the form.
    public let name: String
    /// The sum for a usual day, over those that could be computed; nil when none could, never zero.
    public let usual: ExactDecimal?
    /// The sum for the most in a day.
    public let most: ExactDecimal?
    /// Whether there are medicines that the sums leave out.
    public let isIncomplete: Bool
    /// The arithmetic for each medicine, or why there is none.
    public let lines: [Line]
    /// What is to be borne in mind.
    public let notes: [String]
  }

  /// The arithmetic for one medicine.
  public struct Line: Sendable, Equatable {
    /// The name as it was given.
    public let name: String
    /// The arithmetic, or why there is none.
    public let text: String
  }
}
