/// A type that an expression names.
enum TypeSpecifier: Equatable {
  case fhir(TypeTable.TypeNumber)
  case system(SystemType)
  /// A name of a namespace that does not have it: nothing is of that type.
  case nothing

  init(number: Int32) {
    if number < 0 {
      self = .nothing
    } else if number >= Self.firstSystem {
      self = .system(SystemType.allCases[Int(number - Self.firstSystem)])
    } else {
      self = .fhir(TypeTable.TypeNumber(number))
    }
  }

  private static let firstSystem: Int32 = 100_000

  /// The type as one number.
  var number: Int32 {
    switch self {
    case .nothing: -1
    case .fhir(let type): Int32(type)
    case .system(let type):
      Self.firstSystem + Int32(SystemType.allCases.firstIndex(of: type) ?? 0)
    }
  }

  /// Finds a type, or nil; names without namespace are FHIR's first, then System's.
  init?(namespace: String?, name: String) {
    let fhir = TypeTable.shared.type(named: name)
    let system = SystemType(rawValue: name)
    switch namespace {
    case "System": self = system.map(TypeSpecifier.system) ?? .nothing
    case "FHIR": self = fhir == TypeTable.unknown ? .nothing : .fhir(fhir)
    case nil:
      if fhir != TypeTable.unknown {
        self = .fhir(fhir)
      } else if let system {
        self = .system(system)
      } else {
        return nil
      }
    default: return nil
    }
  }
}
