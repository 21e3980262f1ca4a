package node

import (
	"context"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// compartmentOf names the key under which a disclosure is encrypted, which a coarser value shares with its field: one for
// the case, and one of its own for what a clock, a step or the keeping time of single fields may destroy before the case as a whole.
func compartmentOf(p *agreement.Procedure, id casework.CaseID, act seal.Digest, name agreement.FieldID) store.Compartment {
	field, _ := casework.FieldOf(name)
	if len(p.Keeps) > 0 || slices.ContainsFunc(p.Clocks, func(c agreement.Clock) bool {
		return c.Silence == agreement.SilenceErase && slices.Contains(c.Erases, field)
	}) ||
		slices.ContainsFunc(p.Steps, func(s agreement.Step) bool { return slices.Contains(s.Erases, field) }) {
		return store.Compartment("case/" + string(id) + "/" + strings.TrimPrefix(string(act), "sha256:")[:16] + "/" + string(field))
	}
	return store.Compartment("case/" + string(id))
}

// about binds a ciphertext to its place: it decrypts nowhere else.
func about(act seal.Digest, field agreement.FieldID) []byte {
	return []byte("disclosure\n" + string(act) + "\n" + string(field))
}

// conceal encrypts a disclosure for the database. The key is durable before this returns.
func (n *Node) conceal(p *agreement.Procedure, id casework.CaseID, act seal.Digest, d seal.Disclosure, giver bool) (concealed, error) {
	field := agreement.FieldID(d.Field)
	text, err := d.Text()
	if err != nil {
		return concealed{}, err
	}
	commitment, err := d.Commitment()
	if err != nil {
		return concealed{}, err
	}
	c := compartmentOf(p, id, act, field)
	ciphertext, err := n.vault.Encrypt(keystore.Compartment(c), about(act, field), []byte(text))
	if err != nil {
		return concealed{}, err
	}
	return concealed{store.AddDisclosureParams{
		Act: act, Field: field, CaseID: id, Compartment: c, Digest: commitment.Digest, Ciphertext: ciphertext, Giver: giver,
	}, n.wordCodes(d)}, nil
}

// revealText decrypts a disclosure's text. The error is erased where its key was destroyed.
func (n *Node) revealText(d store.Disclosure) (string, error) {
	plain, err := n.vault.Decrypt(keystore.Compartment(d.Compartment), about(d.Act, d.Field), d.Ciphertext)
	return string(plain), err
}

func (n *Node) reveal(d store.Disclosure) (seal.Disclosure, error) {
	text, err := n.revealText(d)
	if err != nil {
		return seal.Disclosure{}, err
	}
	return seal.CheckDisclosure(text, seal.Commitment{Field: string(d.Field), Digest: d.Digest})
}

// bundleFor seals what one party may see of one act, as it is kept here now: what has been erased
// meanwhile is not in it.
func (n *Node) bundleFor(ctx context.Context, d *deal, id casework.CaseID, act seal.Digest, to agreement.PartyID) (*seal.SealedBundle, error) {
	var kept []store.Disclosure
	err := n.db.View(ctx, func(tx *store.Tx) error {
		sent, err := tx.ListSent(ctx, act)
		if err != nil {
			return err
		}
		goes := map[agreement.FieldID]bool{}
		for _, s := range sent {
			if s.Party == to {
				goes[s.Field] = true
			}
		}
		all, err := tx.ListDisclosures(ctx, act)
		for _, s := range all {
			if goes[s.Field] && s.Giver {
				kept = append(kept, s)
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	b := &seal.Bundle{Act: act, Agreement: d.textHash, Case: string(id), From: string(n.party), To: string(to), Type: seal.TypeBundle, World: n.world}
	for _, s := range kept {
		text, err := n.revealText(s)
		if err != nil {
			continue
		}
		b.Disclosures = append(b.Disclosures, text)
	}
	if len(b.Disclosures) == 0 {
		return nil, nil
	}
	key, err := d.ring().SealKey(string(to), n.Now())
	if err != nil {
		return nil, err
	}
	return seal.SealBundle(b, key)
}
