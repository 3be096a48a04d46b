import FHIR

// A record is an extension of the response that holds further extensions:
// page, kind, label, opened, staff-called, shown, acknowledged, closed, any number of answer, any
// number of later.

extension UrgentRecord {
  /// Reads the extension that keeps a record; nil when it names no page or no kind of page.
  init?(_ element: JSONNode) {
    let parts = element["extension"]?.elements ?? []
    guard let page = Self.text("page", in: parts),
      let kind = Self.text("kind", in: parts).flatMap({ HelpPage(rawValue: $0) })
    else { return nil }
    self.init(
      page: page, kind: kind, label: Self.text("label", in: parts) ?? page,
      opened: Self.time("opened", in: parts),
      answers: Self.all("answer", in: parts).map { Self.quoted($0) })
    staffCalled = Self.time("staff-called", in: parts)
    shown = Self.time("shown", in: parts)
    acknowledged = Self.time("acknowledged", in: parts)
    closed = Self.time("closed", in: parts)
    laterAnswers = Self.all("later", in: parts).compactMap { later in
      Self.time("time", in: later).map { LaterAnswer(time: $0, answer: Self.quoted(later)) }
    }
  }

  /// The times of the record by the names they are written under.
  fileprivate var times: [(name: String, time: PartialDateTime?)] {
    [
      ("opened", opened), ("staff-called", staffCalled), ("shown", shown),
      ("acknowledged", acknowledged), ("closed", closed),
    ]
  }

  private static func quoted(_ parts: [JSONNode]) -> QuotedAnswer {
    QuotedAnswer(
      linkId: text("linkId", in: parts) ?? "", question: text("question", in: parts) ?? "",
      answer: text("answer", in: parts) ?? "")
  }

  private static func text(_ name: String, in parts: [JSONNode]) -> String? {
    parts.first { $0["url"]?.string == name }?.choiceMember("value")?.node.string
  }

  private static func time(_ name: String, in parts: [JSONNode]) -> PartialDateTime? {
    text(name, in: parts).flatMap { PartialDateTime($0) }
  }

  private static func all(_ name: String, in parts: [JSONNode]) -> [[JSONNode]] {
    parts.filter { $0["url"]?.string == name }.map { $0["extension"]?.elements ?? [] }
  }
}

extension JSONBuilder {
  /// Adds the extension that keeps a record with its response.
  mutating func add(_ record: UrgentRecord) {
    addObject { element in
      element.add("url", ExtensionURL.urgentRecord.rawValue)
      element.addArray("extension") { parts in
        parts.addPart("page", "valueString", record.page)
        parts.addPart("kind", "valueCode", record.kind.rawValue)
        parts.addPart("label", "valueString", record.label)
        for (name, time) in record.times {
          if let time { parts.addPart(name, "valueDateTime", time.description) }
        }
        for answer in record.answers { parts.addQuotation("answer", answer, time: nil) }
        for later in record.laterAnswers {
          parts.addQuotation("later", later.answer, time: later.time)
        }
      }
    }
  }

  private mutating func addPart(_ name: String, _ type: String, _ value: String) {
    guard !value.isEmpty else { return }
    addObject { part in
      part.add("url", name)
      part.add(type, value)
    }
  }

  private mutating func addQuotation(
    _ name: String, _ answer: UrgentRecord.QuotedAnswer, time: PartialDateTime?
  ) {
    addObject { element in
      element.add("url", name)
      element.addArray("extension") { parts in
        if let time { parts.addPart("time", "valueDateTime", time.description) }
        parts.addPart("linkId", "valueString", answer.linkId)
        parts.addPart("question", "valueString", answer.question)
        parts.addPart("answer", "valueString", answer.answer)
      }
    }
  }
}
