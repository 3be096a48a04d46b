extension Terminal {
  /// The reader that fits: an editor where a person sits at both ends, else a plain reader.
  ///
  /// Where only the input is a terminal, prompts go to standard error, so that the output can be
  /// piped.
  ///
  /// - Parameter signals: The signals of the process.
  /// - Returns: A new reader; close it when the person has finished.
  /// - Throws: ``TerminalError`` when libedit cannot work with the terminal.
  public func makeLineReader(signals: ProcessSignals) throws(TerminalError) -> any LineReader {
    if isInteractive { return try TerminalLineEditor(terminal: self, signals: signals) }
    return PlainLineReader(
      terminal: self, signals: signals,
      prompts: inputIsTerminal ? DescriptorOutput(descriptor: 2) : nil)
  }
}
