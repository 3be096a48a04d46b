import FHIR

extension ReferenceResponse {
  /// The answers as JSON: for a draft all that there is, else only what is enabled and answered.
  func document(status: String, authored: String) -> JSONDocument {
    let isDraft = status == "in-progress"
    let enabled = enabledWays()
    return JSONBuilder.object { root in
      root.add("resourceType", "QuestionnaireResponse")
      if let canonical { root.add("questionnaire", canonical) }
      root.add("status", status)
      root.add("authored", authored)
      add(top, [], isDraft ? nil : enabled, to: &root)
    }
  }

  /// - Parameter enabled: What is written, or nil for everything.
  private func add(
    _ places: [Place], _ way: Way, _ enabled: Set<Way>?, to parent: inout JSONBuilder
  ) {
    let written = places.indices.filter { isWritten(places[$0], way + [$0], enabled) }
    guard !written.isEmpty else { return }
    parent.addArray("item") { array in
      for index in written {
        if places[index].item.type == "group" {
          addRows(of: places[index], way + [index], enabled, to: &array)
        } else {
          array.addObject { element in
            addName(of: places[index].item, to: &element)
            addAnswers(of: places[index], way + [index], enabled, to: &element)
          }
        }
      }
    }
  }

  private func addName(of item: ReferenceItem, to element: inout JSONBuilder) {
    element.add("linkId", item.linkId)
    if let text = item.text { element.add("text", text) }
  }

  private func addRows(
    of place: Place, _ way: Way, _ enabled: Set<Way>?, to array: inout JSONBuilder
  ) {
    for (row, holder) in place.holders.enumerated() {
      let holdsSomething = holder.places.indices.contains {
        isWritten(holder.places[$0], way + [row, $0], enabled)
      }
      guard holdsSomething || (enabled == nil && place.holders.count > 1) else { continue }
      array.addObject { element in
        addName(of: place.item, to: &element)
        add(holder.places, way + [row], enabled, to: &element)
      }
    }
  }

  private func addAnswers(
    of place: Place, _ way: Way, _ enabled: Set<Way>?, to element: inout JSONBuilder
  ) {
    switch place.standing {
    case .unseen, .skipped: return
    case .unknown, .declined:
      element.addArray("answer") { answers in
        answers.addObject { answer in
          answer.addArray("extension") { extensions in
            extensions.addObject { reason in
              reason.add(
                "url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
              reason.add(
                "valueCode", place.standing == .unknown ? "asked-unknown" : "asked-declined")
            }
          }
        }
      }
    case .answered:
      element.addArray("answer") { answers in
        for (index, holder) in place.holders.enumerated() {
          guard let value = holder.value else { continue }
          answers.addObject { answer in
            answer.add("value" + value.type, copyOf: value.node)
            add(holder.places, way + [index], enabled, to: &answer)
          }
        }
      }
    }
  }

  private func isWritten(_ place: Place, _ way: Way, _ enabled: Set<Way>?) -> Bool {
    if let enabled, !enabled.contains(way) { return false }
    if place.item.type == "display" { return false }
    if place.item.type == "group" {
      if enabled == nil, place.holders.count > 1 { return true }
      return place.holders.enumerated().contains { row, holder in
        holder.places.indices.contains { isWritten(holder.places[$0], way + [row, $0], enabled) }
      }
    }
    switch place.standing {
    case .unseen: return false
    case .skipped: return enabled == nil
    case .unknown, .declined, .answered: return true
    }
  }
}
