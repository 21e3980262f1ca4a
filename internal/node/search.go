package node

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// Found is a case that a search found.
type Found struct {
	*Outline
	Fields []agreement.FieldID // that hold what was looked for; none where the case's own name was
}

// Bounds of a search.
const (
	maxQuery   = 200  // bytes
	maxWords   = 64   // different words of a field by which it is found
	maxListed  = 2000 // cases with a word that are looked at
	maxChecked = 200  // of those that have all words
	wordLeast  = 2    // letters; a sign of a script that has no spaces is a word of its own
)

// Search finds the cases of which a person may see fields that have all the words, or whose own name begins so: those that moved
// last first, most at most. more says that there may be others. A word of four letters or more finds what begins with it. That
// personal fields were searched through and found is logged, as a look at them.
func (n *Node) Search(ctx context.Context, who Who, query string, most int) (found []Found, more bool, err error) {
	if err := who.Content(); err != nil {
		return nil, false, err
	}
	if len(query) > maxQuery {
		return nil, false, fault.New(fault.TooLarge, "a search has at most %d bytes", maxQuery).Mend("look for two or three words")
	}
	words := wordsIn(query)
	if len(words) == 0 {
		return nil, false, nil
	}
	if len(words) == 1 {
		if found, err = n.named(ctx, who, words[0], most); err != nil {
			return nil, false, err
		}
	}
	ids, more, err := n.withWords(ctx, who, words)
	if err != nil {
		return nil, false, err
	}
	for _, id := range ids {
		if len(found) >= most {
			return found, true, nil
		}
		if slices.ContainsFunc(found, func(f Found) bool { return f.ID == id }) {
			continue
		}
		f, err := n.searchIn(ctx, who, id, words)
		if err != nil {
			return nil, false, err
		}
		if f != nil {
			found = append(found, *f)
		}
	}
	return found, more, nil
}

// named finds cases by the beginning of their own names: what people call them.
func (n *Node) named(ctx context.Context, who Who, word string, most int) ([]Found, error) {
	if len(word) < 4 || len(word) > 32 || strings.Trim(word, "0123456789abcdef") != "" {
		return nil, nil
	}
	var rows []store.CaseFile
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListCasesNamed(ctx, store.ListCasesNamedParams{First: casework.CaseID(word), Before: casework.CaseID(word + "g"), MaxRows: int32(most)})
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []Found
	for _, row := range rows {
		d, err := n.dealOf(row.Agreement)
		if err != nil || row.ID == d.caseID {
			continue
		}
		o, err := n.glance(ctx, d, who, row.ID)
		if err != nil {
			return nil, err
		}
		if o != nil {
			out = append(out, Found{Outline: o})
		}
	}
	return out, nil
}

// withWords gives the cases that seem to have all words, in whatever fields, and in which the person may have part.
func (n *Node) withWords(ctx context.Context, who Who, words []string) (ids []casework.CaseID, more bool, err error) {
	// The longest word is likely in the fewest cases.
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	err = n.db.View(ctx, func(tx *store.Tx) error {
		ids, more = nil, false
		for i, w := range words {
			rows, err := tx.ListWord(ctx, store.ListWordParams{Word: n.wordCode(stemOf(w)), MaxRows: maxListed})
			if err != nil {
				return err
			}
			more = more || len(rows) == maxListed
			here := map[casework.CaseID]bool{}
			for _, r := range rows {
				d, err := n.dealOf(r.Agreement)
				if err == nil && concerned(d, who, d.model.Procedure(r.Procedure)) {
					if here[r.CaseID] = true; i == 0 {
						ids = append(ids, r.CaseID)
					}
				}
			}
			ids = slices.DeleteFunc(ids, func(id casework.CaseID) bool { return !here[id] })
		}
		return nil
	})
	if len(ids) > maxChecked {
		ids, more = ids[:maxChecked], true
	}
	return ids, more, err
}

