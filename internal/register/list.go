package register

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/format/sdn"
)

// FromSDN reads a published sanctions list (a directory with the four files, or the path of sdn.csv) as entries of a
// watch list. An entity with passports gives one entry for each, "<number>/1" and so on; one without gives
// one entry, "<number>". The values go to those fields of the record that carry the names below; the others stay empty.
//
//	entry                                    the entity's number; the entry's id, where that alone is the register's key
//	name, aliases                            as listed
//	kind                                     individual, entity, vessel or aircraft
//	programme, programmes                    SDGT, IFSR
//	remarks, reason                          the prose of the list; "Listed under SDGT"
//	document, number, passport               the passport's number, as listed
//	issuing_state, issuer, passport_country  its country, where the list says one that has a code
//	document_kind                            passport
//	issued, expires                          where the day is known
//	born, date_of_birth, birth_date          in a text as the list knows it; in a date where the day is known
//	nationality, nationalities, place_of_birth, title, gender
//
// Beside the entries come warnings, Findings with Warning set: passports whose issuing state has no code.
func FromSDN(path string, def *agreement.Register, rec *agreement.Record) iter.Seq2[Entry, error] {
	return sdnEntries(sdn.ReadFiles(path), def, rec)
}

func sdnEntries(list iter.Seq2[sdn.Entity, error], def *agreement.Register, rec *agreement.Record) iter.Seq2[Entry, error] {
	byEntry := slices.Equal(def.Key, []agreement.FieldID{"entry"})
	return func(yield func(Entry, error) bool) {
		for e, err := range list {
			if err != nil {
				if !yield(Entry{}, findingOf(err)) {
					return
				}
				continue
			}
			passports := passportsOf(&e)
			if len(passports) == 0 {
				if !yield(sdnEntry(rec, &e, nil, string(e.ID), string(e.ID)), nil) {
					return
				}
				continue
			}
			for i, d := range passports {
				id := fmt.Sprintf("%s/%d", e.ID, i+1)
				number := string(e.ID)
				if byEntry {
					number = id
				}
				if !yield(sdnEntry(rec, &e, d, id, number), nil) {
					return
				}
				if d.Country.Code != "" {
					continue
				}
				said := "names no issuing state"
				if d.Country.Name != "" {
					said = fmt.Sprintf("is said to be of %q, which has no country code", clip(d.Country.Name))
				}
				w := Finding{
					Entry: id, Field: "issuing_state", Warning: true,
					Message: fmt.Sprintf("the passport %s %s", clip(d.Number), said),
					Mend:    "a query that compares the issuing state does not find it",
				}
				if !yield(Entry{}, w) {
					return
				}
			}
		}
	}
}

// passportsOf gives an entity's passports, each once: the list repeats some of them in another spelling.
func passportsOf(e *sdn.Entity) []*sdn.Document {
	var out []*sdn.Document
	for i := range e.Documents {
		d := &e.Documents[i]
		same := func(o *sdn.Document) bool {
			return o.Country.Code == d.Country.Code && documentNumber(o.Number) == documentNumber(d.Number)
		}
		if d.Kind == sdn.DocumentPassport && !slices.ContainsFunc(out, same) {
			out = append(out, d)
		}
	}
	return out
}

func sdnEntry(rec *agreement.Record, e *sdn.Entity, d *sdn.Document, id, number string) Entry {
	out := Entry{ID: id, Fields: map[agreement.FieldID]any{}}
	for i := range rec.Fields {
		f := &rec.Fields[i]
		values := sdnValues(f, e, d, number)
		t := elementType(f)
		values = slices.DeleteFunc(values, func(s string) bool {
			// A date of the list may be a year alone, and a country a region: no value of the field.
			return strings.TrimSpace(s) == "" || t == agreement.TypeDate && len(s) != len("2006-01-02")
		})
		switch {
		case len(values) == 0:
		case f.Type == agreement.TypeList:
			list := make([]any, 0, len(values))
			for _, v := range values {
				list = append(list, v)
			}
			out.Fields[f.ID] = list
		case f.Type == agreement.TypeText || len(values) == 1:
			out.Fields[f.ID] = strings.Join(values, ", ")
		default:
			out.Fields[f.ID] = values[0] // the list gives the main one first
		}
	}
	return out
}

// sdnValues gives what the list says for one field of the record.
func sdnValues(f *agreement.Field, e *sdn.Entity, d *sdn.Document, entry string) []string {
	switch f.ID {
	case "entry":
		return []string{entry}
	case "name":
		return []string{e.Name}
	case "aliases":
		var out []string
		for _, a := range e.Aliases {
			out = append(out, a.Name)
		}
		return out
	case "kind":
		return []string{string(e.Kind)}
	case "programme", "programmes":
		if f.Type != agreement.TypeList {
			return []string{strings.Join(e.Programmes, ", ")}
		}
		return e.Programmes
	case "remarks":
		return []string{e.Remarks}
	case "reason":
		return []string{"Listed under " + strings.Join(e.Programmes, ", ")}
	case "title":
		return []string{e.Title}
	case "gender":
		return []string{strings.ToLower(e.Gender)}
	case "place_of_birth":
		return e.BirthPlaces
	case "born", "date_of_birth", "birth_date":
		var out []string
		for _, b := range e.BirthDates {
			switch exact := b.From == b.To && !b.Circa; {
			case elementType(f) != agreement.TypeDate:
				out = append(out, birthText(b))
			case exact:
				out = append(out, b.From)
			}
		}
		return out
	case "nationality", "nationalities":
		var out []string
		for _, n := range e.Nationalities {
			out = append(out, n.Code)
		}
		return out
	}
	if d == nil {
		return nil
	}
	switch f.ID {
	case "document", "number", "passport":
		return []string{d.Number}
	case "issuing_state", "issuer", "passport_country":
		return []string{d.Country.Code}
	case "document_kind":
		return []string{string(d.Kind)}
	case "issued":
		return []string{d.Issued}
	case "expires":
		return []string{d.Expires}
	}
	return nil
}

// birthText writes a date of birth as precisely as the list knows it: "circa 1956", "1953 to 1958".
func birthText(b sdn.BirthDate) string {
	s := b.From
	if b.To != b.From {
		s += " to " + b.To
	}
	if b.Circa {
		s = "circa " + s
	}
	return s
}
