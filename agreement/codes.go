package agreement

// FindingCode names one kind of finding. docs/language.md lists them; a test holds list and code together.
type FindingCode string

// The codes, by the stage that reports them.
const (
	CodeEncoding      FindingCode = "text-encoding"
	CodeSize          FindingCode = "text-size"
	CodeDepth         FindingCode = "text-depth"
	CodeArticleNumber FindingCode = "article-number"
	CodeArticleTwice  FindingCode = "article-twice"
	CodeFenceOpen     FindingCode = "fence-open"
	CodeFenceForm     FindingCode = "fence-form"
	CodeFenceMissing  FindingCode = "fence-missing"
	CodeRuleOutside   FindingCode = "rule-outside"
	CodeInclude       FindingCode = "include"
	CodeSyntax        FindingCode = "syntax"

	CodeTranslation        FindingCode = "translation"
	CodeTranslationHash    FindingCode = "translation-hash"
	CodeTranslationUnbound FindingCode = "translation-unbound"
	CodeTranslationMissing FindingCode = "translation-missing"
	CodeTranslationDiffers FindingCode = "translation-differs"
	CodeExpression         FindingCode = "expression"

	CodeBlockUnknown  FindingCode = "block-unknown"
	CodeBlockLabel    FindingCode = "block-label"
	CodeBlockMissing  FindingCode = "block-missing"
	CodeBlockTwice    FindingCode = "block-twice"
	CodeAttrUnknown   FindingCode = "attribute-unknown"
	CodeAttrMissing   FindingCode = "attribute-missing"
	CodeAttrType      FindingCode = "attribute-type"
	CodeAttrNeedless  FindingCode = "attribute-needless"
	CodeValueUnknown  FindingCode = "value-unknown"
	CodeValueForm     FindingCode = "value-form"
	CodeValueTwice    FindingCode = "value-twice"
	CodeNameForm      FindingCode = "name-form"
	CodeNameReserved  FindingCode = "name-reserved"
	CodeNameTwice     FindingCode = "name-twice"
	CodeNameUnknown   FindingCode = "name-unknown"
	CodeCondition     FindingCode = "condition"
	CodeConditionHas  FindingCode = "condition-presence"
	CodeExpectInvalid FindingCode = "expect-invalid"
	CodeExpectUnmet   FindingCode = "expectation-unmet" // reported by casework.Expectations

	CodeAmendment     FindingCode = "amendment" // these seven are reported by CheckAmendment
	CodeMoveProcedure FindingCode = "move-procedure"
	CodeMoveHome      FindingCode = "move-home"
	CodeMoveSide      FindingCode = "move-side"
	CodeMoveState     FindingCode = "move-state"
	CodeMoveField     FindingCode = "move-field"
	CodeMoveClock     FindingCode = "move-clock"

	CodeTerm           FindingCode = "term"
	CodeRecordCycle    FindingCode = "record-cycle"
	CodePersonCategory FindingCode = "person-category"
	CodeRoleUnheld     FindingCode = "role-unheld"
	CodeRoleCycle      FindingCode = "role-cycle"
	CodeVote           FindingCode = "vote"
	CodeEnrolment      FindingCode = "enrolment"
	CodeSideSame       FindingCode = "side-same"
	CodeNoOpening      FindingCode = "no-opening"
	CodeUnreachable    FindingCode = "state-unreachable"
	CodeDeadEnd        FindingCode = "state-dead-end"
	CodeFinalLeft      FindingCode = "state-final-left"
	CodeOtherThan      FindingCode = "other-than"
	CodeSelfApproval   FindingCode = "self-approval"
	CodeUnstoppable    FindingCode = "clock-unstoppable"
	CodeSilenceNeeds   FindingCode = "silence-needs"
	CodeClockTimes     FindingCode = "clock-times"
	CodeLadderOrder    FindingCode = "ladder-order"
	CodeFieldUnseen    FindingCode = "field-unseen"
	CodeFieldUngiven   FindingCode = "field-ungiven"
	CodeReasonsUnseen  FindingCode = "reasons-unseen"
	CodeShareEmpty     FindingCode = "share-empty"
	CodeGuardUnshared  FindingCode = "condition-unshared"
	CodeGuardUngiven   FindingCode = "condition-ungiven"
	CodeGuardProtected FindingCode = "condition-protected"
	CodeKeptForEver    FindingCode = "kept-for-ever"
	CodeRemedyMissing  FindingCode = "remedy-missing"
	CodeDutyOutlives   FindingCode = "duty-outlives"
	CodeProtectedBasis FindingCode = "protected-basis"
	CodeQueryMatch     FindingCode = "query-match"
	CodeQueryOpens     FindingCode = "query-opens"
	CodeRegisterChange FindingCode = "register-change"

	CodeContradict          FindingCode = "clauses-contradict"
	CodeCalendarShort       FindingCode = "calendar-short"
	CodeCalendarDays        FindingCode = "calendar-days"
	CodePhaseArticle        FindingCode = "phase-article"
	CodePhaseOrder          FindingCode = "phase-order"
	CodePhaseUnreachable    FindingCode = "phase-unreachable"
	CodePhaseEndless        FindingCode = "phase-endless"
	CodePhaseGap            FindingCode = "phase-gap"
	CodeScheduleOpens       FindingCode = "schedule-opens"
	CodeReservation         FindingCode = "reservation"
	CodeObjection           FindingCode = "objection"
	CodeAnnexWidens         FindingCode = "annex-widens"
	CodeUndertakingNeutral  FindingCode = "undertaking-neutral"
	CodeRecognition         FindingCode = "recognition-home"
	CodeConcordance         FindingCode = "concordance"
	CodeCompetence          FindingCode = "competence-missing"
	CodeProtectedPermission FindingCode = "protected-permission"
	CodeAssessmentSigned    FindingCode = "assessment-signed"
	CodeSentenceUncarried   FindingCode = "sentence-uncarried"
	CodeRuleUnanchored      FindingCode = "rule-unanchored"
	CodeAnchorUnknown       FindingCode = "anchor-unknown"
	CodeIndicatorField      FindingCode = "indicator-field"
	CodeIndicatorStates     FindingCode = "indicator-states"
	CodeIndicatorDisclosure FindingCode = "indicator-disclosure"
	CodeQuotaUnused         FindingCode = "quota-unused"
	CodeFundMilestone       FindingCode = "fund-milestone"
	CodeRiskProtected       FindingCode = "risk-protected"
	CodeRiskLanes           FindingCode = "risk-lanes"
	CodeRiskUnrandom        FindingCode = "risk-unrandom"
	CodeDrill               FindingCode = "drill-unplayable"
	CodeUrgent              FindingCode = "urgent-unreviewed"
	CodeIrregular           FindingCode = "irregular-review"
	CodeExplanation         FindingCode = "explanation-missing"
	CodeDeferral            FindingCode = "deferral"
	CodeQuorum              FindingCode = "quorum-unreachable"
	CodeEffect              FindingCode = "effect-needs"
	CodeAnyone              FindingCode = "anyone-step"
	CodeSealed              FindingCode = "sealed-field"
	CodeUntouchable         FindingCode = "suspension-untouchable"
	CodeSuspendReturn       FindingCode = "suspension-return"
	CodeSuspendNotice       FindingCode = "suspension-notice"
	CodeUntested            FindingCode = "consequence-untested"
	CodeOnward              FindingCode = "onward-purpose"
	CodeHarm                FindingCode = "harm-missing"
	CodePublish             FindingCode = "publish-personal"
	CodeDiscrepancy         FindingCode = "discrepancy-article"
	CodePeriodUnsaid        FindingCode = "period-unsaid"
	CodePeriodUnruled       FindingCode = "period-unruled"
	CodeRoleUnsaid          FindingCode = "role-unsaid"
	CodeClassContradicts    FindingCode = "class-contradicts"

	CodeWordsMissing      FindingCode = "words-missing"
	CodeClassLow          FindingCode = "class-low"
	CodePublicUnpublished FindingCode = "public-unpublished"
	CodeHandlingMissing   FindingCode = "handling-missing"
	CodeCareUneven        FindingCode = "care-uneven"
	CodeIndependence      FindingCode = "independence-unruled"
)

