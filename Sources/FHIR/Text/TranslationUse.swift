/// A place in a questionnaire that gives a text in a language.
public struct TranslationUse: Sendable {
  /// The translation or designation.
  public let node: JSONNode
  /// The language as it is written, if one is.
  public let language: String?
  /// The linkId of the item that it is in, if it is in one.
  public let linkId: String?
  /// Whether it is the text of an item, and not one of its details.
  public let isText: Bool
}

extension Questionnaire {
  /// Every translation and every designation with a language, in the order of the file.
  public func translationUses() -> [TranslationUse] {
    var uses: [TranslationUse] = []
    node.gatherTranslations(linkId: nil, into: &uses)
    return uses
  }
}

extension JSONNode {
  fileprivate func gatherTranslations(linkId: String?, into uses: inout [TranslationUse]) {
    var linkId = linkId
    if kind == .object, let own = self["linkId"]?.string { linkId = own }
    for child in children where child.kind == .object || child.kind == .array {
      let name = child.nameBytes
      if name.first == UInt8(ascii: "_") {
        let isText = name.elementsEqual("_text".utf8) && linkId != nil
        for translation in child.extensions(.translation) {
          uses.append(
            TranslationUse(
              node: translation, language: translation.part("lang")?.string, linkId: linkId,
              isText: isText))
        }
      } else if name.elementsEqual("designation".utf8) {
        for designation in child.elements {
          guard let language = designation["language"]?.string else { continue }
          uses.append(
            TranslationUse(node: designation, language: language, linkId: linkId, isText: false))
        }
      }
      child.gatherTranslations(linkId: linkId, into: &uses)
    }
  }
}
