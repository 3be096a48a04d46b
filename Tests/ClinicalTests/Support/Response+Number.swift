import FHIR
import FormFiller

extension Response {
  /// The number that answers a question, or that the form works out; nil where it has no value.
  func number(at node: NodeID) -> Double? {
    guard isEnabled(node) else { return nil }
    switch answers(of: node).first?.value {
    case .integer(let value)?: return Double(value)
    case .decimal(let value)?: return Double(value.description)
    default: return nil
    }
  }

  /// The number at the first place of an item.
  func number(_ linkId: String) -> Double? {
    nodes(linkId: linkId).first.flatMap { number(at: $0) }
  }
}
