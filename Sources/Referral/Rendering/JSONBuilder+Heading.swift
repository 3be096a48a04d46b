import FHIR
import FormFiller

/// What stands before the sections.
extension JSONBuilder {
  mutating func addContext(of summary: ReferralSummary) {
    let context = summary.context
    add("made", context.made.description)
    addObject("program") { $0.add("version", context.programVersion) }
    if let clinic = context.clinic {
      addObject("clinic") { object in
        object.add("name", clinic.name)
        object.addIfPresent("phone", clinic.phone)
      }
    }
    addObject("disclosure") { object in
      object.add("extent", context.disclosure.extent.rawValue)
      object.addNames("shown", context.disclosure.shown.sorted())
      object.addNames("withheld", context.disclosure.withheld.sorted())
    }
    addObject("questionnaire") { object in
      object.addIfPresent("url", summary.questionnaire.url)
      object.addIfPresent("version", summary.questionnaire.version)
      object.addIfPresent("title", summary.questionnaire.title)
      object.addIfPresent("status", summary.questionnaire.status)
      object.addIfPresent("copyright", summary.questionnaire.copyright)
    }
    addObject("response") { object in
      object.add("status", summary.status.rawValue)
      object.addIfPresent("answered", context.answered?.description)
    }
  }

  mutating func addPatient(_ patient: PatientIdentity) {
    addObject("patient") { object in
      object.addStatement("name", patient.name)
      object.addStatement("birthDate", patient.birthDate)
      if let age = patient.age {
        object.addObject("age") { range in
          range.add("atLeast", age.lowerBound)
          range.add("atMost", age.upperBound)
        }
      }
      object.addStatement("phone", patient.phone)
      object.addStatement("interpreter", patient.interpreter)
      object.addStatement("language", patient.language)
    }
  }

  mutating func addRespondent(_ respondent: Respondent) {
    addObject("respondent") { object in
      object.addArray("authors") { authors in
        for author in respondent.authors { authors.add(nil, author.rawValue) }
      }
      object.add("isHelper", respondent.isHelper)
      object.addStatement("who", respondent.who)
      object.addStatement("helperName", respondent.helperName)
      object.addStatement("helperRelation", respondent.helperRelation)
      object.addStatement("mayDecide", respondent.mayDecide)
    }
  }

  mutating func addCounts(_ counts: QuestionCounts) {
    addObject("counts") { object in
      object.add("total", counts.total)
      object.add("asked", counts.asked)
      object.add("answered", counts[.answered])
      object.add("doesNotKnow", counts[.doesNotKnow])
      object.add("prefersNotToSay", counts[.prefersNotToSay])
      object.add("skipped", counts[.skipped])
      object.add("unreadable", counts[.unreadable])
      object.add("noAnswer", counts[.noAnswer])
      object.add("notReached", counts[.notReached])
    }
  }

  mutating func addUrgent(_ record: UrgentRecord) {
    addObject { object in
      object.add("page", record.page)
      object.add("kind", record.kind.rawValue)
      object.add("label", record.label)
      object.addIfPresent("opened", record.opened?.description)
      object.addArray("answers") { answers in
        for quoted in record.answers { answers.addObject { $0.addQuotation(quoted) } }
      }
      object.addArray("laterAnswers") { answers in
        for later in record.laterAnswers {
          answers.addObject { answer in
            answer.add("time", later.time.description)
            answer.addQuotation(later.answer)
          }
        }
      }
    }
  }

  private mutating func addQuotation(_ quoted: UrgentRecord.QuotedAnswer) {
    add("linkId", quoted.linkId)
    add("question", quoted.question)
    add("answer", quoted.answer)
  }

  mutating func addMentions(_ name: String, _ mentions: [Mention]) {
    addArray(name) { array in
      for mention in mentions {
        array.addObject { object in
          object.add("linkId", mention.linkId)
          object.add("label", mention.label)
          object.add("section", mention.section)
          guard !mention.rows.isEmpty else { return }
          object.addArray("rows") { rows in
            for row in mention.rows {
              rows.addObject { place in
                place.add("linkId", row.linkId)
                place.add("number", row.number)
              }
            }
          }
        }
      }
    }
  }

  mutating func addReadingProblems(_ problems: [ReadingProblem]) {
    addArray("readingProblems") { array in
      for problem in problems {
        array.addObject { object in
          object.addIfPresent("linkId", problem.linkId)
          object.add("code", problem.code.rawValue)
          object.add("place", problem.place)
          object.add("details", problem.details)
        }
      }
    }
  }

  /// Adds a question that is quoted, without what lies below it.
  mutating func addStatement(_ name: String, _ entry: QuestionEntry?) {
    guard let entry else { return }
    addObject(name) { $0.addMembers(ofStatement: entry) }
  }

  /// Adds the members of a question that is quoted.
  mutating func addMembers(ofStatement entry: QuestionEntry) {
    add("linkId", entry.linkId)
    add("label", entry.label)
    add("state", entry.state.rawValue)
    addAnswers(entry.answers)
  }

  /// Adds a list of texts.
  mutating func addNames(_ name: String, _ texts: [String]) {
    addArray(name) { array in for text in texts { array.add(nil, text) } }
  }
}
