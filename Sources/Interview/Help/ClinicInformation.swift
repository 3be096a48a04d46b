/// What a person is told about the clinic and about help, from the configuration.
public struct ClinicInformation: Sendable, Equatable {
  /// The clinic's name.
  public var name: String?
  /// The clinic's telephone number.
  public var phone: String?
  /// The emergency number of the country, or nil when the country is not set.
  public var emergencyNumber: String?
  /// The crisis lines of the country.
  public var crisisLines: [CrisisLine]

  /// Makes the information; what is nil is not shown, and nothing is put in its place.
  public init(
    name: String? = nil, phone: String? = nil, emergencyNumber: String? = nil,
    crisisLines: [CrisisLine] = []
  ) {
    self.name = name
    self.phone = phone
    self.emergencyNumber = emergencyNumber
    self.crisisLines = crisisLines
  }
}
