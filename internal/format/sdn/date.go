package sdn

import (
	"regexp"
	"time"
)

// dateForm is how the list writes dates, as precise as it knows them: "08 Sep 2006", "Jul 1997", "1956".
const dateForm = `(?:\d{1,2} )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|` +
	`January|February|March|April|June|July|August|September|October|November|December) )?\d{4}`

// isoDate writes one such date as YYYY-MM-DD, YYYY-MM or YYYY; "" where it is no day of the calendar.
func isoDate(s string) string {
	forms := []struct{ from, to string }{
		{"2 Jan 2006", "2006-01-02"},
		{"2 January 2006", "2006-01-02"},
		{"Jan 2006", "2006-01"},
		{"January 2006", "2006-01"},
		{"2006", "2006"},
	}
	for _, f := range forms {
		if t, err := time.Parse(f.from, s); err == nil {
			return t.Format(f.to)
		}
	}
	return ""
}

var birthForm = regexp.MustCompile(`^((?i:alt\.) )?DOB:? (circa )?(` + dateForm + `)(?:(?: to |-)(` + dateForm + `))?\.?$`)

// birthDate reads a clause of the remarks such as "alt. DOB 12 Mar 1956 to 13 Mar 1956".
func birthDate(clause string) (BirthDate, bool) {
	m := birthForm.FindStringSubmatch(clause)
	if m == nil {
		return BirthDate{}, false
	}
	b := BirthDate{From: isoDate(m[3]), Circa: m[2] != "", Other: m[1] != ""}
	b.To = b.From
	if m[4] != "" {
		b.To = isoDate(m[4])
	}
	return b, b.From != "" && b.To != ""
}

var (
	issuedForm  = regexp.MustCompile(`(?i:issued|Issue Date) (` + dateForm + `)`)
	expiresForm = regexp.MustCompile(`(?:(?i:expires|Expire Date)|issued ` + dateForm + ` to) (` + dateForm + `)`)
)

// validity reads what follows a document's number: "issued 08 Sep 2006 expires 17 Jul 2011."
func validity(s string) (issued, expires string) {
	if m := issuedForm.FindStringSubmatch(s); m != nil {
		issued = isoDate(m[1])
	}
	if m := expiresForm.FindStringSubmatch(s); m != nil {
		expires = isoDate(m[1])
	}
	return issued, expires
}
