import FHIR

/// A score on its scale, as a template draws it: everything in units of the drawing.
struct ScaleDrawing {
  /// What the drawing says, for those who do not see it.
  let summary: String
  /// The parts of the scale, from the least value up.
  let parts: [Part]
  /// Where the value is.
  let markerX: String
  /// The value.
  let value: String
  /// The ends of the scale.
  let least: String
  let greatest: String
  /// The values at which parts begin, besides the least.
  let limits: [Limit]
  /// How wide and high the drawing is.
  let width = Int(Self.width + 2 * Self.margin)
  let height = 52

  /// A part of the scale.
  struct Part {
    let x: String
    let width: String
    /// Every other part is shaded, so that they are told apart without colour.
    let isShaded: Bool
  }

  /// A value at which a part begins.
  struct Limit {
    let x: String
    let value: String
  }

  static let width = 300.0
  static let margin = 14.0

  /// Draws a value between two bounds; nil where it does not lie between them.
  init?(
    name: String, value: ExactDecimal, least: ExactDecimal, greatest: ExactDecimal,
    bands: [ScoreBand]
  ) {
    guard let low = least.number, let high = greatest.number, let number = value.number,
      low < high, low...high ~= number
    else { return nil }
    func place(_ number: Double) -> Double {
      Self.margin + (number - low) / (high - low) * Self.width
    }
    self.value = value.description
    self.least = least.description
    self.greatest = greatest.description
    markerX = Self.text(place(number))
    let divisions = Self.divisions(of: bands)
    parts = divisions.enumerated().map { index, band in
      let start = max(place(band.low?.number ?? low), Self.margin)
      // A band reaches to where the next one starts, so that no value lies between two.
      let next = index + 1 < divisions.count ? divisions[index + 1].low?.number : nil
      let end = next.map(place) ?? Self.margin + Self.width
      return Part(
        x: Self.text(start), width: Self.text(end - start), isShaded: index % 2 == 1)
    }
    limits = divisions.dropFirst().compactMap { band in
      band.low.flatMap { low in
        low.number.map { Limit(x: Self.text(place($0)), value: low.normalized.description) }
      }
    }
    summary = "\(name): \(value) on a scale from \(least) to \(greatest)"
  }

  /// The bands for everyone that divide the scale; those that lie across others are not drawn.
  private static func divisions(of bands: [ScoreBand]) -> [ScoreBand] {
    var divisions: [ScoreBand] = []
    for band in bands where band.gender == nil {
      guard let last = divisions.last else {
        divisions.append(band)
        continue
      }
      guard let end = last.high, let start = band.low, end < start else { continue }
      divisions.append(band)
    }
    return divisions.count > 1 ? divisions : []
  }

  /// A place with at most one decimal, whatever the language of the system.
  private static func text(_ place: Double) -> String {
    let tenths = Int((place * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension ExactDecimal {
  /// The number, as near as a drawing needs it.
  fileprivate var number: Double? { Double(description) }
}
