package sdn

import "strings"

// readRemarks takes the prose of the remarks apart. Its clauses stand between semicolons; a clause that is
// none of the known ones says something in words, and stays in the remarks alone.
func readRemarks(e *Entity) {
	for clause := range strings.SplitSeq(e.Remarks, ";") {
		clause = strings.TrimSpace(clause)
		// "(Following data derived from an Eritrean passport …: Alt. DOB: 10 October 1969"
		if strings.HasPrefix(clause, "(") {
			if i := strings.LastIndex(clause, ": Alt. DOB"); i > 0 {
				clause = clause[i+2:]
			}
		}
		if b, ok := birthDate(clause); ok {
			e.BirthDates = append(e.BirthDates, b)
			continue
		}
		if d, ok := document(clause); ok {
			e.Documents = append(e.Documents, d)
			continue
		}
		plain := strings.TrimSuffix(clause, ".")
		other := strings.TrimPrefix(plain, "alt. ")
		switch {
		case strings.HasPrefix(other, "POB "):
			e.BirthPlaces = append(e.BirthPlaces, other[len("POB "):])
		case strings.HasPrefix(other, "nationality "):
			e.addNationality(other[len("nationality "):])
		case strings.HasPrefix(other, "citizen "):
			e.addNationality(other[len("citizen "):])
		case strings.HasPrefix(plain, "Gender "):
			e.Gender = plain[len("Gender "):]
		}
	}
}

func (e *Entity) addNationality(name string) {
	c := CountryOf(name)
	for _, n := range e.Nationalities {
		if n == c {
			return
		}
	}
	e.Nationalities = append(e.Nationalities, c)
}