// meanings says what each code is about: the list in docs/language.md is made of it.
var meanings = map[FindingCode]string{
	CodeEncoding:       "the text is not plain UTF-8 with line feeds, or hides characters that change how it reads",
	CodeSize:           "the text is longer than 4 MiB",
	CodeDepth:          "quotes, lists or brackets are nested too deep",
	CodeArticleNumber:  "a heading looks like an article's, but its number cannot be read",
	CodeArticleTwice:   "two articles have one number",
	CodeFenceOpen:      "a fence is never closed",
	CodeFenceForm:      "a fence holds rules, but its form is not the one that is read",
	CodeFenceMissing:   "rules stand outside of every fence",
	CodeRuleOutside:    "rules stand under no article",
	CodeInclude:        "a part is included that is not there or does not fit, or the text is to be put together first",
	CodeSyntax:         "the rules are not well-formed HCL",
	CodeExpression:     "the rules compute something, or a text escapes or puts together what must stand written out",
	CodeBlockUnknown:   "there is no such block here",
	CodeBlockLabel:     "a block has too few or too many labels",
	CodeBlockMissing:   "a block that must be there is not",
	CodeBlockTwice:     "a block that may stand once stands twice",
	CodeAttrUnknown:    "there is no such attribute here",
	CodeAttrMissing:    "an attribute that must be there is not",
	CodeAttrType:       "a value is of another type; nothing is converted",
	CodeAttrNeedless:   "an attribute has no meaning beside the others",
	CodeValueUnknown:   "a word is none of those that are allowed",
	CodeValueForm:      "a date, a length of time, a key or another value cannot be read",
	CodeValueTwice:     "a list names something twice",
	CodeNameForm:       "a name is not written as names are",
	CodeNameReserved:   "a name is taken by the language",
	CodeNameTwice:      "two blocks have one name",
	CodeNameUnknown:    "nothing has the name that is referred to",
	CodeCondition:      "a condition does not read, or compares what cannot be compared",
	CodeConditionHas:   "a condition asks whether a field was given, which who cannot read it would answer wrongly",
	CodeExpectInvalid:  "an example expects nothing, or gives values that no field takes",
	CodeExpectUnmet:    "an example does not come out on the engine as it is stated (found by running it)",
	CodeAmendment:      "the text takes the place of another than it says, or of none",
	CodeMoveProcedure:  "open cases would move to a procedure that the new text does not have",
	CodeMoveHome:       "somebody else would keep the order of the acts of a case that moves",
	CodeMoveSide:       "a party of a case that moves could not stand on its side, or a side would be nobody's",
	CodeMoveState:      "a case that moves stands in a state without a counterpart in the new text",
	CodeMoveField:      "what was given in a case that moves is of another type in the new text, of a lower class, or gone",
	CodeMoveClock:      "a time limit by which something is destroyed or restricted would be lost by the move",
	CodeTerm:           "days of beginning and end do not fit together",
	CodeRecordCycle:    "a record contains itself",
	CodePersonCategory: "a record about persons does not say what persons",
	CodeVote:           "a vote is not one question that one clock decides",
	CodeRoleCycle:      "who holds a role is said by the role itself",
	CodeRoleUnheld:     "a role, a side, a step or a register is nobody's",
	CodeEnrolment:      "somebody must sign in person, but no authority enrols their keys",
	CodeSideSame:       "two sides must differ and cannot",
	CodeNoOpening:      "no step opens the case",
	CodeUnreachable:    "no case can come to a state",
	CodeDeadEnd:        "nothing leads out of a state that is not final",
	CodeFinalLeft:      "something leads out of a final state",
	CodeOtherThan:      "four eyes that could be two: the other step never comes before",
	CodeSelfApproval:   "an independent decision may fall to the party that asks",
	CodeUnstoppable:    "nothing stops a clock, or nothing sets a paused one going again",
	CodeSilenceNeeds:   "the silence of a clock lacks what it needs",
	CodeClockTimes:     "the times or steps of a clock do not fit together",
	CodeLadderOrder:    "the rungs of a ladder do not follow each other in time",
	CodeFieldUnseen:    "a field is collected, but nobody may see it",
	CodeFieldUngiven:   "a field is shared or erased, but no step gives it",
	CodeReasonsUnseen:  "reasons are given, but nobody may read them",
	CodeShareEmpty:     "a share names no field or nobody",
	CodeGuardUnshared:  "a condition reads a field that somebody who must verify the step, or what a share hands them, cannot read",
	CodeGuardUngiven:   "a condition reads a field that may not have been given by then",
	CodeGuardProtected: "a condition reads a protected field",
	CodeKeptForEver:    "nothing says how long data are kept",
	CodeRemedyMissing:  "a person concerned has no remedy, or is not told of it",
	CodeDutyOutlives:   "a duty goes on after its article, and nothing says that it survives",
	CodeProtectedBasis: "a protected field is compared without a legal basis",
	CodeQueryMatch:     "there is no method for this match",
	CodeQueryOpens:     "who asks cannot open what a hit opens",
	CodeRegisterChange: "a step adds to or strikes from a register without what that needs",

	CodeTranslation:        "a translation has other articles, paragraphs or blocks than the agreement, or rules of its own",
	CodeTranslationHash:    "a translation is not the one to which the agreement commits",
	CodeTranslationUnbound: "a translation would be authentic, and the agreement does not commit to it",
	CodeTranslationMissing: "a translation leaves out words of the agreement",
	CodeTranslationDiffers: "a translation states other lengths of time than the agreement",

	CodeContradict:          "two clauses say opposite things",
	CodeCalendarShort:       "days are counted of which a calendar does not know whether anybody works",
	CodeCalendarDays:        "a calendar leaves no day to work on, or lists a day outside of its time",
	CodePhaseArticle:        "a phase takes away an article that must always be in force",
	CodePhaseOrder:          "phases follow each other in a circle, or are there on the same days",
	CodePhaseUnreachable:    "a phase never begins",
	CodePhaseEndless:        "nothing ends, reviews or follows a phase",
	CodePhaseGap:            "between two phases there is none",
	CodeScheduleOpens:       "nobody who owes what falls due can open it",
	CodeReservation:         "a reservation is against the object and purpose of the agreement, or the agreement is open to none",
	CodeObjection:           "an objection is late, comes twice, or is to one's own declaration",
	CodeAnnexWidens:         "an annex could widen the sharing of personal data or narrow a remedy",
	CodeUndertakingNeutral:  "an undertaking is deposited with somebody who is no neutral",
	CodeRecognition:         "parties that do not recognise each other would keep the order of each other's acts",
	CodeConcordance:         "a concordance maps nothing between its parties",
	CodeCompetence:          "no authority is competent for a procedure in which one is needed",
	CodeProtectedPermission: "a protected field is opened for a purpose that it does not permit",
	CodeAssessmentSigned:    "who takes a step may not answer the assessment that it carries",
	CodeSentenceUncarried:   "a sentence obliges somebody, and no rule carries it out",
	CodeRuleUnanchored:      "a rule does not say which sentence it carries out, where others do",
	CodeAnchorUnknown:       "a rule names a sentence that its article does not have",
	CodeIndicatorField:      "a measure adds up or groups by a field that does not lend itself to it, or that nobody gives",
	CodeIndicatorStates:     "the states of a measure cannot follow each other, or make it always 0 or 1",
	CodeIndicatorDisclosure: "a figure about persons has no disclosure control",
	CodeQuotaUnused:         "no step uses a quota",
	CodeFundMilestone:       "money could be released before its milestone is verified",
	CodeRiskProtected:       "a risk rule reads a protected field",
	CodeRiskLanes:           "the lanes of a risk method do not rise from 0, or no score leads to one",
	CodeRiskUnrandom:        "a risk method draws nobody at random, so that nobody can judge its hits",
	CodeDrill:               "an exercise cannot be played in its time, or by those whom it names",
	CodeUrgent:              "what is done at once is not undone unless somebody independent upholds it in time",
	CodeIrregular:           "what was done otherwise than agreed is recorded without a plea, or nobody can contest it in time",
	CodeExplanation:         "silence leaves reasons owing, and no step gives them",
	CodeDeferral:            "a duty to tell is put off by somebody who may not, without reasons, or before it has begun",
	CodeQuorum:              "a step takes effect once more parties have taken it than can",
	CodeEffect:              "a step has an effect without what that needs",
	CodeAnyone:              "a step for anyone asks what only an office can do, or leaves whoever brought it without an answer",
	CodeSealed:              "a sealed field cannot be read by those who need it, or something reads what is sealed",
	CodeUntouchable:         "an article is suspended that must stay in force",
	CodeSuspendReturn:       "nothing restores an article that a step suspends",
	CodeSuspendNotice:       "an article is suspended without notice",
	CodeUntested:            "something follows from an allegation, or from silence, that nobody has tested",
	CodeOnward:              "data are handed on for another purpose, in larger measure, or without consent",
	CodeHarm:                "a place is shared, and nobody weighs what harm that could do",
	CodePublish:             "something about persons would be published",
	CodeDiscrepancy:         "a discrepancy does not say to everybody which article it is about",
	CodePeriodUnsaid:        "a rule states a length of time that the prose of its article does not",
	CodePeriodUnruled:       "the prose of an article with rules states a length of time that none of them does",
	CodeRoleUnsaid:          "a rule names an office that the prose of its article does not",
	CodeClassContradicts:    "a field has another class than the prose of its article says",

	CodeWordsMissing:      "a field, step, clock or state has no words for people, unlike others beside it",
	CodeClassLow:          "a field that names a person is not of a personal class",
	CodePublicUnpublished: "a field is public, and nothing publishes it",
	CodeCareUneven:        "an act or clock lacks a safeguard that most others beside it have",
	CodeIndependence:      "the prose calls an office independent, and the rules do not",
	CodeHandlingMissing:   "personal data are shared without saying how they may be handled, unlike others",
}

// warnings are the codes that do not keep a text from being signed: it would work, but hardly as meant.
var warnings = map[FindingCode]bool{
	CodePersonCategory: true,
	CodeFieldUnseen:    true,
	CodeReasonsUnseen:  true,

	CodeCalendarShort:     true,
	CodePhaseEndless:      true,
	CodePhaseGap:          true,
	CodeSentenceUncarried: true,
	CodeRuleUnanchored:    true,
	CodeQuotaUnused:       true,
	CodeRiskUnrandom:      true,
	CodeExplanation:       true,
	CodeSuspendNotice:     true,
	CodeHarm:              true,
	CodePeriodUnsaid:      true,
	CodePeriodUnruled:     true,
	CodeRoleUnsaid:        true,

	CodeWordsMissing:      true,
	CodeClassLow:          true,
	CodePublicUnpublished: true,
	CodeHandlingMissing:   true,
	CodeCareUneven:        true,
	CodeIndependence:      true,
	CodeClassContradicts:  true,

	CodeTranslationUnbound: true,
	CodeTranslationMissing: true,
	CodeTranslationDiffers: true,
}

func (c FindingCode) severity() Severity {
	if warnings[c] {
		return SeverityWarning
	}
	return SeverityError
}
