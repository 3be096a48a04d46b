import ArgumentParser
import RecordStore

/// `intake expire`: closes drafts and deletes records whose time is over.
struct ExpireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expire",
    abstract: "Closes drafts and deletes records whose time is over.",
    discussion: """
      The times are records.draftDays and records.retentionDays of the configuration. Kiosks and \
      interviews do the same when they start.

        intake expire
      """)

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let settings = try configurationOptions.settings()
    let store = try storeOptions.openAsItIs(settings, creating: .never)
    let sweep = try store.sweep(settings.records)
    try StandardStream.output.write(
      "\(sweep.expired.count) closed, \(sweep.deleted.count) deleted\n")
  }
}
