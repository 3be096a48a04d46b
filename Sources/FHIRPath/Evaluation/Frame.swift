/// What an expression or an argument is evaluated on.
struct Frame {
  /// `$this`, where it is one item.
  let item: Item
  /// `$this`, where it is not one item: empty or several.
  let items: [Item]?
  /// `$index`, or -1.
  let index: Int32

  init(_ item: Item, index: Int32 = -1) {
    self.item = item
    items = nil
    self.index = index
  }

  init(_ items: [Item], index: Int32 = -1) {
    if items.count == 1 {
      item = items[0]
      self.items = nil
    } else {
      item = .boolean(false)
      self.items = items
    }
    self.index = index
  }
}
