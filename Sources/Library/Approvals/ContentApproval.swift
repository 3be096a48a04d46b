import FHIR

/// That a named person has reviewed a file of the library as it was.
public struct ContentApproval: Sendable, Equatable {
  /// The file, by its path within the folder.
  public let file: String
  /// The digest of the bytes that were reviewed: `sha256:` and 64 hexadecimal digits.
  public let digest: String
  /// The name of the person.
  public let reviewer: String
  /// What the person is, such as a profession.
  public let role: String
  /// The day of the review.
  public let date: PartialDate

  /// Makes an approval.
  public init(file: String, digest: String, reviewer: String, role: String, date: PartialDate) {
    self.file = file
    self.digest = digest
    self.reviewer = reviewer
    self.role = role
    self.date = date
  }

  /// Reads an approval; nil when a member is missing or cannot be read.
  init?(_ node: JSONNode) {
    guard let file = node["file"]?.string, let digest = node["digest"]?.string,
      let reviewer = node["reviewer"]?.string, let role = node["role"]?.string,
      let date = node["date"]?.string.flatMap({ PartialDate($0) })
    else { return nil }
    self.init(file: file, digest: digest, reviewer: reviewer, role: role, date: date)
  }
}
