import FHIR

// A change is an object with the members action, path, author, time and, where they apply, values,
// absence, event and reason. A path is an array of steps with linkId and, but for the last step of
// most, instance.

extension Change {
  /// Reads a change that `JSONBuilder.addMembers(of:)` wrote; nil when it is none.
  ///
  /// What is read is exactly what was written: digits, letters, and times as far as they were known.
  public init?(_ node: JSONNode) {
    guard let path = node["path"].flatMap({ ItemPath($0) }),
      let action = Action(node),
      let author = node["author"]?.string.flatMap({ Author(rawValue: $0) }),
      let time = node["time"]?.string.flatMap({ PartialDateTime(exactly: $0) })
    else { return nil }
    self.init(action, at: path, by: author, time: time, reason: node["reason"]?.string)
  }
}

extension Change.Action {
  /// The kinds of action by the names they are written under.
  fileprivate enum Name: String {
    case set
    case decline
    case clear
    case addRow
    case removeRow
    case note
  }

  fileprivate var name: Name {
    switch self {
    case .set: .set
    case .decline: .decline
    case .clear: .clear
    case .addRow: .addRow
    case .removeRow: .removeRow
    case .note: .note
    }
  }

  fileprivate init?(_ node: JSONNode) {
    guard let name = node["action"]?.string.flatMap({ Name(rawValue: $0) }) else { return nil }
    switch name {
    case .set:
      let elements = node["values"]?.elements ?? []
      let values = elements.compactMap { $0.exactChoiceValue("value") }
      guard !elements.isEmpty, values.count == elements.count else { return nil }
      self = .set(values)
    case .decline:
      guard let reason = node["absence"]?.string.flatMap({ DataAbsentReason(rawValue: $0) }) else {
        return nil
      }
      self = .decline(reason)
    case .clear: self = .clear
    case .addRow: self = .addRow
    case .removeRow: self = .removeRow
    case .note:
      guard let event = node["event"]?.string.flatMap({ HelpPageEvent(rawValue: $0) }) else {
        return nil
      }
      self = .note(event)
    }
  }
}

extension ItemPath {
  /// Reads a path that `JSONBuilder.add(_:_:)` wrote; nil when it is none.
  public init?(_ node: JSONNode) {
    guard node.kind == .array else { return nil }
    var steps: [Step] = []
    for element in node.children {
      guard let linkId = element["linkId"]?.string else { return nil }
      var instance: InstanceID?
      if let member = element["instance"] {
        guard let number = member.integer else { return nil }
        instance = InstanceID(number: number)
      }
      steps.append(Step(linkId: linkId, instance: instance))
    }
    guard !steps.isEmpty else { return nil }
    self.init(steps)
  }
}

extension JSONBuilder {
  /// Adds the members of a change to the open object.
  public mutating func addMembers(of change: Change) {
    add("action", change.action.name.rawValue)
    add("path", change.path)
    switch change.action {
    case .set(let values):
      addArray("values") { array in
        for value in values { array.addObject { $0.addExact("value", value) } }
      }
    case .decline(let reason): add("absence", reason.rawValue)
    case .note(let event): add("event", event.rawValue)
    case .clear, .addRow, .removeRow: break
    }
    add("author", change.author.rawValue)
    add("time", change.time.exactText)
    addIfPresent("reason", change.reason)
  }

  /// Adds a path.
  public mutating func add(_ name: String? = nil, _ path: ItemPath) {
    addArray(name) { steps in
      for step in path.steps {
        steps.addObject { element in
          element.add("linkId", step.linkId)
          if let instance = step.instance { element.add("instance", instance.number) }
        }
      }
    }
  }

  /// Adds a value as `value[x]`, with its time only as far as it is known.
  fileprivate mutating func addExact(_ stem: String, _ value: AnswerValue) {
    switch value {
    case .time(let time): add(stem + value.kind.rawValue, time.description)
    case .dateTime(let time): add(stem + value.kind.rawValue, time.exactText)
    default: add(stem, value)
    }
  }
}

// FHIR wants seconds wherever there is a time and writes them as 0 where nobody said them. Here they
// stay away, so that what is read is what was there.

extension JSONNode {
  fileprivate func exactChoiceValue(_ stem: String) -> AnswerValue? {
    guard let member = choiceMember(stem), let kind = member.kind else { return nil }
    switch kind {
    case .time: return member.node.string.flatMap { TimeOfDay(exactly: $0) }.map { .time($0) }
    case .dateTime:
      return member.node.string.flatMap { PartialDateTime(exactly: $0) }.map { .dateTime($0) }
    default: return AnswerValue(kind, member.node)
    }
  }
}

extension TimeOfDay {
  fileprivate init?(exactly text: some StringProtocol) {
    if text.utf8.count == 2, let hour = Int(text) {
      self.init(hour: hour)
    } else {
      self.init(text)
    }
  }
}

extension PartialDateTime {
  /// The date, the time as far as it is known, and the offset, in FHIR's form otherwise.
  fileprivate var exactText: String {
    guard let time else { return date.description }
    // What follows FHIR's seconds is the offset.
    let whole = description
    let seconds = time.second == nil ? "\(time):00" : time.description
    return "\(date)T\(time)" + whole.dropFirst("\(date)T\(seconds)".count)
  }

  fileprivate init?(exactly text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = PartialDate(parts[0]) else {
      self.init(text)
      return
    }
    let start = parts[1].firstIndex { "Z+-".contains($0) } ?? parts[1].endIndex
    let zone = parts[1][start...]
    guard let time = TimeOfDay(exactly: parts[1][..<start]) else { return nil }
    if zone.isEmpty {
      self.init(date: date, time: time)
    } else {
      guard let offset = Self.offset(zone) else { return nil }
      self.init(date: date, time: time, offsetMinutes: offset)
    }
  }
}
