import FHIR

extension Library {
  /// A resource and where it is.
  struct Found {
    let place: Place
    let node: JSONNode

    var file: String { place.file }
  }

  /// The resource of a type with this address, or nil when there is none.
  ///
  /// - Throws: `LibraryError` when its file cannot be read.
  func resource(_ canonical: Canonical, ofType resourceType: String) throws(LibraryError) -> Found?
  {
    guard let entry = index().entry(canonical, ofType: resourceType) else { return nil }
    let root = try root(of: entry.file)
    let place = Place(file: entry.file, bundleEntry: entry.bundleEntry)
    guard let number = entry.bundleEntry else { return Found(place: place, node: root) }
    let resources = Self.bundledResources(root)
    guard resources.indices.contains(number) else { return nil }
    return Found(place: place, node: resources[number])
  }

  /// The resources of a type, in the order of their files.
  func entries(ofType resourceType: String) -> [CanonicalIndex.Entry] {
    let ranks = Dictionary(
      files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ entry: CanonicalIndex.Entry) -> (Int, Int) {
      (ranks[entry.file] ?? 0, entry.bundleEntry ?? 0)
    }
    return index().entries(ofType: resourceType).sorted { rank($0) < rank($1) }
  }

  /// The error for a resource that no file has.
  ///
  /// When some file cannot be read, that is the error: the file may be the one that has it.
  func missing(_ error: LibraryError) -> LibraryError { index().failures.first ?? error }

  private func index() -> CanonicalIndex {
    if let index = state.withLock({ $0.index }) { return index }
    var index = CanonicalIndex()
    for file in files {
      do {
        try add(file, to: &index)
      } catch {
        index.failures.append(error)
      }
    }
    state.withLock { $0.index = index }
    return index
  }

  private func add(_ file: String, to index: inout CanonicalIndex) throws(LibraryError) {
    if state.withLock({ $0.roots[file] }) == nil {
      let bytes = try bytes(of: file)
      state.withLock { if $0.roots[file] == nil { $0.bytes[file] = bytes } }
      if let heading = ResourceHeading(bytes), heading.resourceType != "Bundle" {
        guard let resourceType = heading.resourceType, let url = heading.url else { return }
        index.add(
          CanonicalIndex.Entry(
            resourceType: resourceType, version: heading.version, file: file, bundleEntry: nil),
          url: url)
        return
      }
    }
    let root = try root(of: file)
    let isBundle = Self.isBundle(root)
    for (number, resource) in (isBundle ? Self.bundledResources(root) : [root]).enumerated() {
      guard let resourceType = resource["resourceType"]?.string, let url = resource["url"]?.string
      else { continue }
      index.add(
        CanonicalIndex.Entry(
          resourceType: resourceType, version: resource["version"]?.string, file: file,
          bundleEntry: isBundle ? number : nil),
        url: url)
    }
  }

  static func isBundle(_ node: JSONNode) -> Bool {
    node["resourceType"]?.isString("Bundle") == true
  }

  /// The resources of a Bundle's entries.
  static func bundledResources(_ bundle: JSONNode) -> [JSONNode] {
    bundle["entry"]?.elements.compactMap { $0["resource"] } ?? []
  }
}
