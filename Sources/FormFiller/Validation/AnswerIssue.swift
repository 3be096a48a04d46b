import FHIR

/// What is wrong with one value as an answer to an item.
public enum AnswerIssue: Sendable, Hashable {
  /// The value is of another type.
  case type(expected: [AnswerValue.Kind])
  /// The value is none of the options.
  case option
  /// The value is below the least.
  case below(AnswerValue)
  /// The value is above the greatest.
  case above(AnswerValue)
  /// The text has fewer characters than this.
  case tooShort(Int)
  /// The text has more characters than this.
  case tooLong(Int)
  /// The number has more digits after the point than this.
  case decimalPlaces(Int)
  /// The text does not match the pattern.
  case pattern(String)
  /// The unit is none of these.
  case unit(allowed: [Coding])
  /// The unit is not in the value set of units, which holds these.
  case unitOutsideValueSet(allowed: [Coding])
  /// The attachment has more bytes than this.
  case attachmentSize(ExactDecimal)
  /// The attachment's media type is none of these.
  case attachmentType(allowed: [String])
  /// The reference is no reference.
  case reference
  /// There is no resource type of this name.
  case resourceType(String)
  /// The reference points to none of these types.
  case resourceTypeNotAllowed(allowed: [String])

  /// The code under which it is reported.
  public var code: IssueCode {
    switch self {
    case .type: .invalidAnswerType
    case .option: .invalidAnswerOption
    case .below: .minValue
    case .above: .maxValue
    case .tooShort: .minLength
    case .tooLong: .maxLength
    case .decimalPlaces: .maxDecimalPlaces
    case .pattern: .regex
    case .unit: .invalidUnit
    case .unitOutsideValueSet: .invalidUnitValueSet
    case .attachmentSize: .maxAttachmentSize
    case .attachmentType: .invalidAttachmentType
    case .reference: .invalidRefValue
    case .resourceType: .invalidRefResourceType
    case .resourceTypeNotAllowed: .invalidRefResourceTypeRestriction
    }
  }
}

extension FormItem {
  /// What is wrong with a value as an answer to this item; nothing when it can be kept.
  public func issues(with value: AnswerValue) -> [AnswerIssue] {
    guard answerKinds.contains(value.kind) else { return [.type(expected: answerKinds)] }
    var issues: [AnswerIssue] = []
    if !isAmongOptions(value) { issues.append(.option) }
    issues += boundIssues(with: value)
    switch value {
    case .string(let text), .uri(let text): issues += textIssues(with: text)
    case .decimal(let number): issues += decimalIssues(with: number)
    case .quantity(let quantity):
      if let number = quantity.value { issues += decimalIssues(with: number) }
      issues += unitIssues(with: quantity)
    case .attachment(let attachment): issues += attachmentIssues(with: attachment)
    case .reference(let reference): issues += referenceIssues(with: reference)
    default: break
    }
    return issues
  }

  private func isAmongOptions(_ value: AnswerValue) -> Bool {
    if options.isEmpty || !optionsAreKnown { return true }
    if type == .openChoice, value.kind == .string { return true }
    return options.contains { option in
      // A text may be the code of a concept.
      if case .string(let text) = value, case .coding(let concept) = option.value {
        return concept.code == text
      }
      return option.value.means(value)
    }
  }

  private func boundIssues(with value: AnswerValue) -> [AnswerIssue] {
    var issues: [AnswerIssue] = []
    if let least = minValue, value.ordering(against: least) == .ascending {
      issues.append(.below(least))
    }
    if let most = maxValue, value.ordering(against: most) == .descending {
      issues.append(.above(most))
    }
    return issues
  }

  private func textIssues(with text: String) -> [AnswerIssue] {
    var issues: [AnswerIssue] = []
    let length = text.unicodeScalars.count
    if let least = source.minLength, length < least { issues.append(.tooShort(least)) }
    let most = source.maxLength
    if let most, length > most { issues.append(.tooLong(most)) }
    guard let pattern = source.regex else { return issues }
    // A long text can keep a pattern busy for ever.
    let longest = TextPattern.longestText(maxLength: most)
    if length > longest {
      if issues.isEmpty { issues.append(.tooLong(longest)) }
    } else if (try? TextPattern(pattern))?.matches(text) == false {
      issues.append(.pattern(pattern))
    }
    return issues
  }

  private func decimalIssues(with number: ExactDecimal) -> [AnswerIssue] {
    guard let most = source.maxDecimalPlaces, number.scale > most else { return [] }
    return [.decimalPlaces(most)]
  }

  private func unitIssues(with quantity: Quantity) -> [AnswerIssue] {
    let allowed = unitOptions
    guard !allowed.isEmpty, !allowed.contains(where: { $0.means(quantity.unitCoding) }) else {
      return []
    }
    if case .valueSet = units { return [.unitOutsideValueSet(allowed: allowed)] }
    return [.unit(allowed: allowed)]
  }

  private func attachmentIssues(with attachment: Attachment) -> [AnswerIssue] {
    var issues: [AnswerIssue] = []
    if let most = source.maxSize, let size = attachment.byteCount, ExactDecimal(size) > most {
      issues.append(.attachmentSize(most))
    }
    let allowed = source.mimeTypes
    if !allowed.isEmpty, !allowed.contains(attachment.contentType ?? "") {
      issues.append(.attachmentType(allowed: allowed))
    }
    return issues
  }

  private func referenceIssues(with reference: Reference) -> [AnswerIssue] {
    guard let literal = reference.reference else { return [] }
    let isWellFormed = literal.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    guard isWellFormed else { return [.reference] }
    // Fragments and identifiers name no type.
    guard !literal.hasPrefix("#"), !literal.hasPrefix("urn:"), let type = reference.targetType
    else { return [] }
    guard ResourceType.all.contains(type) else { return [.resourceType(type)] }
    let allowed = source.referenceResources
    return allowed.isEmpty || allowed.contains(type)
      ? [] : [.resourceTypeNotAllowed(allowed: allowed)]
  }
}
