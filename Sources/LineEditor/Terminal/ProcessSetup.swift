import CTerminal

/// What must be so before a session at a terminal begins.
public enum ProcessSetup {
  /// Prepares the process: to be called once, before anything else.
  ///
  /// Closed standard streams become `/dev/null`, text is UTF-8, core files and memory dumps are off, a
  /// crash shows nothing, new files are private, a closed reader is an error of writing, and signals
  /// are blocked and taken by line readers.
  ///
  /// - Returns: The signals, for the line readers.
  /// - Throws: ``TerminalError`` when the system does not allow one of these.
  public static func prepare() throws(TerminalError) -> ProcessSignals {
    process_end_on_crash()
    process_keep_files_private()
    guard process_open_standard_descriptors() else { throw .standardStreamsClosed }
    guard TerminalLocale.isReady else { throw .localeMissing }
    guard process_forbid_memory_dumps() else { throw .memoryDumpsAllowed }
    return try ProcessSignals()
  }
}
