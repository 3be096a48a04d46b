import FHIR

// A record is an extension of the response that holds further extensions:
// page, kind, label, opened, any number of answer, any number of later.

extension ResponseReader {
  mutating func readUrgentRecords(_ source: QuestionnaireResponse) {
    for element in source.node.extensions(.urgentRecord) {
      let parts = element["extension"]?.elements ?? []
      guard let page = text("page", in: parts),
        let kind = text("kind", in: parts).flatMap({ HelpPage(rawValue: $0) })
      else { continue }
      var record = UrgentRecord(
        page: page, kind: kind, label: text("label", in: parts) ?? page,
        opened: time("opened", in: parts), answers: all("answer", in: parts).map { quoted($0) })
      record.laterAnswers = all("later", in: parts).compactMap { later in
        guard let time = time("time", in: later) else { return nil }
        return UrgentRecord.LaterAnswer(time: time, answer: quoted(later))
      }
      response.urgentRecords.append(record)
    }
  }

  private func quoted(_ parts: [JSONNode]) -> UrgentRecord.QuotedAnswer {
    UrgentRecord.QuotedAnswer(
      linkId: text("linkId", in: parts) ?? "", question: text("question", in: parts) ?? "",
      answer: text("answer", in: parts) ?? "")
  }

  private func text(_ name: String, in parts: [JSONNode]) -> String? {
    parts.first { $0["url"]?.string == name }?.choiceMember("value")?.node.string
  }

  private func time(_ name: String, in parts: [JSONNode]) -> PartialDateTime? {
    text(name, in: parts).flatMap { PartialDateTime($0) }
  }

  private func all(_ name: String, in parts: [JSONNode]) -> [[JSONNode]] {
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
        if let opened = record.opened {
          parts.addPart("opened", "valueDateTime", opened.description)
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
