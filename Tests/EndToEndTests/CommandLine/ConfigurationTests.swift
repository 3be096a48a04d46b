import Testing

/// A setting that is misspelt or of another type is named with its place, and counts.
@Suite struct ConfigurationTests {
  private static let settings =
    "clinic.name, clinic.phone, country, help.emergencyNumber, help.crisisLine, "
    + "help.confirmed, alerts.folder, alerts.label, alerts.place, alerts.attended, language, "
    + "idle.warningSeconds, idle.hideSeconds, idle.leaveSeconds, store, records.draftDays, "
    + "records.retentionDays, kiosk.start, kiosk.outbox, kiosk.thanksSeconds, "
    + "kiosk.largePrintCommand, kiosk.usualPrintCommand"

  /// Asks how to talk with a person, where the clinic is named, and gives what was written.
  private func run(
    _ configuration: String?, environment: [String: String] = [:], in folder: WorkFolder
  ) throws -> (output: String, errors: String, isRefused: Bool) {
    try folder.write(Forms.short, to: "form.json")
    var options: [String] = []
    if let configuration {
      options = ["--config", try folder.write(configuration, to: "settings.json")]
    }
    let run = try Program.run(
      ["interview", "form.json", "--output", "out.txt"] + options, in: folder,
      input: "person\n", environment: environment)
    return (
      run.output, run.errors.replacing(folder.path + "/", with: ""), run.status == .exited(1)
    )
  }

  @Test(arguments: [
    (
      #"{"clinik": {"name": "Hill"}}"#,
      "line 1, column 21: \"clinik.name\" is not a setting. The settings are \(settings)."
    ),
    (
      #"{"clinic": "Hill"}"#,
      "line 1, column 12: \"clinic\" is not a setting. The settings are \(settings)."
    ),
    (
      #"{"clinic": {"phone": 5550100}}"#,
      "line 1, column 22: \"clinic.phone\" must be text in quotes, like \"555 0100\"."
    ),
    (
      #"{"clinic": {"phone": " "}}"#,
      "line 1, column 22: \"clinic.phone\" must be text in quotes, like \"555 0100\"."
    ),
    (
      #"{"idle": {"hideSeconds": "60"}}"#,
      "line 1, column 26: \"idle.hideSeconds\" must be a whole number of seconds from 20 to 86400."
    ),
    (
      #"{"idle": {"hideSeconds": 5}}"#,
      "line 1, column 26: \"idle.hideSeconds\" must be a whole number of seconds from 20 to 86400."
    ),
    (
      #"{"idle": {"hideSeconds": 99999999999999999999}}"#,
      "line 1, column 26: \"idle.hideSeconds\" must be a whole number of seconds from 20 to 86400."
    ),
    (
      #"{"help": {"confirmed": "2026-03"}}"#,
      "line 1, column 24: \"help.confirmed\" must be a day in quotes, like \"2026-11-23\"."
    ),
    (
      #"{"alerts": {"attended": "yes"}}"#,
      "line 1, column 25: \"alerts.attended\" must be true or false."
    ),
    (
      #"{"alerts": {"place": "Room\n2"}}"#,
      "line 1, column 22: \"alerts.place\" must be one line of at most 60 letters in quotes, "
        + "without control characters, like \"Room 2\"."
    ),
    (
      #"{"language": "klingon"}"#,
      "line 1, column 14: \"language\" must be the tag of a language in quotes, "
        + "like \"es\" or \"es-MX\"."
    ),
    (
      #"{"country": "Atlantis"}"#,
      "line 1, column 13: \"country\" must be a country as two capital letters in quotes, "
        + "like \"US\"."
    ),
    (
      "{\n\"help\": {\"emergencyNumber\": \"911\"}}",
      "line 2, column 29: \"help.emergencyNumber\" is given without a country. "
        + "Set \"country\", like \"US\", to say that the number was checked for it."
    ),
    (
      #"{"records": {"draftDays": 0}}"#,
      "line 1, column 27: \"records.draftDays\" must be a whole number of days from 1 to 36525."
    ),
    (
      #"{"kiosk": {"start": "patient"}}"#,
      "line 1, column 21: \"kiosk.start\" must be \"staff\" or \"open\"."
    ),
    (
      #"{"kiosk": {"largePrintCommand": ["setfont"]}}"#,
      "line 1, column 33: \"kiosk.largePrintCommand\" must be a program by its whole path and its "
        + "words, in brackets, like [\"/usr/bin/setfont\", \"ter-132b\"]."
    ),
    (
      #"{"kiosk": {"usualPrintCommand": "/usr/bin/setfont ter-116n"}}"#,
      "line 1, column 33: \"kiosk.usualPrintCommand\" must be a program by its whole path and its "
        + "words, in brackets, like [\"/usr/bin/setfont\", \"ter-132b\"]."
    ),
    ("[]", "line 1, column 1: the configuration must be an object in braces."),
    (
      "{",
      "line 1, column 2: the text ends in the middle of a value; "
        + "a closing quote, brace or bracket is missing"
    ),
  ])
  func aFaultIsNamedWithItsPlace(_ configuration: String, _ error: String) throws {
    let folder = try WorkFolder()
    let run = try run(configuration, in: folder)
    #expect(run.errors == "Error: settings.json, \(error)\n")
    #expect(run.isRefused)
    #expect(run.output.isEmpty)
  }

