import ArgumentParser

/// The program: commands, configuration and wiring, with the work done in the other modules.
@main
struct Intake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Interviews a person from a FHIR questionnaire and writes a referral summary.",
    discussion: """
      Without a command, the interview that the library names is held.

        intake --output referral.txt
        intake summary referral.response.json --format json
        intake check Questionnaires/intake.json

      Exit status: 0 success, 1 the input is at fault, 64 usage, 3 stopped before the end (the \
      answers are kept).
      """,
    version: Program.version,
    subcommands: [
      InterviewCommand.self, ResumeCommand.self, SummaryCommand.self, FillCommand.self,
      ExtractCommand.self,
      ValidateCommand.self, CheckCommand.self, ApproveCommand.self, AssembleCommand.self,
      FHIRPathCommand.self, SetupCommand.self, UsersCommand.self, KeysCommand.self,
      BackupCommand.self, RestoreCommand.self, ImportCommand.self, AuditCommand.self,
      DeleteCommand.self, ReissueCommand.self, ExpireCommand.self, DoctorCommand.self,
      KioskCommand.self, KioskVisitCommand.self,
    ],
    defaultSubcommand: InterviewCommand.self)
}

/// Facts about the program.
enum Program {
  /// The version of the program.
  static let version = "0.1.0"
}
