package fault

// The codes. spec/errors.json says for each: the HTTP status, what it means, what to do.
const (
	Internal Code = "internal" // a defect or a failing disk: nothing was done

	// Refusals by the agreement. Each cites an article.
	WrongRole       Code = "wrong-role"       // the step or query belongs to another role
	WrongSide       Code = "wrong-side"       // the step belongs to another side
	WrongState      Code = "wrong-state"      // the step does not start from the state the case is in
	NoSuchStep      Code = "no-such-step"     // the agreement has no such step, query, procedure or register
	ConditionUnmet  Code = "condition-unmet"  // the step's condition is not fulfilled
	ConditionUnread Code = "condition-unread" // the condition reads a field that is not open here
	FieldMissing    Code = "field-missing"    // a required field or reason is not given
	FieldUnknown    Code = "field-unknown"    // a field that the step does not give
	FieldInvalid    Code = "field-invalid"    // a value that is not of the field's type
	GroundUnknown   Code = "ground-unknown"   // a ground outside the closed list
	ReasonsMissing  Code = "reasons-missing"  // the step must be reasoned
	SamePerson      Code = "same-person"      // four eyes: one person in both pairs
	NotIndependent  Code = "not-independent"  // the person holds a role on the asking side
	PersonalMissing Code = "personal-missing" // the step needs the person's own role key
	PersonalInvalid Code = "personal-invalid" // the role key is another's, revoked, not enrolled, or did not sign this
	PurposeMissing  Code = "purpose-missing"  // a query or share without its lawful purpose
	PurposeWrong    Code = "purpose-wrong"    // a purpose that the clause does not name
	NotShared       Code = "not-shared"       // no share grants this field to this viewer now
	Sealed          Code = "sealed"           // restricted: kept, but no longer usable
	Erased          Code = "erased"           // destroyed as the agreement says
	ArticleEnded    Code = "article-ended"    // the article's last day is over
	NotInForce      Code = "not-in-force"     // the agreement has not begun, ended, or is not signed by all
	CapReached      Code = "cap-reached"      // the query's cap per day is used up
	QuotaUsed       Code = "quota-used"       // no grant of the quota is left in this period
	ClockLapsed     Code = "clock-lapsed"     // the time for this step ran out, and silence had its effect
	SideUnbound     Code = "side-unbound"     // no or a wrong party for a side
	NotHome         Code = "not-home"         // another node orders this case

	// Evidence and wire.
	Malformed     Code = "malformed"      // not in strict canonical form
	TooLarge      Code = "too-large"      // beyond the stated size
	BadSignature  Code = "bad-signature"  // the signature does not verify
	UnknownKey    Code = "unknown-key"    // a key that no certificate covers, or revoked, or out of date
	WrongWorld    Code = "wrong-world"    // an exercise offered as real, or the other way round
	WrongModel    Code = "wrong-model"    // another text or model of the agreement
	Replayed      Code = "replayed"       // seen before with another content
	Forked        Code = "forked"         // two receipts with one number, or a log that does not extend
	Commitment    Code = "commitment"     // a disclosure that is not what was committed to
	ClockSkew     Code = "clock-skew"     // the other side's clock is too far from ours
	PeerAway      Code = "peer-away"      // the other node does not answer; the act is kept and sent later
	NotFound      Code = "not-found"      // no such case, entry, act or file
	Conflict      Code = "conflict"       // somebody else was first; look again
	Unauthorised  Code = "unauthorised"   // no valid login
	Forbidden     Code = "forbidden"      // a valid login without the right to this
	Invalid       Code = "invalid"        // a request that cannot be read
	StoreFull     Code = "store-full"     // the disk is full: nothing was lost, nothing was done
	StoreBusy     Code = "store-busy"     // another process holds this node's database
	StoreNewer    Code = "store-newer"    // a newer version of this program wrote the database
	StoreBehind   Code = "store-behind"   // the database is older than the last signed checkpoint
	Unavailable   Code = "unavailable"    // the node is starting or stopping
	AgreementOpen Code = "agreement-open" // the text has findings and cannot be signed
)
