import FHIR

/// What observations take over from the response that they come from.
struct ResponseHeading {
  private let node: JSONNode?

  init(_ node: JSONNode?) { self.node = node }

  /// Where the response stands.
  var status: QuestionnaireResponse.Status? {
    node?["status"]?.string.flatMap { QuestionnaireResponse.Status(rawValue: $0) }
  }

  /// The status of observations: what a person may still change is preliminary.
  var observationStatus: String {
    switch status {
    case .completed, .amended: "final"
    case .inProgress, .stopped, .enteredInError, nil: "preliminary"
    }
  }

  /// Adds what the observation is about and belongs to, before what it says.
  func addOrders(to observation: inout JSONBuilder) {
    for name in ["basedOn", "partOf"] {
      if let list = node?.member(named: name) { observation.add(name, copyOf: list) }
    }
  }

  /// Adds whom the observation is about, when it was made, and who made it.
  func addCircumstances(to observation: inout JSONBuilder) {
    if let subject = node?["subject"] { observation.add("subject", copyOf: subject) }
    if let encounter = node?["encounter"] { observation.add("encounter", copyOf: encounter) }
    if let authored = node?["authored"]?.string {
      observation.add("effectiveDateTime", authored)
      // An instant is known to the second, with its zone.
      if let time = PartialDateTime(authored), time.time != nil, time.offsetMinutes != nil {
        observation.add("issued", time.description)
      }
    }
    if let author = node?["author"] {
      observation.addArray("performer") { $0.add(copyOf: author) }
    }
  }

  /// Adds a reference to the response.
  ///
  /// The response is no entry of the transaction; without an id or an identifier it is named in words.
  func addReference(to list: inout JSONBuilder) {
    list.addObject { reference in
      if let id = node?["id"]?.string {
        reference.add("reference", "QuestionnaireResponse/\(id)")
        return
      }
      reference.add("type", "QuestionnaireResponse")
      if let identifier = node?["identifier"] {
        reference.add("identifier", copyOf: identifier)
        return
      }
      let words = [
        "Answers", node?["questionnaire"]?.string.map { "to \($0)" },
        node?["authored"]?.string.map { "of \($0)" },
      ]
      reference.add("display", words.compactMap { $0 }.joined(separator: " "))
    }
  }
}
