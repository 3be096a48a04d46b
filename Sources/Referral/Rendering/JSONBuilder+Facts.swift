import FHIR

/// What is gathered from the answers.
extension JSONBuilder {
  // MARK: - Rows

  mutating func addTable<Part>(_ name: String, _ table: FactTable<Part>) {
    addObject(name) { $0.addMembers(of: table) }
  }

  private mutating func addMembers<Part>(of table: FactTable<Part>) {
    add("status", table.status.rawValue)
    addArray("rows") { rows in
      for row in table.rows {
        rows.addObject { object in
          object.add("linkId", row.linkId)
          object.add("number", row.number)
          object.add("label", row.label)
          object.addArray("parts") { parts in
            for part in Part.allCases {
              guard let entry = row[part] else { continue }
              parts.addObject { object in
                object.add("role", part.rawValue)
                object.addMembers(ofStatement: entry)
              }
            }
          }
        }
      }
    }
  }

  mutating func addMedicines(_ medicines: Medicines) {
    addObject("medicines") { object in
      object.addMembers(of: medicines.table)
      object.addArray("lists") { lists in
        for list in medicines.lists {
          lists.addObject { object in
            object.add("name", list.name)
            object.addNames("medicines", list.medicines)
          }
        }
      }
      guard let totals = medicines.doseTotals else { return }
      object.addObject("doseTotals") { object in
        object.add("name", totals.name)
        object.addIfPresent("usual", totals.usual)
        object.addIfPresent("most", totals.most)
        object.add("isIncomplete", totals.isIncomplete)
        object.addArray("lines") { lines in
          for line in totals.lines {
            lines.addObject { object in
              object.add("name", line.name)
              object.add("text", line.text)
            }
          }
        }
        object.addNames("notes", totals.notes)
      }
    }
  }

  private mutating func addIfPresent(_ name: String, _ number: ExactDecimal?) {
    if let number { add(name, number) }
  }

  // MARK: - Statements

  mutating func addMeasurements(_ measurements: Measurements) {
    addObject("measurements") { object in
      for (name, entry) in measurements.all { object.addStatement(name, entry) }
    }
  }

  mutating func addDiagnosis(_ diagnosis: Diagnosis) {
    addObject("diagnosis") { object in
      object.addStatements("stated", diagnosis.stated)
      object.addStatements("ownWords", diagnosis.ownWords)
      object.addStatement("since", diagnosis.since)
      object.addStatement("mainSite", diagnosis.mainSite)
      object.addStatement("mainSide", diagnosis.mainSide)
      object.addArray("evidence") { array in
        for evidence in diagnosis.evidence {
          array.addObject { object in
            object.add("about", evidence.about)
            object.add("text", evidence.text)
            object.addIfPresent("source", evidence.source)
          }
        }
      }
    }
  }

  private mutating func addStatements(_ name: String, _ entries: [QuestionEntry]) {
    addArray(name) { array in
      for entry in entries { array.addObject { $0.addMembers(ofStatement: entry) } }
    }
  }

  mutating func addBodyRegions(_ regions: [BodyRegion]) {
    addArray("bodyRegions") { array in
      for region in regions {
        array.addObject { object in
          object.add("code", region.code)
          object.add("name", region.name)
          object.addIfPresent("side", region.side?.name)
          object.add("isMain", region.isMain)
        }
      }
    }
  }

  // MARK: - Scores

  mutating func addScores(_ scores: [Score]) {
    addArray("scores") { array in
      for score in scores { array.addObject { $0.addMembers(of: score) } }
    }
  }

  private mutating func addMembers(of score: Score) {
    add("linkId", score.linkId)
    add("name", score.name)
    addOutcome(score.outcome)
    addIfPresent("least", score.least)
    addIfPresent("greatest", score.greatest)
    add("isAnsweredByHelper", score.meaning == .answeredByHelper)
    addBands("bands", score.bands)
    addBands("scale", score.scale)
    addNames("notes", score.notes)
    addIfPresent("instrument", score.instrument)
  }

  private mutating func addOutcome(_ outcome: Score.Outcome) {
    switch outcome {
    case .value(let value):
      add("outcome", "value")
      add("value", value)
    case .incomplete(let missing, let count, let sum):
      add("outcome", "incomplete")
      add("missing", missing)
      add("of", count)
      // In words, so that nobody takes it for a score.
      addIfPresent("answered", SummaryWording.partialSum(missing: missing, of: count, sum: sum))
    case .unanswered(let state):
      add("outcome", "unanswered")
      add("state", state.rawValue)
    case .failed: add("outcome", "failed")
    case .noValue: add("outcome", "no-value")
    case .notAsked: add("outcome", "not-asked")
    case .withheld: add("outcome", "withheld")
    }
  }

  private mutating func addBands(_ name: String, _ bands: [ScoreBand]) {
    addArray(name) { array in
      for band in bands {
        array.addObject { object in
          object.add("label", band.label)
          object.addIfPresent("low", band.low)
          object.addIfPresent("high", band.high)
          object.addIfPresent("lowestAge", band.lowestAge?.plainText)
          object.addIfPresent("highestAge", band.highestAge?.plainText)
          object.addIfPresent("gender", band.gender?.rawValue)
        }
      }
    }
  }

  mutating func addInstruments(_ instruments: [Instrument]) {
    addArray("instruments") { array in
      for instrument in instruments {
        array.addObject { object in
          object.add("linkId", instrument.linkId)
          object.add("name", instrument.name)
          object.addIfPresent("document", instrument.wording.document)
          object.addIfPresent("compared", instrument.wording.compared?.description)
          object.addIfPresent("credit", instrument.wording.credit)
        }
      }
    }
  }
}
