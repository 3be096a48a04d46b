import FHIR
import FHIRPath

/// The answers as expressions see them, kept in step with a response.
///
/// Only what is enabled and answered is there, as in a completed response. An answer that was
/// declined is none: no expression takes it for one.
struct LiveResponse: Sendable {
  private(set) var resource: LiveResource?
  private var nodePlaces: [LiveResource.Place?] = []
  private var containerPlaces: [LiveResource.Place?] = []
  /// The nodes whose answers changed since the resource was brought up to date.
  private var changedNodes: Set<Int> = []
  /// Whether rows or answers came that the resource has no place for.
  private var hasNewPlaces = true
  /// The values of variables since the last change.
  var memory = VariableMemory()

  mutating func noteChange(of node: Int) { changedNodes.insert(node) }

  /// Notes a new row of a group or answer to a question; answers without items within have no place
  /// of their own.
  mutating func noteNewPlaces(for item: FormItem) {
    if item.type == .group || !item.children.isEmpty { hasNewPlaces = true }
  }

  func node(ofItem node: Int) -> ResourceNode? {
    guard nodePlaces.indices.contains(node) else { return nil }
    return nodePlaces[node].flatMap { resource?.node(of: $0) }
  }

  func node(ofRow container: Int) -> ResourceNode? {
    guard containerPlaces.indices.contains(container) else { return nil }
    return containerPlaces[container].flatMap { resource?.node(of: $0) }
  }

  /// Takes over what changed in the response.
  mutating func update(from response: Response) {
    guard hasNewPlaces || !changedNodes.isEmpty else { return }
    // Remembered values hold on to the resource, which would then be copied by its next change.
    memory = VariableMemory()
    if hasNewPlaces {
      makePlaces(of: response)
      for node in response.nodes.indices { setContent(of: node, from: response) }
    } else {
      for node in changedNodes { setContent(of: node, from: response) }
    }
    hasNewPlaces = false
    changedNodes = []
  }

  // MARK: - Structure

  private mutating func makePlaces(of response: Response) {
    nodePlaces = Array(repeating: nil, count: response.nodes.count)
    containerPlaces = Array(repeating: nil, count: response.containers.count)
    resource = nil
    var places = (nodes: nodePlaces, containers: containerPlaces)
    let heading = response.heading()
    resource = LiveResource(heading.root) { builder in
      Self.open(0, of: response, &builder, &places)
    }
    (nodePlaces, containerPlaces) = places
  }

  private static func open(
    _ container: Int, of response: Response, _ builder: inout LiveResource.Builder,
    _ places: inout (nodes: [LiveResource.Place?], containers: [LiveResource.Place?])
  ) {
    for node in response.nodes(in: container) {
      let item = response.form.items[response.nodes[node].item]
      switch item.type {
      case .display: continue
      case .group:
        for row in response.nodes[node].entries {
          places.containers[row] = builder.open(.item(linkId: item.linkId))
          open(row, of: response, &builder, &places)
          builder.close()
        }
      default:
        places.nodes[node] = builder.open(.item(linkId: item.linkId))
        for answer in response.nodes[node].entries where !item.children.isEmpty {
          places.containers[answer] = builder.open(.answer)
          open(answer, of: response, &builder, &places)
          builder.close()
        }
        builder.close()
      }
    }
  }

  // MARK: - Content

  private mutating func setContent(of node: Int, from response: Response) {
    let item = response.form.items[response.nodes[node].item]
    guard item.isQuestion, let place = nodePlaces[node] else { return }
    let answers = response.currentEntries(of: node)
    guard item.children.isEmpty else {
      for entry in response.nodes[node].entries {
        guard let place = containerPlaces[entry] else { continue }
        let content = answers.contains(entry) ? response.answerContent(of: entry) : nil
        resource?.setContent(of: place, to: content?.root)
      }
      return
    }
    let content = answers.isEmpty ? nil : response.itemContent(of: answers)
    resource?.setContent(of: place, to: content?.root)
  }
}

extension Response {
  /// The response without its items.
  fileprivate func heading() -> JSONDocument {
    let written: Set = ["resourceType", "questionnaire", "item", "extension"]
    return JSONBuilder.object { root in
      root.add("resourceType", "QuestionnaireResponse")
      if let canonical = form.questionnaire.canonical ?? origin?.questionnaire {
        root.add("questionnaire", canonical)
      }
      let kept = (origin?.node.children.map { $0 } ?? []).filter {
        !written.contains($0.name ?? "")
      }
      for member in kept { root.add(member.name, copyOf: member) }
      if origin?.status == nil {
        root.add("status", QuestionnaireResponse.Status.inProgress.rawValue)
      }
    }
  }

  /// The answers of a question that count: none unless it is enabled.
  fileprivate func currentEntries(of node: Int) -> [Int] {
    guard nodes[node].isEnabled, nodes[node].state == .answered else { return [] }
    return nodes[node].entries.filter { containers[$0].value != nil }
  }

  fileprivate func itemContent(of entries: [Int]) -> JSONDocument {
    JSONBuilder.object { item in
      item.addArray("answer") { answers in
        for entry in entries { answers.addObject { addContent(of: entry, to: &$0) } }
      }
    }
  }

  fileprivate func answerContent(of entry: Int) -> JSONDocument {
    JSONBuilder.object { addContent(of: entry, to: &$0) }
  }

  private func addContent(of entry: Int, to answer: inout JSONBuilder) {
    if let original = containers[entry].original {
      for member in original.children where member.name != "item" {
        answer.add(member.name, copyOf: member)
      }
    } else if let value = containers[entry].value {
      answer.add("value", value)
    }
  }
}
