package negotiation

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Frame stands in the place of an article's number for what belongs to no article: title, preamble, and which articles there are.
const Frame agreement.Article = seal.FrameArticle

// Version is one text of a negotiation.
type Version struct {
	Dispatch seal.Digest   // that brought it
	Number   int           // how far it is from the opening, which is 1
	On       []seal.Digest // the versions in whose place it came; none for the opening
	Author   agreement.PartyID
	Text     []byte
	Hash     seal.Digest // of the text
	Accepts  seal.Digest // the bracket whose words came in with it; ""
	Words    string      // why

	sections []agreement.Section
	digests  map[agreement.Article]seal.Digest
	compiled bool
	model    *agreement.Model
	findings agreement.Findings
	known    map[string]any // what conditions read; made once
}

// Read makes a version of a text alone, outside of any negotiation. Errors as newVersion's: agreement-open, too-large.
func Read(text []byte) (*Version, error) { return newVersion(text) }

// Short is how people name a negotiation, version or bracket: the first 6 bytes of its digest in hex.
func Short(d seal.Digest) string {
	sum, err := d.Sum()
	if err != nil {
		return string(d)
	}
	return hex.EncodeToString(sum[:6])
}

// Named says whether a name that somebody gave means a digest: the digest itself, or the beginning of it in hex, 4 digits at least.
func Named(d seal.Digest, name string) bool {
	if string(d) == name {
		return true
	}
	sum, err := d.Sum()
	return err == nil && len(name) >= 4 && strings.HasPrefix(hex.EncodeToString(sum[:]), name)
}

// newVersion reads a text. Errors: agreement-open where its articles cannot be told apart, too-large.
func newVersion(text []byte) (*Version, error) {
	if len(text) > seal.MaxDraft {
		return nil, fault.New(fault.TooLarge, "the text has %d bytes, more than %d", len(text), seal.MaxDraft).Mend("split it into several agreements")
	}
	sections, err := agreement.Sections(text)
	if err != nil {
		return nil, err
	}
	if len(sections) == 0 {
		return nil, fault.New(fault.AgreementOpen, "the text has no article").Mend("write a heading such as \"## Article 1 — Parties\"")
	}
	v := &Version{Text: text, Hash: seal.DigestOf(text), sections: sections, digests: map[agreement.Article]seal.Digest{}}
	var frame bytes.Buffer
	at := 0
	for _, s := range sections {
		v.digests[s.Article] = seal.DigestOf(text[s.Start:s.End])
		frame.Write(text[at:s.Start])
		at = s.End
	}
	frame.Write(text[at:])
	frame.WriteByte('\n')
	for _, s := range sections {
		frame.WriteString(string(s.Article) + "\n")
	}
	v.digests[Frame] = seal.DigestOf(frame.Bytes())
	return v, nil
}

// Articles are the numbers of the articles in the text's order, and Frame first.
func (v *Version) Articles() []agreement.Article {
	out := []agreement.Article{Frame}
	for _, s := range v.sections {
		out = append(out, s.Article)
	}
	return out
}

// Title is an article's title; "" for the frame and for what is not there.
func (v *Version) Title(a agreement.Article) string {
	if s := v.section(a); s != nil {
		return s.Title
	}
	return ""
}

// Digest is by what a party says to which bytes of an article it agrees; "" where there is no such article.
func (v *Version) Digest(a agreement.Article) seal.Digest { return v.digests[a] }

// Article gives the bytes of one article; nil where there is none of that number.
func (v *Version) Article(a agreement.Article) []byte {
	if s := v.section(a); s != nil {
		return v.Text[s.Start:s.End]
	}
	return nil
}

func (v *Version) section(a agreement.Article) *agreement.Section {
	i := slices.IndexFunc(v.sections, func(s agreement.Section) bool { return s.Article == a })
	if i < 0 {
		return nil
	}
	return &v.sections[i]
}

// Model compiles the text, with its own examples: nil where a finding is an error.
func (v *Version) Model() (*agreement.Model, agreement.Findings) {
	if !v.compiled {
		v.model, v.findings = agreement.Compile("draft.md", v.Text)
		if v.model != nil {
			v.findings = append(v.findings, casework.Expectations(v.model)...)
		}
		v.compiled = true
	}
	return v.model, v.findings
}

// exchange gives the text with one passage of one article exchanged: it must stand there exactly once, and no other
// article, nor the frame, may change by it.
func (v *Version) exchange(a agreement.Article, from, to string) ([]byte, error) {
	s := v.section(a)
	if s == nil {
		return nil, fault.New(fault.Invalid, "the draft has no Article %s", a).Mend("see entente draft show for its articles")
	}
	body := string(v.Text[s.Start:s.End])
	switch n := strings.Count(body, from); {
	case from == "" || from == to:
		return nil, fault.New(fault.Invalid, "the bracket changes nothing").Mend("say which words stand, and which are wanted")
	case n == 0:
		return nil, fault.Refuse(fault.Invalid, string(a), "the words %s do not stand in Article %s", quoted(from), a).Mend("copy them as they stand, line ends included")
	case n > 1 || overlaps(body, from):
		return nil, fault.Refuse(fault.Invalid, string(a), "the words %s stand in Article %s more than once", quoted(from), a).Mend("take more words around them")
	}
	text := make([]byte, 0, len(v.Text)+len(to))
	text = append(text, v.Text[:s.Start]...)
	text = append(text, strings.Replace(body, from, to, 1)...)
	text = append(text, v.Text[s.End:]...)
	now, err := newVersion(text)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(now.Articles(), v.Articles()) {
		return nil, reaches(a)
	}
	for other, d := range v.digests {
		if other != a && now.digests[other] != d {
			return nil, reaches(a)
		}
	}
	return text, nil
}

func reaches(a agreement.Article) *fault.Error {
	return fault.Refuse(fault.Invalid, string(a), "the bracket in Article %s reaches beyond the article", a).
		Mend("bring such a change as a version of the whole text: entente draft send")
}

// overlaps finds a second place that overlaps the first, which a count does not see ("aa" in "aaa").
func overlaps(body, from string) bool {
	i := strings.Index(body, from)
	return i >= 0 && strings.Contains(body[i+1:], from)
}

func quoted(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return "“" + s + "”"
}
