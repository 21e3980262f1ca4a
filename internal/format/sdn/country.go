package sdn

import "strings"

// CountryOf looks a name up as the list writes it; a name that the table does not hold keeps an empty code.
func CountryOf(name string) Country {
	name = strings.TrimSpace(name)
	if code, ok := countries[name]; ok {
		return Country{Code: code, Name: name}
	}
	// "Cabo Verde.  Previously Cape Verde." and a full stop at the end of the remarks.
	short, _, _ := strings.Cut(name, ".")
	return Country{Code: countries[strings.TrimSpace(short)], Name: name}
}
