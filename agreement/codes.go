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
	CodeSyntax        FindingCode = "syntax"
	CodeExpression    FindingCode = "expression"

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

	CodeTerm           FindingCode = "term"
	CodeRecordCycle    FindingCode = "record-cycle"
	CodePersonCategory FindingCode = "person-category"
	CodeRoleUnheld     FindingCode = "role-unheld"
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
)

// warnings are the codes that do not keep a text from being signed: it would work, but hardly as meant.
var warnings = map[FindingCode]bool{
	CodePersonCategory: true,
	CodeFieldUnseen:    true,
	CodeReasonsUnseen:  true,
}

func (c FindingCode) severity() Severity {
	if warnings[c] {
		return SeverityWarning
	}
	return SeverityError
}
