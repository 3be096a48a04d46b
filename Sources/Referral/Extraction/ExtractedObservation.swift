import FHIR

/// An observation that answers become (SDC 4, observation-based extraction).
struct ExtractedObservation {
  let rule: ObservationRule
  /// What was answered; nil for a panel.
  let value: ObservationValue?
  let related: Extractor.Related
  /// The address of the observation that it comes from.
  let derivedFrom: String?

  /// An answer that is a part of an observation.
  struct Component {
    let codes: [JSONNode]
    let value: ObservationValue
  }

  /// The resource.
  func document(_ heading: ResponseHeading) -> JSONDocument {
    JSONBuilder.object { observation in
      observation.add("resourceType", "Observation")
      heading.addOrders(to: &observation)
      observation.add("status", heading.observationStatus)
      if !rule.categories.isEmpty {
        observation.addArray("category") { list in
          for category in rule.categories { list.add(copyOf: category) }
        }
      }
      Self.addCode(rule.codes, to: &observation)
      heading.addCircumstances(to: &observation)
      value?.add(to: &observation)
      addReferences("hasMember", related.members, to: &observation)
      observation.addArray("derivedFrom") { list in
        heading.addReference(to: &list)
        if let derivedFrom { list.addObject { $0.add("reference", derivedFrom) } }
      }
      guard !related.components.isEmpty else { return }
      observation.addArray("component") { list in
        for component in related.components {
          list.addObject {
            Self.addCode(component.codes, to: &$0)
            component.value.add(to: &$0)
          }
        }
      }
    }
  }

  private func addReferences(
    _ name: String, _ addresses: [String], to observation: inout JSONBuilder
  ) {
    guard !addresses.isEmpty else { return }
    observation.addArray(name) { list in
      for address in addresses { list.addObject { $0.add("reference", address) } }
    }
  }

  /// Adds codes, without what they say of extraction.
  private static func addCode(_ codes: [JSONNode], to element: inout JSONBuilder) {
    element.addObject("code") { concept in
      concept.addArray("coding") { list in
        for code in codes {
          list.addObject { coding in
            let kept = code["extension"]?.elements.filter { !$0.isExtension(.observationExtract) }
            if let kept, !kept.isEmpty {
              coding.addArray("extension") { for element in kept { $0.add(copyOf: element) } }
            }
            for member in code.children where member.name != "extension" {
              coding.add(member.name, copyOf: member)
            }
          }
        }
      }
    }
  }
}
