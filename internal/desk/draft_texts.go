package desk

import (
	"bytes"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
)

// drafts keeps what is asked of the same texts again and again, by their hashes: their articles, their rules in words, and what
// one has differently from another. Texts never change under their hash.
type drafts struct {
	parted memo[seal.Digest, *parted]
	said   memo[saidKey, map[agreement.Article][]agreement.Explanation]
	diffs  memo[diffKey, []agreement.Change]
}

type saidKey struct {
	text seal.Digest
	lang string
}

type diffKey struct {
	before, now seal.Digest
	lang        string
}

// memo remembers the last answers. It forgets all of them when it is full: a negotiation looks at few texts at a time.
type memo[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

const mostRemembered = 24

func (x *memo[K, V]) get(k K, find func() V) V {
	x.mu.Lock()
	v, ok := x.m[k]
	x.mu.Unlock()
	if ok {
		return v
	}
	v = find()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.m == nil || len(x.m) >= mostRemembered {
		x.m = map[K]V{}
	}
	x.m[k] = v
	return v
}

// parted is a text in its articles.
type parted struct {
	own  map[agreement.Article]string
	list []agreement.Section
}

// sectionsOf parts a text into its articles; what stands before, between and after them is the frame.
func (d *desk) sectionsOf(v *node.DraftVersion) (map[agreement.Article]string, []agreement.Section) {
	x := d.drafts.parted.get(v.Hash, func() *parted { return part(v.Text) })
	return x.own, x.list
}

func part(text []byte) *parted {
	x := &parted{own: map[agreement.Article]string{}}
	list, err := agreement.Sections(text)
	if err != nil {
		return x // a negotiation holds no such text; a trial that is one was refused
	}
	x.list = list
	var frame bytes.Buffer
	at := 0
	for _, s := range list {
		x.own[s.Article] = string(text[s.Start:s.End])
		frame.Write(text[at:s.Start])
		at = s.End
	}
	frame.Write(text[at:])
	x.own[web.FrameArticle] = frame.String()
	return x
}

// rulesIn says the rules of a text in words, by article, without examples; nil where it does not compile.
func (d *desk) rulesIn(v *node.DraftVersion, lang string) map[agreement.Article][]agreement.Explanation {
	if v.Model == nil {
		return nil
	}
	return d.drafts.said.get(saidKey{v.Hash, lang}, func() map[agreement.Article][]agreement.Explanation {
		out := map[agreement.Article][]agreement.Explanation{}
		for _, r := range agreement.Explain(v.Model, lang) {
			if r.Rule != "article" && r.Rule != "expect" {
				out[r.Article] = append(out[r.Article], r)
			}
		}
		return out
	})
}

// diff is what changed in the rules, in words; nil where one of the two does not compile.
func (d *desk) diff(before, now *node.DraftVersion, lang string) []agreement.Change {
	if before.Model == nil || now.Model == nil {
		return nil
	}
	return d.drafts.diffs.get(diffKey{before.Hash, now.Hash, lang}, func() []agreement.Change { return agreement.DiffIn(before.Model, now.Model, lang) })
}
