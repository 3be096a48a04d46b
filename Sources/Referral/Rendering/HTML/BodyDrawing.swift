/// The regions of a body that were named, on a front and a back view, as a template draws them.
///
/// How a region is drawn is data: the shapes of a vocabulary's concepts.
struct BodyDrawing {
  let views: [View]

  /// The body from one side.
  struct View {
    let title: String
    /// All regions, so that a body is seen.
    let outline: [String]
    let marked: [Mark]
  }

  /// A region that was named.
  struct Mark {
    let path: String
    /// Whether the worst pain is there.
    let isMain: Bool
  }

  /// Draws regions on a body.
  ///
  /// - Parameter shapes: The shapes of all regions of the vocabulary.
  init(of regions: [BodyRegion], on shapes: [BodyShape]) {
    views = BodyShape.View.allCases.compactMap { view in
      let inView = shapes.filter { $0.view == view }
      guard !inView.isEmpty else { return nil }
      // The region of the worst pain lies above the others.
      let marked = regions.sorted { !$0.isMain && $1.isMain }.flatMap { region in
        inView.filter { $0.region == region.code && $0.isOn(region.side) }
          .map { Mark(path: $0.path, isMain: region.isMain) }
      }
      return View(
        title: SummaryWording.view(view), outline: inView.map(\.path), marked: marked)
    }
  }
}
