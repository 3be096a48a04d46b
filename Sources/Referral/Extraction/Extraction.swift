import FHIR
import FormFiller

/// The resources that answers become, as a transaction (SDC 4, Form Data Extraction).
///
/// Only what is enabled counts. The response itself is no entry. Each resource stands under a fresh
/// `urn:uuid:`, unless its template says another address.
public struct Extraction {
  /// The transaction; meant only if no problem is an error.
  public let bundle: JSONDocument
  /// What is wrong with the form or did not come out.
  public let problems: [ExtractionProblem]

  /// Extracts the resources of a response.
  ///
  /// - Parameters:
  ///   - response: The answers; of those read from a QuestionnaireResponse, its subject, author,
  ///     encounter and time go into observations.
  ///   - plan: What the form of the response says of extraction.
  ///   - newUUID: Gives a UUID, without prefix, that it never gave before.
  public init(of response: Response, by plan: ExtractionPlan, newUUID: @escaping () -> String) {
    var extractor = Extractor(response, plan, newUUID: newUUID)
    if plan.isUsable { extractor.extract() }
    let entries = extractor.entries
    bundle = JSONBuilder.object { bundle in
      bundle.add("resourceType", "Bundle")
      bundle.add("type", "transaction")
      guard !entries.isEmpty else { return }
      bundle.addArray("entry") { list in
        for entry in entries { entry.add(to: &list) }
      }
    }
    problems = plan.problems + extractor.problems + Self.problems(of: entries)
  }

  /// What is wrong with resources, and with how they hang together.
  private static func problems(of entries: [ExtractedEntry]) -> [ExtractionProblem] {
    var problems: [ExtractionProblem] = []
    func note(_ kind: ExtractionProblem.Kind, _ entry: ExtractedEntry) {
      let problem = ExtractionProblem(kind, at: entry.source, linkId: entry.linkId)
      if !problems.contains(problem) { problems.append(problem) }
    }
    var addresses: Set<String> = []
    var updated: Set<String> = []
    for entry in entries {
      if !addresses.insert(entry.fullUrl).inserted {
        note(.duplicateAddress(entry.fullUrl), entry)
      }
      // A transaction must not touch a resource twice (R4, 3.1.0.11.2).
      if let address = entry.updatedResource, !updated.insert(address).inserted {
        note(.duplicateAddress(address), entry)
      }
    }
    for entry in entries {
      for problem in ResourceCheck.problems(in: entry.resource.root) { note(problem.kind, entry) }
      for path in ResourceCheck.missingElements(of: entry.resource.root) {
        note(.missingElement(path: path), entry)
      }
      for reference in entry.resource.root.references
      where reference.hasPrefix("urn:uuid:") && !addresses.contains(reference) {
        note(.danglingReference(reference), entry)
      }
    }
    return problems
  }
}

extension JSONNode {
  /// The addresses that the value and those within it refer to.
  fileprivate var references: [String] {
    children.flatMap { child in
      child.name == "reference" ? child.string.map { [$0] } ?? child.references : child.references
    }
  }
}
