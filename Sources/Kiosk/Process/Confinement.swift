import CTerminal

/// What a process of a kiosk may no longer do.
public enum Confinement {
  /// Takes from the supervisor what it does not need.
  ///
  /// To be called before the signals are opened. No key of the terminal stops or kills it.
  public static func confineSupervisor() {
    process_ignore_keyboard_signals()
  }

  /// Takes from the process that a person uses all but its terminal and its store.
  ///
  /// To be called before the signals are opened. No key of the terminal stops or kills it, it can start
  /// no program, its memory is kept out of the swap space where the system allows that, and it ends with
  /// its supervisor.
  ///
  /// - Parameter supervisor: The process that started this one.
  /// - Throws: ``ConfinementError`` when the system does not allow one of these.
  public static func confineVisit(of supervisor: Int32) throws(ConfinementError) {
    process_ignore_keyboard_signals()
    guard
      process_end_with_parent(supervisor, Int32(process_signal_terminate.rawValue))
    else { throw .supervisorGone }
    guard process_forbid_programs() else { throw .programsAllowed }
    // `intake doctor` looks at the swap space of a machine that cannot lock memory.
    _ = process_lock_memory()
  }
}
