import Testing

/// The language of the questions, from the command line and the configuration.
@Suite struct LanguageTests {
  private static let form = """
    {
      "resourceType": "Questionnaire",
      "url": "https://example.org/form", "status": "active", "language": "en",
      "item": [{"linkId": "pets", "type": "boolean", "text": "Do you have pets?",
        "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
          "extension": [{"url": "lang", "valueCode": "es"},
                        {"url": "content", "valueString": "¿Tiene mascotas?"}]}]}}]
    }
    """

  private func run(
    _ options: [String], environment: [String: String] = [:]
  ) throws -> (output: String, errors: String, folder: WorkFolder) {
    let folder = try WorkFolder()
    try folder.write(Self.form, to: "form.json")
    let run = try Program.run(
      ["interview", "form.json", "--output", "out.txt"] + options, in: folder,
      input: "1\n0\n", environment: environment)
    return (run.output, run.errors, folder)
  }

  @Test(arguments: ["es", "es-MX"]) func theQuestionsAreAskedInTheLanguage(_ tag: String) throws {
    let run = try run(["--language", tag])
    #expect(run.output.contains("¿Tiene mascotas?") && !run.output.contains("Do you have pets?"))
    // The clinic reads the form's own words.
    #expect(try run.folder.text(of: "out.txt").contains("Do you have pets?"))
  }

  @Test(arguments: ["fr", "es_MX", ""]) func aLanguageThatTheFormHasNotIsRefused(_ tag: String)
    throws
  {
    let run = try run(["--language", tag])
    #expect(run.errors == "Error: The questionnaire is not in \"\(tag)\". Choose one of: en, es.\n")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [("es", true), ("fr", false)])
  func theConfigurationNamesTheLanguageToBeginWith(_ tag: String, _ isSpanish: Bool) throws {
    let run = try run([], environment: ["INTAKE_LANGUAGE": tag])
    #expect(run.output.contains("¿Tiene mascotas?") == isSpanish)
    #expect(!run.errors.contains("Error"))
  }
}
