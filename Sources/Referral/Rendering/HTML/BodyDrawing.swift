/// The regions of a body that were named, on a front and a back view, as a template draws them.
///
/// How a region is drawn is data: the shapes of a vocabulary's concepts.
struct BodyDrawing {
  let views: [View]
  /// The regions that no view shows, in words.
  let others: [String]

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
}
