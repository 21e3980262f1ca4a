package node

import (
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// Translation is what an agreement says in another language: the file that stands beside its text.
type Translation struct {
	Language string // of the agreement's languages, and not the first
	Text     []byte // Markdown, with the parts in place that it includes
}

// tongue is a translation that the node keeps. It was held against the text when it came, and is read where somebody first asks for
// its words: a node that serves nobody in a language spends nothing on it.
type tongue struct {
	text []byte
	once sync.Once
	said *agreement.Translation
}

// fits refuses a translation that does not say what the text says, or is another than the one to which the text commits.
func (n *Node) fits(d *deal, t Translation) error {
	if t.Language == d.model.Languages[0] {
		return fault.New(fault.Invalid, "%s is the language of the text itself", t.Language).Mend("name the language of the translation")
	}
	_, err := n.cfg.Library.Translate(d.model, t.Language, t.Text)
	return err
}

func putTranslations(ctx context.Context, tx *store.Tx, d *deal, list []Translation, now store.Micros) error {
	for _, t := range list {
		if err := tx.PutTranslation(ctx, store.PutTranslationParams{Agreement: d.textHash, Language: t.Language, Text: t.Text, Added: now}); err != nil {
			return err
		}
	}
	return nil
}

// tonguesOf are the translations that the database has of a text.
func (n *Node) tonguesOf(ctx context.Context, d *deal) (map[string]*tongue, error) {
	out := map[string]*tongue{}
	err := n.db.View(ctx, func(tx *store.Tx) error {
		rows, err := tx.ListTranslations(ctx, d.textHash)
		for _, r := range rows {
			out[r.Language] = &tongue{text: r.Text}
		}
		return err
	})
	return out, err
}

// AddTranslation keeps a translation of an agreement that is here: of the version in force, or else of another that it fits. One in
// the same language takes the place of what was kept before; what a text commits to can only be that.
func (n *Node) AddTranslation(ctx context.Context, id agreement.ID, t Translation) error {
	d, err := n.deal(id)
	if err != nil {
		return err
	}
	wrong := n.fits(d, t)
	for _, o := range n.versionsOf(id) {
		if wrong != nil && n.fits(o, t) == nil {
			d, wrong = o, nil
		}
	}
	if wrong != nil {
		return wrong
	}
	return n.keepTranslation(ctx, d, t)
}

func (n *Node) keepTranslation(ctx context.Context, d *deal, t Translation) error {
	if err := n.db.Update(ctx, func(tx *store.Tx) error {
		return putTranslations(ctx, tx, d, []Translation{t}, store.MicrosOf(n.Now()))
	}); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tongues = maps.Clone(d.tongues)
	if d.tongues == nil {
		d.tongues = map[string]*tongue{}
	}
	d.tongues[t.Language] = &tongue{text: t.Text}
	return nil
}

// carryTranslations keeps for a version what was kept for the one before, as far as it still says what the text says.
func (n *Node) carryTranslations(ctx context.Context, old, now *deal) error {
	old.mu.Lock()
	was := maps.Clone(old.tongues)
	old.mu.Unlock()
	for _, language := range slices.Sorted(maps.Keys(was)) {
		t := Translation{Language: language, Text: was[language].text}
		now.mu.Lock()
		has := now.tongues[language] != nil
		now.mu.Unlock()
		if has || n.fits(now, t) != nil {
			continue // what it says is no longer so: whoever looks after the node brings another
		}
		if err := n.keepTranslation(ctx, now, t); err != nil {
			return err
		}
	}
	return nil
}

// Tongues are the languages in which an agreement of this node can be read, its own first.
func (n *Node) Tongues(m *agreement.Model) []string {
	out := []string{m.Tongue()}
	if d := n.dealOfModel(m); d != nil {
		d.mu.Lock()
		out = append(out, slices.Sorted(maps.Keys(d.tongues))...)
		d.mu.Unlock()
	}
	return out
}

// Translated gives the translation of an agreement of this node, nil where it has none in that language.
func (n *Node) Translated(m *agreement.Model, language string) *agreement.Translation {
	d := n.dealOfModel(m)
	if d == nil {
		return nil
	}
	d.mu.Lock()
	t := d.tongues[language]
	d.mu.Unlock()
	if t == nil {
		return nil
	}
	t.once.Do(func() {
		said, err := n.cfg.Library.Translate(m, language, t.text)
		if err != nil { // it fitted when it came: another version of the software reads it otherwise
			n.log.Warn("a translation can no longer be read", "agreement", d.id, "language", language, "err", err)
			return
		}
		t.said = said
	})
	return t.said
}

// In gives an agreement of this node as a reader of a language reads it: the reading of its translation, or the agreement itself
// where there is none. The values are the agreement's in both; see agreement.Translation.Reading.
func (n *Node) In(m *agreement.Model, language string) *agreement.Model {
	if t := n.Translated(m, language); t != nil {
		return t.Reading()
	}
	return m
}

// TextIn gives the text of an agreement in a language: as signed in its own, else the translation that this node keeps.
func (n *Node) TextIn(id agreement.ID, language string) ([]byte, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	if language == "" || language == d.model.Tongue() {
		return d.text, nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if t := d.tongues[language]; t != nil {
		return t.text, nil
	}
	return nil, fault.New(fault.NotFound, "this node has the agreement %q in no such language", string(id)).
		Mend("ask for one of %v, or ask whoever looks after the node to add the translation", append([]string{d.model.Tongue()}, slices.Sorted(maps.Keys(d.tongues))...))
}
