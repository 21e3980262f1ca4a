package sdn

import (
	"regexp"
	"strings"
	"unicode"
)

// label is a way in which the remarks begin a document.
type label struct {
	text string
	kind DocumentKind
}

// labels are those that the list uses, longer ones before those they begin with.
var labels = []label{
	{"Travel Document Number", DocumentTravel},
	{"Refugee ID Card", DocumentTravel},
	{"Stateless Person ID Card", DocumentIdentity},
	{"Cedula No.", DocumentIdentity},
	{"Cedula de Ciudadania", DocumentIdentity},
	{"Cedula de Residencia", DocumentIdentity},
	{"National ID No.", DocumentIdentity},
	{"National Foreign ID Number", DocumentIdentity},
	{"Personal ID Card", DocumentIdentity},
	{"Turkish Identification Number", DocumentIdentity},
	{"Bosnian Personal ID No.", DocumentIdentity},
	{"Kuwaiti Civil ID No.", DocumentIdentity},
	{"Kenyan ID No.", DocumentIdentity},
	{"Tazkira National ID Card", DocumentIdentity},
	{"Citizen's Card Number", DocumentIdentity},
	{"Identification Number", DocumentIdentity},
	{"Residency Number", DocumentIdentity},
	{"Driver's License No.", DocumentIdentity},
	{"Birth Certificate Number", DocumentIdentity},
	{"Electoral Registry No.", DocumentIdentity},
	{"Numero de Identidad", DocumentIdentity},
	{"I.F.E.", DocumentIdentity},
	{"D.N.I.", DocumentIdentity},
	{"C.U.R.P.", DocumentIdentity},
	{"C.U.I.P.", DocumentIdentity},
	{"C.U.I.", DocumentIdentity},
	{"D.P.I.", DocumentIdentity},
	{"SSN", DocumentIdentity},
	{"C.U.I.T.", DocumentTax},
	{"V.A.T. Number", DocumentTax},
	{"Tax ID No.", DocumentTax},
	{"R.F.C.", DocumentTax},
	{"RFC", DocumentTax},
	{"NIT #", DocumentTax},
	{"RUC #", DocumentTax},
	{"RIF #", DocumentTax},
	{"RTN", DocumentTax},
	{"Business Registration Document #", DocumentRegistration},
	{"Business Registration Number", DocumentRegistration},
	{"Commercial Registry Number", DocumentRegistration},
	{"Registration Number", DocumentRegistration},
	{"Registration ID", DocumentRegistration},
	{"Company Number", DocumentRegistration},
	{"Enterprise Number", DocumentRegistration},
	{"Matricula Mercantil No", DocumentRegistration},
	{"Folio Mercantil No.", DocumentRegistration},
	{"Trade License No.", DocumentRegistration},
	{"Government Gazette Number", DocumentRegistration},
	{"Public Registration Number", DocumentRegistration},
	{"C.R. No.", DocumentRegistration},
	{"License", DocumentRegistration},
	{"D-U-N-S Number", DocumentRegistration},
	{"Vessel Registration Identification", DocumentVessel},
	{"MMSI", DocumentVessel},
	{"Aircraft Tail Number", DocumentAircraft},
	{"Aircraft Manufacturer's Serial Number (MSN)", DocumentAircraft},
}

// passportForm finds a clause that begins with a passport of any sort: "Passport", "Diplomatic Passport",
// "British National Overseas Passport", "Passport Booklet:", "Passport #", "Passport No.:".
var passportForm = regexp.MustCompile(`^((?:[A-Z][A-Za-z.]* ){0,3}Passport)(?: Booklet| No\.| Laissez-Passer)?:? #?`)

// document reads a clause of the remarks that names a document and its number; false where it is another clause.
func document(clause string) (Document, bool) {
	d := Document{}
	if rest, ok := strings.CutPrefix(clause, "alt. "); ok {
		d.Other, clause = true, rest
	}
	rest := ""
	if m := passportForm.FindStringSubmatch(clause); m != nil {
		d.Kind, d.Label, rest = DocumentPassport, m[1], clause[len(m[0]):]
	} else {
		for _, l := range labels {
			if after, ok := strings.CutPrefix(clause, l.text); ok && (strings.HasPrefix(after, " ") || strings.HasSuffix(l.text, "#")) {
				d.Kind, d.Label, rest = l.kind, l.text, after
				break
			}
		}
	}
	if d.Kind == "" {
		return Document{}, false
	}
	d.Number, rest = number(strings.TrimSpace(rest))
	if d.Number == "" {
		return Document{}, false
	}
	d.Country = issuer(rest)
	d.Issued, d.Expires = validity(rest)
	return d, true
}

// number takes the document's number from the front of s. It is what stands before the first word: the
// pieces that hold a digit, and short capitals in front of them ("RL 1794375", "265 216", "TR-P 614166").
func number(s string) (number, rest string) {
	end := 0
	digits := false
	for pos := 0; pos < len(s); {
		stop := strings.IndexByte(s[pos:], ' ')
		if stop < 0 {
			stop = len(s) - pos
		}
		word := s[pos : pos+stop]
		if strings.HasPrefix(word, "(") || !strings.ContainsFunc(word, isDigit) && (digits || !isSeries(word)) {
			break
		}
		if strings.ContainsFunc(word, isDigit) {
			digits, end = true, pos+stop
		}
		pos += stop + 1
		if strings.HasSuffix(word, ",") {
			break
		}
	}
	if !digits {
		return "", s
	}
	return strings.TrimRight(s[:end], ".,"), s[end:]
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isSeries says whether a word can be the letters in front of a number.
func isSeries(word string) bool {
	for _, r := range word {
		if !unicode.IsUpper(r) && r != '-' && r != '/' {
			return false
		}
	}
	return word != "" && len(word) <= 6 && word != "-"
}

var bracketForm = regexp.MustCompile(`^[\s,]*(?:[A-Z][a-z]+ )?\(([^()]+)\)`)

// issuer reads the country after a number: "(Korea, North)", or, rarely, without brackets.
func issuer(rest string) Country {
	if m := bracketForm.FindStringSubmatch(rest); m != nil {
		return CountryOf(m[1])
	}
	name := strings.Trim(rest, " ,.")
	name, _, _ = strings.Cut(name, ",")
	if c := CountryOf(name); c.Code != "" {
		return c
	}
	return Country{}
}
