package node

import (
	"context"
	"crypto/sha256"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
)

// What stands beside a case without being an act of it. It is of this node alone, encrypted under the case's key, and goes
// with it.
const (
	WordPerson = "person" // from whoever holds the code to the office
	WordOffice = "office" // from the office to them
	WordNote   = "note"   // of staff, for staff of the own party who have part in the case
)

const (
	maxWord   = 20_000 // bytes
	maxBeside = 500    // of one kind in one case
)

// Word is a message or a note.
type Word struct {
	Kind   string
	Person store.PersonID // of the staff; "" for whoever holds the code
	At     time.Time
	Text   string
}

// Words gives the messages between the office and whoever holds the code.
func (n *Node) Words(ctx context.Context, f *Filing) ([]Word, error) {
	return n.words(ctx, f.Case, WordPerson, WordOffice)
}

// WriteToOffice puts a message beside the case: no act, and no clock follows from it.
func (n *Node) WriteToOffice(ctx context.Context, code, text string) error {
	f, err := n.OpenFiling(ctx, code)
	if err != nil {
		return err
	}
	return n.addWord(ctx, f.Case, WordPerson, "", text, nil)
}

// Beside is what staff find beside a case.
type Beside struct {
	Words   []Word
	Mailbox bool // somebody holds a code
	May     bool // the person who asks is of an office that enters such cases: may write, and give a code
	Code    bool // and the case has no code but one that an office gave
	Given   time.Time
}

// Beside gives notes and messages to staff who have part in the case, nil where they have none. The messages are for the
// offices that enter such cases alone.
func (n *Node) Beside(ctx context.Context, who Who, id casework.CaseID) (*Beside, error) {
	office, err := n.atCounter(ctx, who, id)
	if fault.CodeOf(err) == fault.NotFound || fault.CodeOf(err) == fault.Forbidden {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	kinds := []string{WordNote}
	if office {
		kinds = append(kinds, WordPerson, WordOffice)
	}
	out := &Beside{May: office}
	if out.Words, err = n.words(ctx, id, kinds...); err != nil {
		return nil, err
	}
	row, err := n.caseFiling(ctx, id)
	if err != nil {
		return nil, err
	}
	out.Mailbox = row != nil
	out.Code = office && (row == nil || row.Given)
	if row != nil && row.Given {
		out.Given = row.Created.Time()
	}
	return out, nil
}

// Note keeps an internal note.
func (n *Node) Note(ctx context.Context, who Who, id casework.CaseID, text string) error {
	if _, err := n.atCounter(ctx, who, id); err != nil {
		return err
	}
	return n.addWord(ctx, id, WordNote, store.PersonID(who.ID), text, who)
}

// Reply puts a message into the mailbox of a case.
func (n *Node) Reply(ctx context.Context, who Who, id casework.CaseID, text string) error {
	if err := n.ofOffice(ctx, who, id); err != nil {
		return err
	}
	if row, err := n.caseFiling(ctx, id); err != nil {
		return err
	} else if row == nil {
		return fault.New(fault.Conflict, "nobody holds a code of this case").Mend("give the person a code first")
	}
	return n.addWord(ctx, id, WordOffice, store.PersonID(who.ID), text, who)
}

// GiveCode makes the code for somebody whose case an office entered by word of mouth. A new one ends the one before; where
// the person filed by themselves only they have a code. That one was given is logged.
func (n *Node) GiveCode(ctx context.Context, who Who, id casework.CaseID) (AccessCode, error) {
	if err := n.ofOffice(ctx, who, id); err != nil {
		return "", err
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return "", err
	}
	raw := make([]byte, 32)
	if _, err := io.ReadFull(n.cfg.Random, raw); err != nil {
		return "", fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	code := codeOf(n.mac("given", raw))
	hash := n.codeHash(code)
	secret, err := n.drawSecret()
	if err != nil {
		return "", err
	}
	kept, err := n.keepSecret(id, secret)
	if err != nil {
		return "", err
	}
	run, err := n.wordRun(d, id, "code", n.people.Pseudonym(who, id), hash)
	if err != nil {
		return "", err
	}
	at := store.MicrosOf(n.Now())
	return code, n.db.Update(ctx, func(tx *store.Tx) error {
		added, err := tx.AddFiling(ctx, store.AddFilingParams{Code: hash, Agreement: d.textHash, CaseID: id, Secret: kept, Given: true, Created: at})
		if err != nil {
			return err
		}
		if added == 0 {
			if added, err = tx.RecodeFiling(ctx, store.RecodeFilingParams{Code: hash, CaseID: id}); err != nil {
				return err
			}
		}
		if added == 0 {
			return fault.New(fault.Forbidden, "the person filed this case, and nobody else has its code").Mend("write to them; they read it in their mailbox")
		}
		return n.logged(tx, run)
	})
}

// atCounter says whether staff are of an office that enters such cases; others who have no part in the case do not learn of it.
func (n *Node) atCounter(ctx context.Context, who Who, id casework.CaseID) (office bool, err error) {
	o, err := n.Outline(ctx, who, id)
	if err != nil {
		return false, err
	}
	part := false
	for _, r := range who.RolesIn(o.Agreement) {
		part = part || casework.HasPart(o.Case.Model, o.Case.Procedure, r)
		office = office || slices.ContainsFunc(n.offices(o.Case.Model, o.Case.Procedure, o.Sides), func(a agreement.Actor) bool { return a.Role == r })
	}
	if !part { // who audits may know of the case, and has no part in it
		return false, fault.New(fault.Forbidden, "your offices have no part in this case")
	}
	return office, nil
}

func (n *Node) ofOffice(ctx context.Context, who Who, id casework.CaseID) error {
	office, err := n.atCounter(ctx, who, id)
	if err == nil && !office {
		err = fault.New(fault.Forbidden, "the words with whoever brought this case are for the office that entered it").Mend("ask that office")
	}
	return err
}

func (n *Node) caseFiling(ctx context.Context, id casework.CaseID) (*store.Filing, error) {
	var row store.Filing
	found := false
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		row, err = tx.GetCaseFiling(ctx, id)
		found = err == nil
		if store.Missing(err) {
			return nil
		}
		return err
	})
	if err != nil || !found {
		return nil, err
	}
	return &row, nil
}

