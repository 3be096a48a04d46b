import FHIR
import Foundation
import Testing

@testable import Library

/// What the vocabulary of diagnoses tells a clinician of the evidence.
@Suite struct EvidenceTests {
  private static func concepts() throws -> [JSONNode] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Questionnaires/vocabulary/pain-diagnosis.json")
    return try JSONDocument([UInt8](Data(contentsOf: file))).root["concept"]?.elements ?? []
  }

  private func values(of code: String, in concept: JSONNode) -> [String] {
    concept["property"]?.elements.filter { $0["code"]?.isString(code) == true }
      .compactMap { $0["valueString"]?.string } ?? []
  }

  @Test func `every diagnosis has both sources, with their years and without a dose`() throws {
    let concepts = try Self.concepts()
    #expect(concepts.count > 20)
    for concept in concepts {
      let code = concept["code"]?.string ?? ""
      let evidence = values(of: "evidence", in: concept)
      guard code != "none-told" else {
        #expect(evidence.isEmpty)
        continue
      }
      #expect(evidence.count == 2, "\(code)")
      #expect(values(of: "evidence-source", in: concept).count == 2, "\(code)")
      #expect(evidence.first?.contains("2018") == true, "\(code)")
      #expect(evidence.last?.contains("Cochrane 2025") == true, "\(code)")
      for text in evidence {
        #expect(text.firstMatch(of: /\d\s?(mg|mcg)/) == nil, "\(code)")
      }
    }
  }

  /// Moderate evidence is for one diagnosis, which RSD is another name of.
  @Test func `only CRPS has moderate evidence`() throws {
    let moderate = try Self.concepts().filter { concept in
      values(of: "evidence", in: concept).contains { $0.contains("moderate evidence") }
    }
    #expect(moderate.map { $0["code"]?.string } == ["crps"])
    #expect(moderate.first?["display"]?.string?.contains("RSD") == true)
  }
}
