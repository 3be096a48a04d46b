import FHIR

/// Where the resources of the library are, by canonical URL.
struct CanonicalIndex: Sendable {
  /// A resource that can be named.
  struct Entry: Sendable {
    let resourceType: String
    let version: String?
    let file: String
    /// Which of a Bundle's entries the resource is; nil when it is the file itself.
    let bundleEntry: Int?
  }

  /// The files that could not be looked into.
  var failures: [LibraryError] = []
  private var entries: [String: [Entry]] = [:]

  mutating func add(_ entry: Entry, url: String) { entries[url, default: []].append(entry) }

  /// The resource of a type with this address; without a version, the newest there is.
  func entry(_ canonical: Canonical, ofType resourceType: String) -> Entry? {
    let found = entries[canonical.url, default: []].filter { $0.resourceType == resourceType }
    if let version = canonical.version { return found.first { $0.version == version } }
    var newest = found.first
    for entry in found.dropFirst() {
      if Self.isVersion(newest?.version, before: entry.version) { newest = entry }
    }
    return newest
  }

  /// The resources of a type, in no order.
  func entries(ofType resourceType: String) -> [Entry] {
    entries.values.flatMap { $0 }.filter { $0.resourceType == resourceType }
  }

  /// Compares versions part by part, numbers as numbers: `1.9` is before `1.10`.
  private static func isVersion(_ left: String?, before right: String?) -> Bool {
    let left = parts(left)
    let right = parts(right)
    for (leftPart, rightPart) in zip(left, right) where leftPart != rightPart {
      if let leftNumber = Int(leftPart), let rightNumber = Int(rightPart) {
        if leftNumber != rightNumber { return leftNumber < rightNumber }
      } else {
        return leftPart < rightPart
      }
    }
    return left.count < right.count
  }

  private static func parts(_ version: String?) -> [Substring] {
    version?.split { $0 == "." || $0 == "-" } ?? []
  }
}
