import FHIR

/// JSON files, and the resources in them.
enum JSONFile {
  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws -> JSONDocument {
    try document(
      FileSystem.bytes(of: path, atMost: JSONLimits.standard.bytes), from: path)
  }

  /// The JSON that a file's bytes are.
  static func document(_ bytes: [UInt8], from path: String) throws(InputError) -> JSONDocument {
    do {
      return try JSONDocument(bytes)
    } catch {
      throw InputError("\(path), \(error)")
    }
  }

  /// Reads a Questionnaire.
  static func questionnaire(_ path: String) throws -> Questionnaire {
    try questionnaire(read(path), in: path)
  }

  /// The Questionnaire in a document.
  static func questionnaire(_ document: JSONDocument, in path: String) throws -> Questionnaire {
    guard let questionnaire = Questionnaire(document.root) else {
      throw notA("Questionnaire", document.root, in: path)
    }
    return questionnaire
  }

  /// Reads a QuestionnaireResponse.
  static func response(_ path: String) throws -> QuestionnaireResponse {
    try response(read(path), in: path)
  }

  /// The QuestionnaireResponse in a document.
  static func response(
    _ document: JSONDocument, in path: String
  ) throws -> QuestionnaireResponse {
    guard let response = QuestionnaireResponse(document.root) else {
      throw notA("QuestionnaireResponse", document.root, in: path)
    }
    return response
  }

  private static func notA(_ type: String, _ root: JSONNode, in path: String) -> InputError {
    InputError(
      "this is not a FHIR \(type). Its \"resourceType\" must be \"\(type)\".",
      at: root.position, in: path)
  }
}
