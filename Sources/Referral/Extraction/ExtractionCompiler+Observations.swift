import FHIR
import FormFiller

/// What an item has from those above it for becoming an observation.
struct ObservationSetting {
  /// Whether and how items become observations where they do not say it; nil: they do not.
  var relationship: ObservationRule.Relationship?
  /// The categories of observations.
  var categories: [JSONNode] = []
  /// Whether an item above is left out with all in it.
  var isExcluded = false
  /// The nearest item above that becomes an observation.
  var parent: FormItem?
  /// Whether the item itself says it, and not one above.
  var isOwn = false
}

extension ExtractionCompiler {
  /// What holds for an element, and for what lies within it.
  mutating func observationSetting(
    of node: JSONNode, within outer: ObservationSetting, item: FormItem?
  ) -> ObservationSetting {
    var setting = outer
    setting.isOwn = false
    let categories = node.extensions(.observationExtractCategory)
      .compactMap { $0["valueCodeableConcept"] }
    if !categories.isEmpty { setting.categories = categories }
    guard let own = node.firstExtension(.observationExtract) else { return setting }
    let relationship = relationship(own, item)
    if outer.isExcluded {
      if relationship != nil {
        note(.observationWithinExcluded, at: own, linkId: item?.linkId)
      }
      return setting
    }
    setting.relationship = relationship
    setting.isExcluded = relationship == nil && item != nil
    setting.isOwn = true
    return setting
  }

  /// What the extension says; nil: no observation.
  private mutating func relationship(
    _ element: JSONNode, _ item: FormItem?
  ) -> ObservationRule.Relationship? {
    if let isExtracted = element["valueBoolean"]?.boolean { return isExtracted ? .member : nil }
    let code = element["valueCode"]?.string ?? ""
    guard let relationship = ObservationRule.Relationship(rawValue: code) else {
      note(.unknownRelationship(code), at: element, linkId: item?.linkId)
      return nil
    }
    return relationship
  }

  /// How answers to an item become observations; nil: they do not.
  mutating func observation(of item: FormItem, _ setting: ObservationSetting) -> ObservationRule? {
    guard item.type != .display, !setting.isExcluded else { return nil }
    let all = item.source.node["code"]?.elements ?? []
    let marked = all.map { code in
      (code: code, mark: code.firstExtension(.observationExtract))
    }
    var relationship = setting.relationship
    var codes = all
    var isOwn = setting.isOwn
    let chosen = marked.filter { $0.mark?["valueBoolean"]?.boolean != false && $0.mark != nil }
    if let first = chosen.first?.mark {
      codes = chosen.map(\.code)
      relationship = self.relationship(first, item)
      isOwn = true
    } else {
      codes = marked.filter { $0.mark == nil }.map(\.code)
    }
    guard let relationship else { return nil }
    guard !codes.isEmpty else {
      if setting.isOwn, item.isQuestion, item.children.isEmpty { noteMissingCode(of: item) }
      return nil
    }
    if isOwn { check(relationship, of: item, setting) }
    if [.attachment, .reference].contains(item.type) {
      note(.noObservationValue(item.type), at: item.source.node, linkId: item.linkId)
      return nil
    }
    return ObservationRule(
      relationship: relationship, codes: codes, categories: setting.categories)
  }

  private mutating func noteMissingCode(of item: FormItem) {
    // A code that is there and marked false was meant to be left out.
    guard item.source.node["code"] == nil else { return }
    note(.observationWithoutCode, at: item.source.node, linkId: item.linkId)
  }

  private mutating func check(
    _ relationship: ObservationRule.Relationship, of item: FormItem, _ setting: ObservationSetting
  ) {
    guard relationship == .component || relationship == .derived else { return }
    let node = item.source.node
    if item.type == .group || relationship == .derived && setting.parent?.type == .group {
      note(.groupWithoutValue(relationship.rawValue), at: node, linkId: item.linkId)
    } else if setting.parent == nil {
      note(.relationshipWithoutParent(relationship.rawValue), at: node, linkId: item.linkId)
    }
  }
}
