import Glibc
import RecordStore
import TerminalTesting
import Testing

/// A machine for patients: a folder with a store that is set up, questionnaires, and a configuration.
final class KioskMachine {
  let folder: WorkFolder
  static let staff = "ana"
  static let passphrase = "correct horse battery staple"
  /// A text that somebody types, and that is to be found nowhere later.
  static let canary = "Zqxcanary"

  /// Two questions, a line each, and a page of help behind a third.
  private static let form = Forms.form(
    """
    {"linkId": "name", "type": "string", "text": "What is your name?"},
    {"linkId": "danger", "type": "boolean", "text": "Is there danger?"},
    {"linkId": "page", "type": "display", "text": "Get help now.",
     "extension": [{"url": "https://intake.example/fhir/StructureDefinition/help-page",
                    "valueCode": "emergency"}],
     "enableWhen": [{"question": "danger", "operator": "=", "answerBoolean": true}]},
    {"linkId": "pets", "type": "boolean", "text": "Do you have pets?"}
    """)

  /// Makes a machine.
  ///
  /// - Parameters:
  ///   - start: The setting `kiosk.start`.
  ///   - settings: More members of the configuration, each ending in a comma.
  init(start: String = "open", settings: String = "") throws {
    folder = try WorkFolder()
    try folder.makeFolder("content")
    try folder.makeFolder("alerts")
    try folder.write(Self.form, to: "content/form.json")
    try folder.write(
      """
      {"format": "intake-library", "version": 1, "roles": {"intake": "form.json"},
       "files": ["form.json"]}
      """, to: "content/library.json")
    try folder.write(
      """
      {\(settings) "country": "US", "clinic": {"name": "Test Clinic"},
       "alerts": {"folder": "\(folder.path("alerts"))", "label": "Kiosk 1"},
       "kiosk": {"start": "\(start)", "thanksSeconds": 20},
       "idle": {"warningSeconds": 20, "hideSeconds": 20, "leaveSeconds": 20}}
      """, to: "intake.json")
    try setUp()
  }

  /// The folder of the store.
  var storePath: String { folder.path("store") }

  /// A store that is set up; to make one takes long, because a passphrase is hard to guess.
  private static let template = Result { () throws -> WorkFolder in
    let folder = try WorkFolder()
    let store = try RecordStore.open(folder.path("store"))
    _ = try store.setUp(
      administrator: staff, passphrase: Passphrase(new: passphrase),
      recovery: PrivateKey().publicKey)
    return folder
  }

  private func setUp() throws {
    let template = try Self.template.get()
    try folder.makeFolder("store")
    for name in template.names(in: "store") {
      let path = try folder.write(template.bytes(of: "store/\(name)"), to: "store/\(name)")
      chmod(path, 0o600)
    }
  }

  /// Approves all content.
  func approve() throws {
    let result = try Program.run(
      [
        "approve", "--all", "--reviewer", "Ana Example, MD", "--role", "nurse",
        "--questionnaires", folder.path("content"),
      ], in: folder)
    try #require(result.status == .exited(0), "\(result.errors)")
  }

  var arguments: [String] {
    [
      "kiosk", "--questionnaires", folder.path("content"), "--store", storePath, "--config",
      folder.path("intake.json"),
    ]
  }

  /// Starts the kiosk.
  func start(
    _ options: [String] = ["--trial"], environment: [String: String] = [:]
  ) throws -> Visit {
    try Visit(arguments + options, in: folder, environment: environment)
  }
}

extension Visit {
  /// The supervisor.
  var supervisor: ProcessFacts { ProcessFacts(terminal.process.identifier) }

  /// The process of the visit that is held now, once there is one.
  var visitor: ProcessFacts {
    get throws { ProcessFacts(try #require(supervisor.children.first)) }
  }

  /// Waits until all that was typed is done with and a prompt takes keys; shows the page once more.
  func settle() throws {
    let ready = Array("\u{1B}[?2004h".utf8)
    for _ in 0..<100 {
      // Ends a paste and asks again; a page that is just coming drops it, so that it is repeated.
      let start = terminal.rawOutput.count
      terminal.send("\u{1B}[201~\u{03}")
      let isSettled: Void? = try? terminal.expectScreen("a prompt", within: .milliseconds(300)) {
        terminal.rawOutput[start...].containsSequence(ready)
          && $0.rows[$0.cursorRow].contains(">")
      }
      if isSettled != nil { return }
    }
    throw PseudoTerminalError.missing(text: "a prompt", screen: terminal.screen.description)
  }

  /// Sends a signal to the process of the visit, after which the next screen comes.
  func strike(_ signal: Int32) throws {
    let visitor = try visitor.identifier
    press([])
    Glibc.kill(visitor, signal)
  }

  /// Staff unlock their page from where they can.
  func unlock(by word: String = ":staff", _ passphrase: String = KioskMachine.passphrase) throws {
    try answer("", with: word)
    try answer("what is your name here?", with: KioskMachine.staff)
    try answer("Your passphrase", with: passphrase)
  }

  /// Begins a visit at an open kiosk and comes to its first question; gives the code.
  func beginVisit() throws -> String {
    try answer("Press Enter to begin", with: "")
    let page = try read()
    let code = try #require(
      page.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/))
    send("")
    return String(code.output)
  }
}
