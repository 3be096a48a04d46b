import FHIR
import FormFiller

/// What a summary says that does not stand in the answers.
public struct SummaryContext: Sendable, Equatable {
  /// When the summary is made.
  public var made: PartialDateTime
  /// When the answers were given, if it is known; ages are counted to this day.
  public var answered: PartialDateTime?
  /// The clinic that the summary is for.
  public var clinic: Clinic?
  /// The version of the program that makes the summary.
  public var programVersion: String
  /// Who made the changes, in the order in which they first did; empty when it is not known.
  public var authors: [Change.Author]
  /// Which groups of questions the summary may show.
  public var disclosure: Disclosure

  /// Makes a context.
  public init(
    made: PartialDateTime, programVersion: String, disclosure: Disclosure,
    answered: PartialDateTime? = nil, clinic: Clinic? = nil, authors: [Change.Author] = []
  ) {
    self.made = made
    self.answered = answered
    self.clinic = clinic
    self.programVersion = programVersion
    self.authors = authors
    self.disclosure = disclosure
  }

  /// The day that ages are counted to: that of the answers, else that of the summary.
  var day: PartialDate { (answered ?? made).date }

  /// A clinic as a summary names it.
  public struct Clinic: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The phone number, if there is one.
    public var phone: String?

    /// Makes a clinic.
    public init(name: String, phone: String? = nil) {
      self.name = name
      self.phone = phone
    }
  }
}
