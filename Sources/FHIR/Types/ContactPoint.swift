/// A way to reach someone (R4, 2.24.0.15 `ContactPoint`): a typed view of its JSON.
public struct ContactPoint: Sendable {
  /// The contact point as JSON.
  public let node: JSONNode

  /// Makes a view of a contact point.
  public init(_ node: JSONNode) { self.node = node }

  /// What it is: phone, fax, email, pager, url, sms or other.
  public var system: String? { node["system"]?.string }
  /// The number or address.
  public var value: String? { node["value"]?.string }
  /// What it is for: home, work, temp, old or mobile.
  public var use: String? { node["use"]?.string }
  /// The place in the order of preference, 1 being first.
  public var rank: Int? { node["rank"]?.integer }
  /// When it is in use.
  public var period: Period? { node["period"].map { Period($0) } }
}
