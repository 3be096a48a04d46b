extension TypeTable {
  /// Resources of R4 from Device to Group.
  static let resourcesDeviceToGroup = """
    Device:DomainResource identifier:Identifier definition:Reference udiCarrier:@ status:code
      statusReason:CodeableConcept distinctIdentifier:string manufacturer:string
      manufactureDate:dateTime expirationDate:dateTime lotNumber:string serialNumber:string
      deviceName:@ modelNumber:string partNumber:string type:CodeableConcept specialization:@
      version:@ property:@ patient:Reference owner:Reference contact:ContactPoint
      location:Reference url:uri note:Annotation safety:CodeableConcept parent:Reference
    Device.udiCarrier:BackboneElement deviceIdentifier:string issuer:uri jurisdiction:uri
      carrierAIDC:base64Binary carrierHRF:string entryType:code
    Device.deviceName:BackboneElement name:string type:code
    Device.specialization:BackboneElement systemType:CodeableConcept version:string
    Device.version:BackboneElement type:CodeableConcept component:Identifier value:string
    Device.property:BackboneElement type:CodeableConcept valueQuantity:Quantity
      valueCode:CodeableConcept
    DiagnosticReport:DomainResource identifier:Identifier basedOn:Reference status:code
      category:CodeableConcept code:CodeableConcept subject:Reference encounter:Reference
      effective[x]:dateTime,Period issued:instant performer:Reference
      resultsInterpreter:Reference specimen:Reference result:Reference imagingStudy:Reference
      media:@ conclusion:string conclusionCode:CodeableConcept presentedForm:Attachment
    DiagnosticReport.media:BackboneElement comment:string link:Reference
    Encounter:DomainResource identifier:Identifier status:code statusHistory:@ class:Coding
      classHistory:@ type:CodeableConcept serviceType:CodeableConcept priority:CodeableConcept
      subject:Reference episodeOfCare:Reference basedOn:Reference participant:@
      appointment:Reference period:Period length:Duration reasonCode:CodeableConcept
      reasonReference:Reference diagnosis:@ account:Reference hospitalization:@ location:@
      serviceProvider:Reference partOf:Reference
    Encounter.statusHistory:BackboneElement status:code period:Period
    Encounter.classHistory:BackboneElement class:Coding period:Period
    Encounter.participant:BackboneElement type:CodeableConcept period:Period
      individual:Reference
    Encounter.diagnosis:BackboneElement condition:Reference use:CodeableConcept rank:positiveInt
    Encounter.hospitalization:BackboneElement preAdmissionIdentifier:Identifier origin:Reference
      admitSource:CodeableConcept reAdmission:CodeableConcept dietPreference:CodeableConcept
      specialCourtesy:CodeableConcept specialArrangement:CodeableConcept destination:Reference
      dischargeDisposition:CodeableConcept
    Encounter.location:BackboneElement location:Reference status:code
      physicalType:CodeableConcept period:Period
    ExplanationOfBenefit:DomainResource identifier:Identifier status:code type:CodeableConcept
      subType:CodeableConcept use:code patient:Reference billablePeriod:Period created:dateTime
      enterer:Reference insurer:Reference provider:Reference priority:CodeableConcept
      fundsReserveRequested:CodeableConcept fundsReserve:CodeableConcept related:@
      prescription:Reference originalPrescription:Reference payee:@ referral:Reference
      facility:Reference claim:Reference claimResponse:Reference outcome:code disposition:string
      preAuthRef:string preAuthRefPeriod:Period careTeam:@ supportingInfo:@ diagnosis:@
      procedure:@ precedence:positiveInt insurance:@ accident:@ item:@ addItem:@ adjudication:@
      total:@ payment:@ formCode:CodeableConcept form:Attachment processNote:@
      benefitPeriod:Period benefitBalance:@
    ExplanationOfBenefit.related:BackboneElement claim:Reference relationship:CodeableConcept
      reference:Identifier
    ExplanationOfBenefit.payee:BackboneElement type:CodeableConcept party:Reference
    ExplanationOfBenefit.careTeam:BackboneElement sequence:positiveInt provider:Reference
      responsible:boolean role:CodeableConcept qualification:CodeableConcept
    ExplanationOfBenefit.supportingInfo:BackboneElement sequence:positiveInt
      category:CodeableConcept code:CodeableConcept timing[x]:date,Period
      value[x]:boolean,string,Quantity,Attachment,Reference reason:Coding
    ExplanationOfBenefit.diagnosis:BackboneElement sequence:positiveInt
      diagnosis[x]:CodeableConcept,Reference type:CodeableConcept onAdmission:CodeableConcept
      packageCode:CodeableConcept
    ExplanationOfBenefit.procedure:BackboneElement sequence:positiveInt type:CodeableConcept
      date:dateTime procedure[x]:CodeableConcept,Reference udi:Reference
    ExplanationOfBenefit.insurance:BackboneElement focal:boolean coverage:Reference
      preAuthRef:string
    ExplanationOfBenefit.accident:BackboneElement date:date type:CodeableConcept
      location[x]:Address,Reference
    ExplanationOfBenefit.item:BackboneElement sequence:positiveInt careTeamSequence:positiveInt
      diagnosisSequence:positiveInt procedureSequence:positiveInt
      informationSequence:positiveInt revenue:CodeableConcept category:CodeableConcept
      productOrService:CodeableConcept modifier:CodeableConcept programCode:CodeableConcept
      serviced[x]:date,Period location[x]:CodeableConcept,Address,Reference quantity:Quantity
      unitPrice:Money factor:decimal net:Money udi:Reference bodySite:CodeableConcept
      subSite:CodeableConcept encounter:Reference noteNumber:positiveInt
      adjudication:@ExplanationOfBenefit.adjudication detail:@
    ExplanationOfBenefit.item.detail:BackboneElement sequence:positiveInt
      revenue:CodeableConcept category:CodeableConcept productOrService:CodeableConcept
      modifier:CodeableConcept programCode:CodeableConcept quantity:Quantity unitPrice:Money
      factor:decimal net:Money udi:Reference noteNumber:positiveInt
      adjudication:@ExplanationOfBenefit.adjudication subDetail:@
    ExplanationOfBenefit.item.detail.subDetail:BackboneElement sequence:positiveInt
      revenue:CodeableConcept category:CodeableConcept productOrService:CodeableConcept
      modifier:CodeableConcept programCode:CodeableConcept quantity:Quantity unitPrice:Money
      factor:decimal net:Money udi:Reference noteNumber:positiveInt
      adjudication:@ExplanationOfBenefit.adjudication
    ExplanationOfBenefit.addItem:BackboneElement itemSequence:positiveInt
      detailSequence:positiveInt subDetailSequence:positiveInt provider:Reference
      productOrService:CodeableConcept modifier:CodeableConcept programCode:CodeableConcept
      serviced[x]:date,Period location[x]:CodeableConcept,Address,Reference quantity:Quantity
      unitPrice:Money factor:decimal net:Money bodySite:CodeableConcept subSite:CodeableConcept
      noteNumber:positiveInt adjudication:@ExplanationOfBenefit.adjudication detail:@
    ExplanationOfBenefit.addItem.detail:BackboneElement productOrService:CodeableConcept
      modifier:CodeableConcept quantity:Quantity unitPrice:Money factor:decimal net:Money
      noteNumber:positiveInt adjudication:@ExplanationOfBenefit.adjudication subDetail:@
    ExplanationOfBenefit.addItem.detail.subDetail:BackboneElement
      productOrService:CodeableConcept modifier:CodeableConcept quantity:Quantity
      unitPrice:Money factor:decimal net:Money noteNumber:positiveInt
      adjudication:@ExplanationOfBenefit.adjudication
    ExplanationOfBenefit.adjudication:BackboneElement category:CodeableConcept
      reason:CodeableConcept amount:Money value:decimal
    ExplanationOfBenefit.total:BackboneElement category:CodeableConcept amount:Money
    ExplanationOfBenefit.payment:BackboneElement type:CodeableConcept adjustment:Money
      adjustmentReason:CodeableConcept date:date amount:Money identifier:Identifier
    ExplanationOfBenefit.processNote:BackboneElement number:positiveInt type:code text:string
      language:CodeableConcept
    ExplanationOfBenefit.benefitBalance:BackboneElement category:CodeableConcept
      excluded:boolean name:string description:string network:CodeableConcept
      unit:CodeableConcept term:CodeableConcept financial:@
    ExplanationOfBenefit.benefitBalance.financial:BackboneElement type:CodeableConcept
      allowed[x]:unsignedInt,string,Money used[x]:unsignedInt,Money
    Flag:DomainResource identifier:Identifier status:code category:CodeableConcept
      code:CodeableConcept subject:Reference period:Period encounter:Reference author:Reference
    Goal:DomainResource identifier:Identifier lifecycleStatus:code
      achievementStatus:CodeableConcept category:CodeableConcept priority:CodeableConcept
      description:CodeableConcept subject:Reference start[x]:date,CodeableConcept target:@
      statusDate:date statusReason:string expressedBy:Reference addresses:Reference
      note:Annotation outcomeCode:CodeableConcept outcomeReference:Reference
    Goal.target:BackboneElement measure:CodeableConcept
      detail[x]:Quantity,Range,CodeableConcept,string,boolean,integer,Ratio due[x]:date,Duration
    Group:DomainResource identifier:Identifier active:boolean type:code actual:boolean
      code:CodeableConcept name:string quantity:unsignedInt managingEntity:Reference
      characteristic:@ member:@
    Group.characteristic:BackboneElement code:CodeableConcept
      value[x]:CodeableConcept,boolean,Quantity,Range,Reference exclude:boolean period:Period
    Group.member:BackboneElement entity:Reference period:Period inactive:boolean
    """
}
