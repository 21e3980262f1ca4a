package audit

// section gives the order in which kinds of lines may follow each other: never back.
func section(k Kind) int {
	switch k {
	case KindHeader:
		return 1
	case KindAgreement:
		return 2
	case KindStatement:
		return 3
	case KindLog, KindCheckpoint:
		return 4
	case KindSeen:
		return 5
	case KindLeaves:
		return 6
	case KindCase, KindEntry, KindDisclosure, KindDelivery, KindPending, KindRefused, KindVerdict:
		return 7
	case KindQuery:
		return 8
	case KindEnd:
		return 9
	}
	return 0
}

// withinCase ranks the lines of a case: entries with what belongs to them, then the rest.
func withinCase(k Kind) int {
	switch k {
	case KindCase:
		return 1
	case KindEntry, KindDisclosure, KindDelivery:
		return 2
	case KindPending:
		return 3
	case KindRefused:
		return 4
	case KindVerdict:
		return 5
	}
	return 0
}
