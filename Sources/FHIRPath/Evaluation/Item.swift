import FHIR

/// An item of a collection while an expression is evaluated.
///
/// Small, and without reference counts where it is a node, a number or a truth value.
enum Item: Sendable {
  case node(NodeReference)
  case boolean(Bool)
  case integer(Int32)
  case long(Int64)
  case decimal(ExactDecimal)
  case string(String)
  indirect case date(PartialDate)
  indirect case dateTime(PartialDateTime)
  indirect case time(TimeOfDay)
  indirect case quantity(SystemQuantity)
  /// What `type()` gives.
  indirect case type(TypeInformation)
}

/// A node of one of the trees of an evaluation.
struct NodeReference: Sendable, Equatable, Hashable {
  var tree: UInt32
  var index: UInt32
}

/// A type as a value.
struct TypeInformation: Sendable, Equatable {
  var namespace: String
  var name: String
  var base: String
}
