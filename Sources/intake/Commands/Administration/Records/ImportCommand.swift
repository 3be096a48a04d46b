import ArgumentParser
import LineEditor
import RecordStore

/// `intake import`: takes in what kiosks apart have handed over.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes in the records that a kiosk apart has handed over.",
    discussion: """
      Doing it twice does no harm. Only records of machines that were accepted are taken: intake \
      keys device.

        intake import /media/stick

      Exit status 1 if a file was refused; the others are taken in.
      """)

  @OptionGroup var options: AdministrationOptions

  @Argument(help: "The folder with the files.", completion: .directory)
  var folder: String

  func run() throws {
    try options.run { administration in
      let admin = try administration.unlockAdministrator()
      let result = try administration.store.importRecords(from: folder, by: admin)
      try administration.write(
        "\(result.added.count) taken in, \(result.known.count) known already, "
          + "\(result.refused.count) refused\n")
      guard result.refused.isEmpty else {
        throw InputError(
          result.refused.sorted { $0.key < $1.key }.map {
            "\(TextSanitizer.sanitized($0.key)): \($0.value)"
          })
      }
    }
  }
}