// searchIn looks for the words in what a person may see of a case; nil where they are not all there.
func (n *Node) searchIn(ctx context.Context, who Who, id casework.CaseID, words []string) (*Found, error) {
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return nil, err
	}
	var found *Found
	var read []agreement.FieldID
	err = n.withFile(ctx, d, id, func(f *file) error {
		if !f.concerns(who) {
			return nil
		}
		hit := &Found{Outline: &Outline{CaseLine: n.lineOf(f, who), Case: f.c, Home: f.home()}}
		left := slices.Clone(words)
		for field := range f.c.Given {
			share, why := n.maySee(f, who, field)
			if why != nil {
				continue
			}
			v, ok := f.shown(share, field)
			if !ok {
				continue
			}
			has := wordsOf(v)
			before := len(left)
			left = slices.DeleteFunc(left, func(w string) bool { return among(has, w) })
			if len(left) == before {
				continue
			}
			hit.Fields = append(hit.Fields, field)
			if def := d.model.ProcedureField(f.c.Procedure, field); def != nil && def.Class != agreement.ClassPublic && def.Class != agreement.ClassOfficial {
				read = append(read, field)
			}
		}
		if len(left) == 0 {
			slices.Sort(hit.Fields)
			found = hit
		}
		return nil
	})
	if err != nil || found == nil {
		return nil, err
	}
	return found, n.noteRead(ctx, d, who, found.Case, read)
}

// among says whether a word is one of those of a text, or the beginning of one.
func among(has []string, w string) bool {
	return slices.ContainsFunc(has, func(h string) bool { return h == w || len(w) >= stemShort && strings.HasPrefix(h, w) })
}

// Words parts a text into words as a search reads it: without case, accents and vowel signs.
func Words(text string) []string { return wordsIn(text) }

// HasWords says whether a text has all the words that Words gave, or words that begin so.
func HasWords(text string, words []string) bool {
	has := wordsIn(text)
	return !slices.ContainsFunc(words, func(w string) bool { return !among(has, w) })
}

// concealed is a disclosure as it is kept, with the codes of the words by which it is found.
type concealed struct {
	store.AddDisclosureParams
	words []string
}

// keep adds a disclosure; 0 where it is there already.
func (n *Node) keep(ctx context.Context, tx *store.Tx, c concealed) (int64, error) {
	added, err := tx.AddDisclosure(ctx, c.AddDisclosureParams)
	if err != nil || added == 0 {
		return added, err
	}
	field, _ := casework.FieldOf(c.Field)
	for _, w := range c.words {
		if err := tx.AddWord(ctx, store.AddWordParams{Word: w, CaseID: c.CaseID, Field: field}); err != nil {
			return added, err
		}
	}
	return added, nil
}

// wordCodes are the codes of the words of a value.
func (n *Node) wordCodes(d seal.Disclosure) []string {
	var out []string
	for _, w := range wordsOf(d.Value) {
		for _, stem := range stemsOf(w) {
			if code := n.wordCode(stem); !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// wordCode is a code from which nobody who lacks the node's secret can tell the word.
func (n *Node) wordCode(word string) string {
	m := hmac.New(sha256.New, n.home.secret)
	m.Write([]byte("entente word by which a field is found\x00" + word))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil)[:12])
}

// Lengths of the beginnings by which a word is found, in bytes.
const (
	stemShort = 4
	stemLong  = 6
)

// stemsOf are the beginnings by which a word is kept: itself, where it is short.
func stemsOf(w string) []string {
	switch {
	case len(w) <= stemShort:
		return []string{w}
	case len(w) <= stemLong:
		return []string{cut(w, stemShort), w}
	default:
		return []string{cut(w, stemShort), cut(w, stemLong)}
	}
}

// stemOf is the beginning under which a word that is looked for was kept, if it was.
func stemOf(w string) string {
	switch {
	case len(w) < stemLong:
		return cut(w, stemShort)
	default:
		return cut(w, stemLong)
	}
}

// cut gives the first bytes of a word, and no half letter.
func cut(w string, most int) string {
	for len(w) > most {
		last := 0
		for i := range w {
			last = i
		}
		w = w[:last]
	}
	return w
}

// wordsOf are the different words of a value: of all texts and numbers in it.
func wordsOf(v any) []string {
	var out []string
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			for _, w := range wordsIn(v) {
				if len(out) < maxWords && !slices.Contains(out, w) {
					out = append(out, w)
				}
			}
		case json.Number:
			walk(v.String())
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(v)
	return out
}

// wordsIn parts a text into words, without case, accents and vowel signs.
func wordsIn(text string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if w := word.String(); len(w) >= wordLeast {
			out = append(out, w)
		}
		word.Reset()
	}
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == 'ـ':
		case unicode.Is(unicode.Han, r):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word.WriteRune(unicode.ToLower(r))
		default:
			flush()
		}
	}
	flush()
	return out
}