  @Test func everyFaultIsNamedInOneRun() throws {
    let folder = try WorkFolder()
    let run = try run(
      #"{"x": 1, "clinic": {"name": 2}, "help": {"crisisLine": "call"}}"#,
      environment: ["INTAKE_IDLE_HIDE_SECONDS": "long"], in: folder)
    #expect(run.errors.split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    ("INTAKE_IDLE_WARNING_SECONDS", "soon", "a whole number of seconds from 20 to 86400"),
    ("INTAKE_ALERTS_ATTENDED", "maybe", "true or false"),
    ("INTAKE_HELP_CONFIRMED", "soon", "a day in quotes, like \"2026-11-23\""),
    ("INTAKE_RECORDS_RETENTION_DAYS", "36526", "a whole number of days from 1 to 36525"),
    ("INTAKE_KIOSK_START", "", "\"staff\" or \"open\""),
    ("INTAKE_COUNTRY", "us", "a country as two capital letters in quotes, like \"US\""),
  ])
  func aVariableOfAnotherTypeIsNamed(_ name: String, _ value: String, _ wish: String) throws {
    let run = try run(nil, environment: [name: value], in: try WorkFolder())
    #expect(run.errors == "Error: the environment: \"\(name)\" must be \(wish).\n")
    #expect(run.isRefused)
  }

  @Test(arguments: [
    "INTAKE_HELP_EMERGENCYNUMBER", "INTAKE_CLINIC_FAX", "INTAKE_IDLE_", "INTAKE_ALERTS_FILE",
    "INTAKE_RECORDS_DAYS", "INTAKE_KIOSK_OUT_BOX",
  ])
  func aMisspeltVariableIsNamed(_ name: String) throws {
    let run = try run(nil, environment: [name: "1"], in: try WorkFolder())
    #expect(run.errors.hasPrefix("Error: the environment: \(name) is not a setting. "))
    #expect(run.isRefused)
  }

  @Test func aMissingFileIsSaid() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    let run = try Program.run(
      ["interview", "form.json", "--output", "out.txt", "--config", "none.json"], in: folder)
    #expect(
      run.errors
        == "Error: none.json cannot be read: No such file or directory. "
        + "Check the name and the folder.\n")
    #expect(run.status == .exited(1))
  }

  @Test func theEnvironmentGoesBeforeTheFile() throws {
    let folder = try WorkFolder()
    let run = try run(
      #"{"clinic": {"name": "Hill", "phone": "555 0100"}}"#,
      environment: ["INTAKE_CLINIC_PHONE": "555 0199"], in: folder)
    #expect(run.output.contains("Or call Hill: 555 0199."))
  }

  @Test(arguments: ["INTAKE_CONFIGURATION", "XDG_CONFIG_HOME", "HOME"])
  func theFileIsFoundWhereItIsSaidToBe(_ variable: String) throws {
    let folder = try WorkFolder()
    let place =
      switch variable {
      case "INTAKE_CONFIGURATION": (folders: [], value: folder.path("intake.json"))
      case "XDG_CONFIG_HOME": (folders: ["intake"], value: folder.path)
      default: (folders: [".config", "intake"], value: folder.path)
      }
    var path = ""
    for name in place.folders {
      path += "\(name)/"
      try folder.makeFolder(path)
    }
    try folder.write(#"{"clinic": {"phone": "555 0100"}}"#, to: "\(path)intake.json")
    let run = try run(nil, environment: [variable: place.value], in: folder)
    #expect(run.output.contains("Or call the clinic: 555 0100."), "\(run.errors)")
  }
}
