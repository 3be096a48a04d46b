import ArgumentParser
import FHIR
import LineEditor
import RecordStore

/// `intake audit`: who did what when.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Who did what when: shows it, checks that nothing was changed, exports it.",
    discussion: """
        intake audit verify
        intake audit show
        intake audit export --output audit.ndjson
      """,
    subcommands: [VerifyAudit.self, ShowAudit.self, ExportAudit.self])

  /// `intake audit verify`.
  struct VerifyAudit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Recomputes every chain and signature, of the audit and of every record.",
      discussion: """
        Note the number of lines on paper now and then: lines that were cut off at the end together \
        with what they are about can only be seen by it.

          intake audit verify

        Exit status 1 if anything was changed, dropped or put in.
        """)

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
      var faults: [String] = []
      switch try store.verifyAudit() {
      case .whole(let count):
        try StandardStream.output.write("The audit is whole: \(count) lines\n")
      case .broken(let line):
        faults.append("the audit is not as it was written, from line \(line) on.")
      }
      let records = try store.verifyRecords()
      faults += records.sorted { "\($0.key)" < "\($1.key)" }.map {
        "record \($0.key): \($0.value)."
      }
      guard faults.isEmpty else {
        throw InputError(
          faults + ["Keep this folder as it is, and restore the last backup in another place."])
      }
      try StandardStream.output.write("All \(try store.recordCount()) records are whole\n")
    }
  }

  /// `intake audit show`.
  struct ShowAudit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Lists who did what when, the oldest first.",
      discussion: "  intake audit show")

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
      for entry in try store.auditEntries() {
        let who =
          switch entry.actor {
          case .person(let number): entry.name ?? "person \(number)"
          case .patient: "(respondent)"
          case .device: "(machine)"
          }
        let action = (entry.action?.rawValue ?? "unknown").padding(to: 18)
        let record = entry.record.map { "  \($0)" } ?? ""
        try StandardStream.output.write(
          "\(SystemClock.utc(entry.time))  \(action)"
            + TextSanitizer.sanitized("\(who)\(record)") + "\n")
      }
    }
  }

  /// `intake audit export`.
  struct ExportAudit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Writes the audit as FHIR AuditEvents; no answer is in it.",
      discussion: """
          intake audit export --output audit.ndjson
          intake audit export --format bundle --output audit.json
        """)

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    enum Format: String, ExpressibleByArgument {
      case ndjson
      case bundle
    }

    @Option(help: "ndjson, an AuditEvent a line, or bundle.")
    var format: Format = .ndjson

    @Option(help: ArgumentHelp("The new file; else standard output.", valueName: "file"))
    var output: String?

    func run() throws {
      let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
      let writer = AuditEventWriter(device: KeyID(ofRaw: store.deviceKey))
      let entries = try store.auditEntries()
      let text =
        switch format {
        case .ndjson:
          entries.map {
            JSONWriter(.compact).text(of: writer.document(of: $0).root).trimmingLineEnd + "\n"
          }.joined()
        case .bundle: JSONWriter().text(of: writer.bundle(of: entries).root)
        }
      guard let output else { return try StandardStream.output.write(text) }
      try FileSystem.writePrivately(Array(text.utf8), to: output, existing: .isKept)
      try StandardStream.error.write("Written: \(output)\n")
    }
  }
}

extension String {
  /// The text without a line break at its end.
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
