package node

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/store"
)

// A filing is a case, or a step in one, that somebody brings without an account, where the agreement says that anyone may.
// The node enters it in the name of one of the offices that the step names. It learns nothing of the person but what they
// write: no account, no address, no name in any record. Whoever holds the access code is the person.

const (
	codeBytes   = 10 // 80 bits
	minNonce    = 22 // what 128 bits take in base64
	maxNonce    = 128
	filerPrefix = "filer/" // no name of staff: auth takes no stroke in one
)

// codeLetters are Crockford's: no I, L, O or U, so that what is read aloud or written by hand is typed back right.
const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// AccessCode is what opens a mailbox: "K7RD-29XM-HT4P-6WQA", 80 bits.
type AccessCode string

func codeOf(raw []byte) AccessCode {
	var b strings.Builder
	acc, bits := uint(0), 0
	for _, x := range raw[:codeBytes] {
		for acc, bits = acc<<8|uint(x), bits+8; bits >= 5; bits -= 5 {
			if b.Len()%5 == 4 {
				b.WriteByte('-')
			}
			b.WriteByte(codeLetters[acc>>(bits-5)&31])
		}
	}
	return AccessCode(b.String())
}

// ParseCode reads a code as people type it: in any case, with or without the strokes, O for 0, I and L for 1. What is no
// code gives false.
func ParseCode(typed string) (AccessCode, bool) {
	if len(typed) > 64 {
		return "", false
	}
	var b strings.Builder
	for _, c := range strings.ToUpper(typed) {
		switch c {
		case '-', ' ', '\t':
			continue
		case 'O':
			c = '0'
		case 'I', 'L':
			c = '1'
		}
		if !strings.ContainsRune(codeLetters, c) {
			return "", false
		}
		if b.Len()%5 == 4 {
			b.WriteByte('-')
		}
		b.WriteRune(c)
	}
	return AccessCode(b.String()), b.Len() == 19
}

// mac is under the node's secret, which stands in its key folder and in no back-up of the database: without it neither
// can a code be tried against the database, nor a nonce be turned into one.
func (n *Node) mac(use string, about []byte) []byte {
	m := hmac.New(sha256.New, n.home.secret)
	m.Write([]byte("filing " + use + "\n"))
	m.Write(about)
	return m.Sum(nil)
}

func (n *Node) codeHash(c AccessCode) []byte { return n.mac("lookup", []byte(c)) }

// FilingRequest is what somebody brings.
type FilingRequest struct {
	Agreement agreement.ID                           // to open
	Procedure agreement.ProcedureID                  // to open
	Sides     map[agreement.SideID]agreement.PartyID // to open
	Step      agreement.StepID
	Values    map[agreement.FieldID]any
	Ground    string
	Nonce     string // drawn at random by whoever files: one nonce is one filing
}

// Filed is a filing just made.
type Filed struct {
	Code   AccessCode
	Case   casework.CaseID
	At     time.Time
	Queued bool
}

// Door is an opening step that anyone may bring at this node.
type Door struct {
	casework.Opening
	Role agreement.RoleID // in whose name this node enters it
}

// Doors lists what anyone may bring here under an agreement, in the order of its text.
func (n *Node) Doors(id agreement.ID) ([]Door, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	var out []Door
	for i := range d.model.Procedures {
		p := &d.model.Procedures[i]
		for j := range p.Steps {
			s := &p.Steps[j]
			if !s.Anyone || len(s.From) > 0 {
				continue
			}
			for _, by := range n.entering(d.model, p, s, nil) {
				o, ok := n.openingOf(d, p, s, by)
				if ok {
					out = append(out, Door{Opening: o, Role: by.Role})
					break
				}
			}
		}
	}
	return out, nil
}

func (n *Node) openingOf(d *deal, p *agreement.Procedure, s *agreement.Step, by agreement.Actor) (casework.Opening, bool) {
	for _, o := range n.Standing(d.id).Openings(d.model, casework.Actor{Party: n.party, Role: by.Role}, n.Now()) {
		if o.Procedure.ID == p.ID && o.Step.ID == s.ID && o.Side == by.Side {
			return o, true
		}
	}
	return casework.Opening{}, false
}

