/// Why a process of a kiosk cannot be kept from what it must not do.
public enum ConfinementError: Error, Equatable, Sendable {
  /// The process that started this one has ended.
  case supervisorGone
  /// The kernel cannot keep this process from starting programs.
  case programsAllowed
}

extension ConfinementError: CustomStringConvertible {
  /// What is wrong and how to put it right.
  public var description: String {
    switch self {
    case .supervisorGone:
      "The program that looks after this kiosk has ended. Start it with: intake kiosk"
    case .programsAllowed:
      "The kernel cannot keep the kiosk from starting programs. Use a kernel with seccomp filters "
        + "(CONFIG_SECCOMP_FILTER), and do not run the kiosk on another processor's emulation."
    }
  }
}
