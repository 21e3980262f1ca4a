package negotiation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

// Bracketed writes an article of the current version as negotiators read it: where a party wants other words, all of them stand in
// square brackets, each with who wants it: "[Arland: P8D] [Belmark: P10D]". The words that stand are those of whoever brought
// them or agrees to them. A bracket that overlaps one before it follows after the article.
func (s *State) Bracketed(a agreement.Article) string {
	body := string(s.Current().Article(a))
	var out, after strings.Builder
	at := 0
	open := slices.DeleteFunc(slices.Clone(s.Brackets()), func(b *Bracket) bool { return b.Article != a })
	for i := 0; i < len(open); {
		same := i + 1
		for same < len(open) && open[same].From == open[i].From {
			same++
		}
		group := s.alternatives(open[i:same])
		start := strings.Index(body, open[i].From)
		if start < at {
			fmt.Fprintf(&after, "%s\n", group)
		} else {
			out.WriteString(body[at:start])
			out.WriteString(group)
			at = start + len(open[i].From)
		}
		i = same
	}
	out.WriteString(body[at:])
	if after.Len() > 0 {
		out.WriteString("\n" + after.String())
	}
	return out.String()
}

// alternatives writes the brackets on one passage.
func (s *State) alternatives(on []*Bracket) string {
	p := on[0]
	stands := s.proposers(s.stand(), p.Article)
	if pos := s.Position(p.Article); pos != nil {
		stands = append(stands, pos.Agreed...)
	}
	stands = slices.DeleteFunc(stands, func(x agreement.PartyID) bool {
		return slices.ContainsFunc(on, func(b *Bracket) bool { return b.Party == x })
	})
	slices.Sort(stands)
	stands = slices.Compact(stands)
	var words []string
	who := s.called(stands)
	if len(stands) == 0 {
		who = "as it stands"
	}
	words = append(words, "["+who+": "+p.From+"]")
	for i, b := range on {
		if slices.ContainsFunc(on[:i], func(o *Bracket) bool { return o.To == b.To }) {
			continue
		}
		var want []agreement.PartyID
		for _, o := range on {
			if o.To == b.To {
				want = append(want, o.Party)
			}
		}
		slices.Sort(want)
		to := b.To
		if to == "" {
			to = "–"
		}
		words = append(words, "["+s.called(want)+": "+to+"]")
	}
	return strings.Join(words, " ")
}

// called names parties as people do: "arland" as Arland. The text's own names are too long for a bracket.
func (s *State) called(list []agreement.PartyID) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = strings.ToUpper(string(p[:1])) + string(p[1:])
	}
	return strings.Join(words, ", ")
}

// Sentence says in plain words what a dispatch does.
func (s *State) Sentence(x *Said) string {
	bracket := func() string {
		b := s.brackets[x.Bracket]
		if b == nil {
			return "a bracket"
		}
		return fmt.Sprintf("the bracket of %s on %s", b.Party, named(b.Article))
	}
	articles := func() string {
		words := make([]string, len(x.Articles))
		for i, a := range x.Articles {
			words[i] = named(agreement.Article(a.Article))
		}
		return strings.Join(words, ", ")
	}
	switch x.Kind {
	case seal.DispatchOpen:
		if x.Accedes != "" {
			return "opens the accession of " + x.Accedes
		}
		if x.Amends != "" {
			return "opens an amendment"
		}
		return "opens the negotiation"
	case seal.DispatchVersion:
		return fmt.Sprintf("brings version %d", s.versions[x.Digest].Number)
	case seal.DispatchAgree:
		return "agrees to " + articles()
	case seal.DispatchReopen:
		return "takes back its agreement to " + articles()
	case seal.DispatchBracket:
		return fmt.Sprintf("brackets %s in %s and wants %s", quoted(x.From), named(agreement.Article(x.Article)), quoted(x.To))
	case seal.DispatchAccept:
		return fmt.Sprintf("accepts %s: version %d", bracket(), s.versions[x.Digest].Number)
	case seal.DispatchDrop:
		return "drops " + bracket()
	case seal.DispatchComment:
		return "comments: " + quoted(x.Words)
	case seal.DispatchSign:
		return fmt.Sprintf("signs version %d", s.versions[x.On[0]].Number)
	}
	return x.Kind
}
