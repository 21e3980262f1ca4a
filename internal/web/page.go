package web

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/entente-net/entente/agreement"
)

// page is what every component needs to know of the request that it is drawn for.
type page struct {
	*Language
	languages []*Language
	frame     FrameView
	viewer    Viewer
	known     bool // somebody is logged in
	public    bool // the portal: no viewer, no forms
	path      string
	token     string // of this page's forms
	now       time.Time
	zone      *time.Location
	styles    string // path of the stylesheet
	icon      string
	scripts   map[string]string // paths by name; none where the program was built without them
	tour      bool              // the demonstration: one may be somebody else
	own       *time.Location    // the viewer's choice, which goes before what a page would choose; nil: none
	query     string            // what was looked for
	scheme    string            // "light" or "dark" where that is not the reader's machine's to say
	said      string            // a message of success after a redirect, by its key
	guide     *guideStop        // where one is on a guided tour of the demonstration; nil elsewhere
	offers    map[string]bool   // parts of the portal that have a page
}

// at gives the page in another zone: a case is told in its agreement's, unless its reader chose one.
func (p *page) at(zone *time.Location) *page {
	if p.own != nil {
		return p
	}
	return p.told(zone)
}

// told gives the page in another zone whatever its reader chose: a form is read in its agreement's.
func (p *page) told(zone *time.Location) *page {
	if zone == nil {
		return p
	}
	q := *p
	q.zone = zone
	return &q
}

// mark is the letter by which a party is recognised.
func mark(r PartyRef) string {
	s := string(r.ID)
	if s == "" {
		s = r.Name
	}
	c, _ := utf8.DecodeRuneInString(s)
	if c == utf8.RuneError {
		return "?"
	}
	return strings.ToUpper(string(c))
}

// partyClass draws a state as a square and all else as a circle. Every other letter of states is
// filled, so that two neighbours differ in more than their initial.
func partyClass(r PartyRef, more string) string {
	c := "party"
	if r.Kind != "state" {
		c += " org"
	} else if m := mark(r)[0]; (m-'A')%2 == 0 {
		c += " solid"
	}
	if more != "" {
		c += " " + more
	}
	return c
}

func (p *page) label(f *agreement.Field) string {
	return p.Own(f.Label, strings.ReplaceAll(string(f.ID), "_", " "))
}

func (p *page) help(f *agreement.Field) string { return p.Own(f.Help, "") }

// article gives "Article 7", or "" where none is cited.
func (p *page) article(n agreement.Article) string {
	if n == "" {
		return ""
	}
	return p.T("article", "number", string(n))
}

// title makes the title of a document.
func (p *page) title(s string) string { return p.T("document", "title", s) }

// list joins words as a sentence does: "a, b and c".
func (p *page) list(words []string) string {
	words = slices.Clone(words)
	for i := range words {
		words[i] = agreement.Isolate(p.Code, words[i])
	}
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	last := words[len(words)-1]
	return strings.Join(words[:len(words)-1], p.T("list.comma")) + Joint(p.Code, p.lastJoint(), last) + last
}

// lastJoint is what stands before the last of several words: " and ".
func (p *page) lastJoint() string {
	_, rest, _ := strings.Cut(p.T("list.last", "rest", "\x00", "last", "\x00"), "\x00")
	joint, _, _ := strings.Cut(rest, "\x00")
	return joint
}

// joint is what stands after word i of n in a sentence that ends with them.
func (p *page) joint(i, n int) string {
	switch {
	case i == n-1:
		return p.T("list.end")
	case i == n-2:
		return p.lastJoint()
	default:
		return p.T("list.comma")
	}
}

// follow sets sentences one after the other; Chinese leaves no space between them.
func (p *page) follow(sentences ...string) string {
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return s == "" })
	return strings.Join(sentences, p.T("list.space"))
}

// stop ends a sentence with the mark of the page's language, unless it has one; Latin words have their own.
func (p *page) stop(s string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\u2069"))
	switch {
	case s == "" || strings.ContainsRune(".!?…。！？؟", last):
		return s
	case unicode.Is(unicode.Latin, last):
		return s + "."
	default:
		return s + strings.TrimSpace(p.T("list.end"))
	}
}

// sentence makes what an error says a whole sentence.
func sentence(s string) string {
	s = upperFirst(strings.TrimSpace(s))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\u2069"))
	switch {
	case s == "" || strings.ContainsRune(".!?…。！？؟", last):
		return s
	case unicode.Is(unicode.Han, last) || strings.ContainsRune("）”", last) && strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0:
		return s + "。"
	default:
		return s + "."
	}
}

// hash cuts a digest into groups that can be compared by eye.
func hash(s string) string {
	s = strings.TrimPrefix(s, "sha256:")
	var b strings.Builder
	for i, c := range s {
		if i > 0 && i%8 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func shortHash(s string) string {
	s = strings.TrimPrefix(s, "sha256:")
	if len(s) <= 16 {
		return s
	}
	return s[:8] + " … " + s[len(s)-4:]
}
