import FHIR

/// The answers as the second evaluator keeps them: a plain tree without any identity but places.
struct ReferenceResponse {
  enum Standing: Equatable { case unseen, skipped, unknown, declined, answered }

  /// An item in one place.
  struct Place {
    let item: ReferenceItem
    var standing = Standing.unseen
    var holders: [Holder] = []

    init(_ item: ReferenceItem) {
      self.item = item
      if item.type == "group" { holders = [Holder(of: item)] }
      guard item.isQuestion, !item.initial.isEmpty else { return }
      standing = .answered
      holders = item.initial.map { Holder(of: item, value: $0) }
    }
  }

  /// A row, or an answer; the answer to a question that takes one stays without value when it is
  /// taken back.
  struct Holder {
    var value: ReferenceValue?
    var places: [Place]

    init(of item: ReferenceItem, value: ReferenceValue? = nil) {
      self.value = value
      places = item.children.map { Place($0) }
    }
  }

  /// The way to a place: which of its siblings, in which row or answer of that, and so on down.
  typealias Way = [Int]

  let canonical: String?
  var top: [Place]

  init(to questionnaire: JSONNode) {
    canonical = questionnaire["url"]?.string
    top = (questionnaire["item"]?.elements ?? []).map { Place(ReferenceItem($0)) }
  }

  // MARK: - Places

  /// All places that are there, in the order of the form.
  func found() -> [(way: Way, place: Place)] {
    var found: [(way: Way, place: Place)] = []
    func visit(_ places: [Place], _ way: Way) {
      for (index, place) in places.enumerated() {
        found.append((way + [index], place))
        for (row, holder) in place.holders.enumerated()
        where place.item.type == "group" || holder.value != nil {
          visit(holder.places, way + [index, row])
        }
      }
    }
    visit(top, [])
    return found
  }

  subscript(_ way: Way) -> Place {
    get { Self.place(way[...], in: top) }
    set { Self.change(way[...], in: &top) { $0 = newValue } }
  }

  private static func place(_ way: ArraySlice<Int>, in places: [Place]) -> Place {
    let place = places[way[way.startIndex]]
    guard way.count > 1 else { return place }
    return self.place(way.dropFirst(2), in: place.holders[way[way.startIndex + 1]].places)
  }

  private static func change(
    _ way: ArraySlice<Int>, in places: inout [Place], _ body: (inout Place) -> Void
  ) {
    let index = way[way.startIndex]
    guard way.count > 1 else { return body(&places[index]) }
    let row = way[way.startIndex + 1]
    change(way.dropFirst(2), in: &places[index].holders[row].places, body)
  }

  // MARK: - Changes

  mutating func set(_ values: [ReferenceValue], at way: Way) {
    var place = self[way]
    var former = place.holders
    place.standing = .answered
    place.holders = values.map { value in
      let kept =
        place.item.repeats
        ? former.firstIndex { $0.value?.isSame(as: value) == true } : former.isEmpty ? nil : 0
      guard let kept else { return Holder(of: place.item, value: value) }
      var holder = former.remove(at: kept)
      holder.value = value
      return holder
    }
    self[way] = place
  }

  mutating func takeBack(leaving standing: Standing, at way: Way) {
    var place = self[way]
    place.standing = standing
    if place.item.repeats { place.holders = [] }
    for index in place.holders.indices { place.holders[index].value = nil }
    self[way] = place
  }

  mutating func addRow(at way: Way) {
    var place = self[way]
    place.holders.append(Holder(of: place.item))
    self[way] = place
  }

  mutating func removeRow(_ row: Int, at way: Way) {
    var place = self[way]
    place.holders.remove(at: row)
    if place.holders.isEmpty { place.holders = [Holder(of: place.item)] }
    self[way] = place
  }
}