func (n *Node) words(ctx context.Context, id casework.CaseID, kinds ...string) ([]Word, error) {
	var rows []store.CaseWord
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListCaseWords(ctx, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []Word
	for _, r := range rows {
		if !slices.Contains(kinds, r.Kind) {
			continue
		}
		text, err := n.vault.Decrypt(keystore.Compartment(caseCompartment(id)), aboutWord(id, r.Kind, r.Tag), r.Body)
		if fault.CodeOf(err) == fault.Erased {
			return nil, nil
		} else if err != nil {
			return nil, err
		}
		out = append(out, Word{Kind: r.Kind, Person: r.Person, At: r.At.Time(), Text: string(text)})
	}
	return out, nil
}

func aboutWord(id casework.CaseID, kind string, tag []byte) []byte {
	return []byte("word\n" + string(id) + "\n" + kind + "\n" + hexOf(tag))
}

func (n *Node) addWord(ctx context.Context, id casework.CaseID, kind string, by store.PersonID, text string, who Who) error {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return fault.New(fault.FieldMissing, "the message is empty").Mend("write something")
	case len(text) > maxWord:
		return fault.New(fault.TooLarge, "the message has more than %d bytes", maxWord).Mend("shorten it")
	case !utf8.ValidString(text):
		return fault.New(fault.FieldInvalid, "the message is not text").Mend("write plain text")
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return err
	}
	tag := make([]byte, 16)
	if _, err := io.ReadFull(n.cfg.Random, tag); err != nil {
		return fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	body, err := n.vault.Encrypt(keystore.Compartment(caseCompartment(id)), aboutWord(id, kind, tag), []byte(text))
	if err != nil {
		return err
	}
	var run *store.Run
	if who != nil { // what staff write is logged as the node's; of whoever holds the code nothing is
		sum := sha256.Sum256([]byte(text))
		if run, err = n.wordRun(d, id, kind, n.people.Pseudonym(who, id), append(tag[:len(tag):len(tag)], sum[:]...)); err != nil {
			return err
		}
	}
	at := store.MicrosOf(n.Now())
	return n.db.Update(ctx, func(tx *store.Tx) error {
		count, err := tx.CountCaseWords(ctx, store.CountCaseWordsParams{CaseID: id, Kind: kind})
		if err != nil {
			return err
		}
		if count >= maxBeside {
			return fault.New(fault.CapReached, "%d messages stand beside this case already", maxBeside).Mend("say the rest by word of mouth, or in a step of the case")
		}
		if err := tx.AddCaseWord(ctx, store.AddCaseWordParams{CaseID: id, Kind: kind, Person: by, Tag: tag, Body: body, At: at}); err != nil {
			return err
		}
		if run == nil {
			return nil
		}
		return n.logged(tx, run)
	})
}

// wordRun is the log's entry of something that staff wrote beside a case.
func (n *Node) wordRun(d *deal, id casework.CaseID, kind string, by casework.Pseudonym, about []byte) (*store.Run, error) {
	sum := sum256([]byte("word\n" + string(id) + "\n" + kind + "\n" + string(by) + "\n" + hexOf(about)))
	return n.entries(d, ledger.KindNote, "word/"+string(id), "", [][32]byte{sum})
}
