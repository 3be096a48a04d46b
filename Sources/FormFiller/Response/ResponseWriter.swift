import FHIR

/// Writes live answers as a QuestionnaireResponse.
struct ResponseWriter {
  let response: Response
  let status: QuestionnaireResponse.Status
  let authored: PartialDateTime

  /// Whether what is parked or empty is kept.
  private var isDraft: Bool { status == .inProgress || status == .stopped }

  func document() -> JSONDocument {
    JSONBuilder.object { root in
      root.add("resourceType", "QuestionnaireResponse")
      let written = ["resourceType", "questionnaire", "status", "authored", "item", "extension"]
      let kept = (response.origin?.node.children.map { $0 } ?? []).filter {
        !written.contains($0.name ?? "")
      }
      for member in kept { root.add(member.name, copyOf: member) }
      addExtensions(to: &root)
      if let canonical = response.form.questionnaire.canonical
        ?? response.origin?.questionnaire
      {
        root.add("questionnaire", canonical)
      }
      root.add("status", status.rawValue)
      root.add("authored", authored.description)
      addItems(in: 0, to: &root)
    }
  }

  private func addExtensions(to root: inout JSONBuilder) {
    // A record that cannot be read is kept as it is.
    let kept = (response.origin?.node["extension"]?.elements ?? []).filter {
      $0["url"]?.string != ExtensionURL.urgentRecord.rawValue || UrgentRecord($0) == nil
    }
    guard !kept.isEmpty || !response.urgentRecords.isEmpty else { return }
    root.addArray("extension") { extensions in
      for element in kept { extensions.add(copyOf: element) }
      for record in response.urgentRecords { extensions.add(record) }
    }
  }

  // MARK: - Items

  private func addItems(in container: Int, to parent: inout JSONBuilder) {
    let nodes = response.nodes(in: container).filter { isWritten($0) }
    guard !nodes.isEmpty else { return }
    parent.addArray("item") { items in
      for node in nodes {
        let item = response.form.items[response.nodes[node].item]
        if item.type == .group {
          for row in response.nodes[node].entries where isWritten(row, of: node) {
            items.addObject { element in
              addIdentity(of: item, response.containers[row].original, to: &element)
              addItems(in: row, to: &element)
            }
          }
        } else {
          items.addObject { element in
            addIdentity(of: item, response.originalItems[node], to: &element)
            addAnswers(of: node, to: &element)
          }
        }
      }
    }
  }

  private func addIdentity(
    of item: FormItem, _ original: JSONNode?, to element: inout JSONBuilder
  ) {
    element.add("linkId", item.linkId)
    if let text = item.source.text { element.add("text", text) }
    guard let original, original.kind == .object else { return }
    let written = ["linkId", "text", "answer", "item"]
    for member in original.children where !written.contains(member.name ?? "") {
      element.add(member.name, copyOf: member)
    }
  }

  private func addAnswers(of node: Int, to element: inout JSONBuilder) {
    switch response.nodes[node].state {
    case .unseen, .skipped: return
    case .unknown: addAbsence(.askedUnknown, to: &element)
    case .declined: addAbsence(.askedDeclined, to: &element)
    case .answered:
      element.addArray("answer") { answers in
        for entry in response.nodes[node].entries {
          guard let value = response.containers[entry].value else { continue }
          answers.addObject { answer in
            if let original = response.containers[entry].original {
              for member in original.children where member.name != "item" {
                answer.add(member.name, copyOf: member)
              }
            } else {
              answer.add("value", value)
            }
            if !response.form.items[response.nodes[node].item].children.isEmpty {
              addItems(in: entry, to: &answer)
            }
          }
        }
      }
    }
  }

  private func addAbsence(_ reason: DataAbsentReason, to element: inout JSONBuilder) {
    element.addArray("answer") { answers in
      answers.addObject { answer in
        answer.addArray("extension") { extensions in
          extensions.addObject { absence in
            absence.add("url", ExtensionURL.dataAbsentReason.rawValue)
            absence.add("valueCode", reason.rawValue)
          }
        }
      }
    }
  }

  // MARK: - What is written

  private func isWritten(_ node: Int) -> Bool {
    let item = response.form.items[response.nodes[node].item]
    guard isDraft || response.nodes[node].isEnabled else { return false }
    if item.type == .group {
      return response.nodes[node].entries.contains { isWritten($0, of: node) }
    }
    guard item.isQuestion else { return false }
    switch response.nodes[node].state {
    case .unseen: return false
    case .skipped: return isDraft
    case .unknown, .declined, .answered: return true
    }
  }

  /// Whether a row is written: in a draft also one of several in which nothing is answered yet.
  private func isWritten(_ row: Int, of group: Int) -> Bool {
    (isDraft && response.nodes[group].entries.count > 1)
      || response.nodes(in: row).contains { isWritten($0) }
  }
}

/// A reason why a response cannot be completed: rules of the form that do not hold.
public struct IncompleteResponseError: Error, Sendable, CustomStringConvertible {
  /// What does not hold.
  public let issues: [ResponseIssue]

  /// The error in words, without any answer.
  public var description: String {
    let linkIds = issues.compactMap(\.linkId).map { "'\($0)'" }.joined(separator: ", ")
    return "the response cannot be completed: \(linkIds) must be answered or corrected first"
  }
}

extension Response {
  /// The answers as a QuestionnaireResponse.
  ///
  /// A draft (in progress or stopped) keeps parked answers, and items that were seen and left
  /// empty; a completed response holds only what is enabled and answered.
  ///
  /// - Throws: `IncompleteResponseError` when a completed or amended response is asked for and a
  ///   rule of the form does not hold.
  public func document(
    as status: QuestionnaireResponse.Status, authored: PartialDateTime
  ) throws(IncompleteResponseError) -> JSONDocument {
    guard status == .completed || status == .amended else {
      return ResponseWriter(response: self, status: status, authored: authored).document()
    }
    let errors = issues().filter(\.isError)
    guard errors.isEmpty else { throw IncompleteResponseError(issues: errors) }
    return ResponseWriter(
      response: withoutWhatIsNotCompleted(), status: status, authored: authored
    ).document()
  }
}
