import FHIR
import FormGenerator
import Testing

@testable import FormFiller

extension RandomWalk {
  private static let authored = "2026-03-01T09:00:00Z"

  /// What the last change brought about.
  func checkAnswers() {
    let places = places()
    checkStates(places)
    checkOutcome(places.map(\.node))
    checkFromNothing()
  }

  /// What is written, and that it reads back.
  func checkDocuments() throws {
    try checkDraft()
    try checkCompletion()
  }

  private var trail: Comment { "after \(changes.map { "\($0.action) \($0.path.linkId)" })" }

  /// What is enabled, and what each question is answered with.
  private func checkStates(_ places: [(way: ReferenceResponse.Way, node: NodeID)]) {
    let enabled = reference.enabledWays()
    for (way, node) in places {
      let place = reference[way]
      if response.isEnabled(node) != enabled.contains(way) {
        Issue.record("\(place.item.linkId) is \(response.isEnabled(node)) \(trail)")
      }
      guard place.item.isQuestion else { continue }
      let state: AnswerState =
        switch place.standing {
        case .unseen: .notReached
        case .skipped: .skipped
        case .unknown: .declined(.askedUnknown)
        case .declined: .declined(.askedDeclined)
        case .answered: .answered(place.holders.compactMap { $0.value?.answer })
        }
      if response.state(of: node) != state {
        Issue.record("\(place.item.linkId) is \(response.state(of: node)) \(trail)")
      }
    }
  }

  /// What opened and closed is the difference between before and after, in the order of the form.
  private func checkOutcome(_ nodes: [NodeID]) {
    guard let outcome else { return }
    let opened = nodes.filter { response.isEnabled($0) && !formerlyEnabled.contains($0) }
    let closed = formerlyEnabled.filter { node in
      // What went away with its row or answer is not named.
      !response.isEnabled(node)
        && !response.containers[response.nodes[node.index].container].isRemoved
    }
    #expect(outcome.opened == opened, trail)
    #expect(outcome.closed == closed, trail)
    let asked = opened.filter {
      response.item(of: $0).isQuestion && !response.state(of: $0).isSettled
    }
    #expect(outcome.nowAsked == asked, trail)
  }

  /// Working everything out from nothing changes nothing.
  private func checkFromNothing() {
    var fresh = response
    fresh.settleAll()
    #expect(fresh.nodes.map(\.isEnabled) == response.nodes.map(\.isEnabled), trail)
    #expect(fresh.nodes.map(\.isMet) == response.nodes.map(\.isMet), trail)
  }

  /// A draft holds everything, and reads back as it was.
  private func checkDraft() throws {
    let document = try response.document(as: .inProgress, authored: try #require(Self.time))
    let expected = reference.document(status: "in-progress", authored: Self.authored)
    #expect(document.root == expected.root, trail)
    let (again, issues) = Response.reading(
      try #require(QuestionnaireResponse(document.root)), form: form)
    #expect(issues.isEmpty, trail)
    let rewritten = try again.document(as: .inProgress, authored: try #require(Self.time))
    #expect(rewritten.root == document.root, trail)
    #expect(Self.enabled(in: again) == Self.enabled(in: response), trail)
  }

  /// A completed response holds what is enabled and answered, and reads back enabled the same way;
  /// it cannot be had while a rule of the form does not hold.
  private func checkCompletion() throws {
    let finished = reference.finished()
    let expected = finished.issues()
    let found = response.issues().map { "\($0.code.rawValue) \($0.linkId ?? "")" }
    #expect(found.sorted() == expected, trail)
    let time = try #require(Self.time)
    guard expected.isEmpty else {
      #expect(throws: IncompleteResponseError.self, trail) {
        try response.document(as: .completed, authored: time)
      }
      return
    }
    let document = try response.document(as: .completed, authored: time)
    let wanted = finished.document(status: "completed", authored: Self.authored)
    #expect(document.root == wanted.root, trail)
    let source = try #require(QuestionnaireResponse(document.root))
    #expect(Response.issues(in: source, form: form).filter(\.isError).isEmpty, trail)
    let again = Response.reading(source, form: form).response
    let rewritten = try again.document(as: .completed, authored: time)
    #expect(rewritten.root == document.root, trail)
  }

  /// The same changes give the same response, with the same identities.
  func checkReplay() throws {
    var again = initialResponse
    for change in changes { try again.apply(change) }
    let time = try #require(Self.time)
    #expect(
      try again.document(as: .inProgress, authored: time).root
        == response.document(as: .inProgress, authored: time).root)
    for (_, node) in places() {
      #expect(again.path(to: node) == response.path(to: node))
      #expect(again.isEnabled(node) == response.isEnabled(node))
    }
  }

  /// The linkIds of what is enabled, in the order of the form.
  private static func enabled(in response: Response) -> [String] {
    var linkIds: [String] = []
    func visit(_ nodes: [NodeID]) {
      for node in nodes {
        if response.isEnabled(node) { linkIds.append(response.item(of: node).linkId) }
        let entries = response.rows(of: node) + response.answers(of: node).map(\.id)
        for entry in entries { visit(response.nodes(in: entry, of: node)) }
      }
    }
    visit(response.topNodes)
    return linkIds
  }
}
