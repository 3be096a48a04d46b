import Foundation
import Testing

/// The questions of a JSON summary that were asked, with what they were answered.
struct SummaryEntries {
  /// A question with its answer.
  struct Entry: Hashable {
    let question: String
    let outcome: String
  }

  private(set) var entries: [Entry] = []

  init(json: [UInt8]) throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    for section in root["sections"] as? [[String: Any]] ?? [] { add(section) }
  }

  private mutating func add(_ item: [String: Any]) {
    for inner in item["items"] as? [[String: Any]] ?? [] { add(inner) }
    for row in item["rows"] as? [[String: Any]] ?? [] { add(row) }
    guard let question = item["text"] as? String, let state = item["state"] as? String,
      let outcome = outcome(of: item, state: state)
    else { return }
    entries.append(Entry(question: question, outcome: outcome))
  }

  private func outcome(of item: [String: Any], state: String) -> String? {
    switch state {
    case "answered":
      (item["answers"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
        .joined(separator: " + ")
    case "skipped": "(skipped)"
    case "does-not-know": "(does not know)"
    case "prefers-not-to-say": "(prefers not to say)"
    default: nil
    }
  }

  /// Holds the summary to a transcript: every outcome stands in it once, and nothing else does.
  func expect(_ transcript: Transcript) {
    var rest = entries
    for step in transcript.steps {
      guard let outcome = step.outcome else { continue }
      let index = rest.firstIndex {
        $0.question.contains(step.question) && $0.outcome == outcome
      }
      guard let index else {
        Issue.record("no \"\(outcome)\" to \"\(step.question)\" in the summary")
        continue
      }
      rest.remove(at: index)
    }
    for entry in rest {
      Issue.record("nobody gave \"\(entry.outcome)\" to \"\(entry.question)\"")
    }
  }
}
