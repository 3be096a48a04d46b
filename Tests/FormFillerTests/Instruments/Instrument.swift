import FHIR
import Foundation
import Library
import Testing

@testable import FormFiller

/// An instrument of this package, filled by its numbers.
enum Instrument: String, CaseIterable, CustomTestStringConvertible {
  case phq9 = "phq-9"
  case gad7 = "gad-7"
  case peg
  case pcPTSD5 = "pc-ptsd-5"
  case auditC = "audit-c"
  case asq
  case nrs

  /// Those whose answers make up a total.
  static let scored: [Instrument] = [.phq9, .gad7, .peg, .pcPTSD5, .auditC]

  var testDescription: String { rawValue }

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = repository.appending(path: "Questionnaires")

  static let library = Result {
    let manifest = try Data(contentsOf: folder.appending(path: "library.json"))
    return try Library(manifest: Array(manifest)) { name in
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }

  static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
  }

  func questionnaire() throws -> Questionnaire {
    try Self.library.get().questionnaire(
      canonical: "https://intake.example/fhir/Questionnaire/\(rawValue)"
    ).questionnaire
  }

  func form() throws -> Form { try Form(questionnaire()) { _ in [] } }

  var total: String { self == .peg ? "peg.mean" : "\(rawValue).total" }

  /// The questions in the order in which they are asked, the gate first.
  var parts: [String] {
    switch self {
    case .phq9: (1...9).map { "phq-9.\($0)" }
    case .gad7: (1...7).map { "gad-7.\($0)" }
    case .peg: ["peg.pain", "peg.enjoyment", "peg.activity"]
    case .pcPTSD5: ["pc-ptsd-5.event"] + (1...5).map { "pc-ptsd-5.\($0)" }
    case .auditC: (1...3).map { "audit-c.\($0)" }
    case .asq: (1...5).map { "asq.\($0)" }
    case .nrs: ["nrs.worst", "nrs.now"]
    }
  }

  /// Answers the questions by what each of the answers scores, the gate by 1 for yes; nil: left out.
  func filled(_ scores: [Int?]) throws -> Filler {
    var filler = Filler(Response(to: try form()))
    for (linkId, score) in zip(parts, scores) {
      guard let score else { continue }
      try filler.set(linkId, try answer(to: linkId, score, in: filler.form))
    }
    return filler
  }

  private func answer(to linkId: String, _ score: Int, in form: Form) throws -> AnswerValue {
    let item = try #require(form.item(linkId: linkId))
    if self == .peg { return .integer(score) }
    // Yes stands first.
    if linkId == "pc-ptsd-5.event" { return item.options[1 - score].value }
    return try #require(item.options.first { $0.weight == ExactDecimal(score) }).value
  }
}

extension Filler {
  /// What the total of an instrument came to, as text.
  func total(_ instrument: Instrument) -> String? {
    response.values(instrument.total).first
  }

  /// The labels of the bands that the total lies in.
  func bands(
    _ instrument: Instrument, gender: AdministrativeGender? = nil, age: Int? = nil
  ) throws -> [String] {
    let item = try #require(form.item(linkId: instrument.total))
    let total = try #require(total(instrument).flatMap { ExactDecimal($0) })
    return form.bands(of: item, for: total, gender: gender, age: age).map(\.label)
  }
}