// entering are the offices of this party in whose name a step for anyone can be entered, in the order of the text. sides
// are those of a running case; nil: it is not there yet.
func (n *Node) entering(m *agreement.Model, p *agreement.Procedure, s *agreement.Step, sides map[agreement.SideID]agreement.PartyID) []agreement.Actor {
	var out []agreement.Actor
	for _, by := range s.By {
		side, r := p.Side(by.Side), m.Role(by.Role)
		if side == nil || r == nil || !slices.Contains(r.Held, n.party) || len(side.Any) > 0 && !slices.Contains(side.Any, n.party) {
			continue
		}
		if bound, ok := sides[by.Side]; sides != nil && (!ok || bound != n.party) {
			continue
		}
		out = append(out, by)
	}
	return out
}

// offices are all of this party in whose name anything for anyone is entered in a case: what they are told, the person is.
func (n *Node) offices(m *agreement.Model, p *agreement.Procedure, sides map[agreement.SideID]agreement.PartyID) []agreement.Actor {
	var out []agreement.Actor
	for i := range p.Steps {
		if !p.Steps[i].Anyone {
			continue
		}
		for _, a := range n.entering(m, p, &p.Steps[i], sides) {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// filer makes the person who holds a code: a principal of one case. Its secret is its own, so that no two cases of one
// person can be told to be of one.
func (n *Node) filer(d *deal, hash, secret []byte, id casework.CaseID, offices []agreement.Actor) Who {
	who := &auth.Person{
		ID: auth.PersonID(filerPrefix + hexOf(hash[:8])), Party: n.party, Secret: secret, Filer: &auth.Filer{Case: id},
		Roles: map[agreement.ID][]agreement.RoleID{},
	}
	name, _, _ := strings.Cut(string(d.id), "@")
	for _, a := range offices {
		if list := who.Roles[agreement.ID(name)]; !slices.Contains(list, a.Role) {
			who.Roles[agreement.ID(name)] = append(list, a.Role)
		}
	}
	return who
}

// mayDraft lets staff draft by what they are, and whoever holds a code in the one case of it.
func mayDraft(who Who, id casework.CaseID) error {
	if who == nil || who.Filer == nil {
		return who.Content()
	}
	if who.Filer.Case != id {
		return fault.New(fault.NotFound, "there is no case %s here", id).Mend("open the mailbox with the code")
	}
	return nil
}

// openTo says whether a step is for those who hold a code, or for staff.
func openTo(who Who, s *agreement.Step) error {
	filer := who != nil && who.Filer != nil
	switch {
	case filer && !s.Anyone:
		return fault.Refuse(fault.WrongRole, string(s.Article), "this step is an office's").Mend("write to the office that entered your case")
	case !filer && s.Alone:
		return fault.Refuse(fault.WrongRole, string(s.Article), "only whoever holds the access code of the case may do this").
			Mend("give the person a code, where they have none")
	}
	return nil
}

// compartment of a case's key: with it goes all that stands here.
func caseCompartment(id casework.CaseID) store.Compartment {
	return store.Compartment("case/" + string(id))
}

func aboutSecret(id casework.CaseID) []byte { return []byte("filing\n" + string(id)) }

func (n *Node) drawSecret() ([]byte, error) {
	secret := make([]byte, 32)
	if _, err := io.ReadFull(n.cfg.Random, secret); err != nil {
		return nil, fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	return secret, nil
}

func (n *Node) keepSecret(id casework.CaseID, secret []byte) ([]byte, error) {
	return n.vault.Encrypt(keystore.Compartment(caseCompartment(id)), aboutSecret(id), secret)
}

func putFiling(ctx context.Context, tx *store.Tx, row *store.AddFilingParams) error {
	if row == nil {
		return nil
	}
	added, err := tx.AddFiling(ctx, *row)
	if err == nil && added == 0 {
		return fault.New(fault.Conflict, "this has just been filed").Mend("send it again to learn the code")
	}
	return err
}

// forgetFiling removes what stands beside a case whose key is destroyed.
func forgetFiling(ctx context.Context, tx *store.Tx, id casework.CaseID) error {
	if _, err := tx.DeleteFiling(ctx, id); err != nil {
		return err
	}
	_, err := tx.DeleteCaseWords(ctx, id)
	return err
}
