import Testing

@testable import Kiosk

@Suite("The environment of a visit")
struct VisitEnvironmentTests {
  @Test(
    "what passes",
    arguments: [
      ("TERM", true), ("TZ", true), ("NO_COLOR", true), ("ACCESSIBLE", true),
      ("INTAKE_CLINIC_NAME", true), ("INTAKE_QUESTIONNAIRES", true),
      ("EDITOR", false), ("VISUAL", false), ("PAGER", false), ("SHELL", false), ("HOME", false),
      ("EDITRC", false), ("PATH", false), ("LD_PRELOAD", false), ("LD_LIBRARY_PATH", false),
      ("XDG_CONFIG_HOME", false), ("TMPDIR", false), ("TERMINFO", false), ("TERMCAP", false),
      ("XINTAKE_", false), ("LANG", false), ("USER", false), ("SSH_CONNECTION", false), ("", false),
    ])
  func passes(_ name: String, _ passes: Bool) {
    #expect((VisitEnvironment.variables(from: [name: "x"])[name] == "x") == passes)
  }

  @Test("backtraces are off and freed memory is overwritten, whatever was set")
  func added() {
    let variables = VisitEnvironment.variables(from: [
      "SWIFT_BACKTRACE": "enable=yes", "GLIBC_TUNABLES": "",
    ])
    #expect(
      variables == [
        "SWIFT_BACKTRACE": "enable=no",
        "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.perturb=165",
      ])
  }
}
