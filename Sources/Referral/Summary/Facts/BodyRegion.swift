/// A region of the body that an answer names.
public struct BodyRegion: Sendable, Equatable {
  /// Its code in the code system `body-region`.
  public let code: String
  /// Its name.
  public let name: String
  /// The side, where it was asked for this region.
  public let side: Side?
  /// Whether the worst pain is there.
  public let isMain: Bool

  /// A side of the body.
  public struct Side: Sendable, Equatable {
    /// Its code in the code system `body-side`.
    public let code: String
    /// Its name.
    public let name: String
  }
}

/// How a region of the body is drawn, as the vocabulary has it.
public struct BodyShape: Sendable, Equatable {
  /// The region's code in the code system `body-region`.
  public let region: String
  /// From where the body is seen.
  public let view: View
  /// The part of the region.
  public let part: Part
  /// The shape as SVG path data, in a field of 200 by 420.
  public let path: String

  /// From where a body is seen.
  public enum View: String, Sendable, CaseIterable {
    /// Face to face.
    case front
    /// From behind.
    case back
  }

  /// The part of a region that a shape shows.
  public enum Part: String, Sendable, CaseIterable {
    /// All of it.
    case whole
    /// What is on the person's left.
    case left
    /// What is on the person's right.
    case right
  }

  /// Whether the shape shows what lies on a side; without one, all is meant.
  func isOn(_ side: BodyRegion.Side?) -> Bool {
    guard part != .whole, let other = Part(rawValue: side?.code ?? ""), other != .whole else {
      return true
    }
    return part == other
  }

  /// The name of the concept's property that holds the shapes of a view and a part.
  static func property(_ view: View, _ part: Part) -> String {
    part == .whole ? "shape-\(view.rawValue)" : "shape-\(view.rawValue)-\(part.rawValue)"
  }

  /// Whether a text is nothing but path data, so that it can stand in an attribute of a drawing.
  static func isPath(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 2000
      && text.utf8.allSatisfy { byte in
        "MmLlHhVvCcSsQqTtAaZz0123456789.,- ".utf8.contains(byte)
      }
  }
}
