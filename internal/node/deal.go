package node

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// deal is one agreement at this node: the text as signed, what was compiled of it, whose keys count,
// and how far the agreement case has come.
type deal struct {
	id        agreement.ID
	text      []byte
	textHash  seal.Digest
	modelHash seal.Digest
	model     *agreement.Model
	log       store.LogID
	origin    string
	caseID    casework.CaseID // the agreement case: what belongs to the agreement as a whole
	parties   []agreement.PartyID

	now atomic.Pointer[standing]

	beside atomic.Pointer[casework.Standing] // how the agreement stands beside its cases, see stand; written under mu

	came  atomic.Bool  // the registers of the version whose place this one took are here, see carryRegisters
	left  atomic.Bool  // no open case waits to move to the text that took the place of this one, see moveCases
	count sync.RWMutex // held whole by an act of which home counts: what has a place before it is committed

	sequences atomic.Bool // this process holds the lease of the log

	awaits awaits

	mu      sync.Mutex
	signed  map[agreement.PartyID]time.Time
	tongues map[string]*tongue // what it says in other languages
}

// standing is what the agreement case has led to here: which keys count, after which of its acts. Whoever holds another's
// word to it takes it as one: a key that is missing says something only beside how far the case had come when it was looked up.
type standing struct {
	ring   *seal.KeyRing
	head   seal.Digest // the last receipt whose effect the ring has; "" before the first
	number int64       // the place of that receipt's act
}

func (d *deal) ring() *seal.KeyRing { return d.now.Load().ring }
func (d *deal) head() seal.Digest   { return d.now.Load().head }

// ProcedureAgreement is the procedure of the agreement case: no agreement declares it, since what it
// does (keys, signatures, revocations) is not negotiable.
const ProcedureAgreement agreement.ProcedureID = "agreement"

// The steps of the agreement case, by the statement that they carry.
const (
	StepCertify agreement.StepID = "certify"
	StepRatify  agreement.StepID = "ratify"
	StepEnrol   agreement.StepID = "enrol"
	StepRevoke  agreement.StepID = "revoke"
)

// AgreementCase gives the name of the agreement case of a text: the same at every node, with nobody
// to draw it.
func AgreementCase(text seal.Digest) casework.CaseID {
	sum := sha256.Sum256([]byte("entente/agreement-case/1\n" + string(text)))
	return casework.CaseID(hex.EncodeToString(sum[:16]))
}

// newDeal compiles a text and prepares its keys: those that the agreement names, and what the cards say.
func newDeal(text []byte, self agreement.PartyID, world string, cards []Card, lib *Library) (*deal, error) {
	model, err := lib.Compile(text)
	if err != nil {
		return nil, err
	}
	if model.World != world {
		return nil, fault.New(fault.WrongWorld, "the agreement %q is of the world %q, this node of %q", model.ID, model.World, world).
			Mend("an exercise's agreement says world = \"exercise\", and only an exercise's node runs it")
	}
	text256, model256 := agreement.TextHash(text), model.Hash()
	d := &deal{
		id: model.ID, text: text, model: model, textHash: seal.DigestFrom(text256), modelHash: seal.DigestFrom(model256),
		signed: map[agreement.PartyID]time.Time{},
	}
	d.caseID = AgreementCase(d.textHash)
	d.log = store.LogID(string(model.ID) + "/" + hex.EncodeToString(text256[:4]))
	ring, err := NewRing(model)
	if err != nil {
		return nil, err
	}
	own := false
	for i := range model.Parties {
		p := &model.Parties[i]
		d.parties = append(d.parties, p.ID)
		own = own || p.ID == self
	}
	if !own {
		return nil, fault.New(fault.Forbidden, "%s is no party to the agreement %q", self, model.ID)
	}
	for _, c := range cards {
		if model.Party(c.Party) == nil {
			continue
		}
		if err := addCard(ring, c); err != nil {
			return nil, err
		}
	}
	d.now.Store(&standing{ring: ring})
	d.beside.Store(&casework.Standing{}) // from the first act on this node keeps what its cases did
	return d, nil
}

// NewRing makes a ring of the keys that an agreement itself names.
func NewRing(model *agreement.Model) (*seal.KeyRing, error) {
	ring := seal.NewKeyRing(model.World, string(model.ID))
	for i := range model.Parties {
		p := &model.Parties[i]
		if p.Key == "" {
			return nil, fault.Refuse(fault.AgreementOpen, string(p.Article), "the party %s has no key", p.ID).
				Mend("write key = \"…\" into its block; the party finds it with entente node init")
		}
		if err := ring.AddParty(string(p.ID), p.Key); err != nil {
			return nil, err
		}
		for _, a := range p.Authorities {
			if a.Key == "" {
				return nil, fault.Refuse(fault.AgreementOpen, string(p.Article), "the authority %s of %s has no key", a.ID, p.ID).
					Mend("write key = \"…\" into its block")
			}
			if err := ring.AddAuthority(string(p.ID), string(a.ID), a.Key); err != nil {
				return nil, err
			}
		}
	}
	for i := range model.Roles {
		if r := &model.Roles[i]; r.Enrolled != "" {
			ring.Enrols(string(r.ID), string(r.Enrolled))
		}
	}
	return ring, nil
}

func addCard(ring *seal.KeyRing, c Card) error {
	st, err := seal.DecodeSignedStatement([]byte(c.Certificate))
	if err != nil {
		return err
	}
	said, err := ring.Add(st)
	if err != nil {
		return err
	}
	cert, ok := said.(*seal.NodeCertificate)
	if !ok || cert.Party != string(c.Party) {
		return fault.New(fault.UnknownKey, "the card of %s carries no certificate of its node", c.Party).Mend("ask for its card.json again")
	}
	return nil
}

// inForce says no where the agreement, or an article of it, does not hold at an instant.
func (d *deal) inForce(at time.Time) error {
	d.mu.Lock()
	missing := agreement.PartyID("")
	for _, p := range d.parties {
		if _, ok := d.signed[p]; !ok {
			missing = p
			break
		}
	}
	d.mu.Unlock()
	if missing != "" {
		return fault.Refuse(fault.NotInForce, string(d.model.Declared), "the agreement is not signed by %s yet", missing).
			Mend("it is in force once every party's signature is in the agreement case")
	}
	return nil
}

// Adopt takes an agreement and the cards of the other parties onto the node, with its translations: one that does not fit the text
// is refused, and everything with it. The party is bound only when it has signed (Ratify).
func (n *Node) Adopt(ctx context.Context, text []byte, cards []Card, translations ...Translation) (agreement.ID, error) {
	cards = append(cards, n.home.Card)
	d, err := newDeal(text, n.party, n.world, cards, n.cfg.Library)
	if err != nil {
		return "", err
	}
	if err := n.cfg.Library.proved(d.model); err != nil {
		return "", err
	}
	for _, t := range translations {
		if err := n.fits(d, t); err != nil {
			return "", err
		}
	}
	now := store.MicrosOf(n.Now())
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.AddAgreement(ctx, store.AddAgreementParams{
			TextHash: d.textHash, ID: d.id, ModelHash: d.modelHash, Text: d.text, Added: now,
		}); err != nil {
			return err
		}
		for _, c := range cards {
			if d.model.Party(c.Party) == nil {
				continue
			}
			b, err := json.Marshal(c)
			if err != nil {
				return err
			}
			if err := tx.PutPeer(ctx, store.PutPeerParams{Agreement: d.textHash, Party: c.Party, Address: c.Address, Card: b}); err != nil {
				return err
			}
		}
		return putTranslations(ctx, tx, d, translations, now)
	})
	if err != nil {
		return "", err
	}
	if d.tongues, err = n.tonguesOf(ctx, d); err != nil {
		return "", err
	}
	if err := n.enter(ctx, d, cards); err != nil {
		return "", err
	}
	n.mu.RLock()
	for _, l := range n.clients {
		n.startLine(l)
	}
	n.mu.RUnlock()
	st, err := seal.DecodeSignedStatement([]byte(n.home.Card.Certificate))
	if err != nil {
		return "", err
	}
	return d.id, n.declare(ctx, d, StepCertify, st)
}

// loadDeals brings back what the database knows.
func (n *Node) loadDeals(ctx context.Context) error {
	var rows []store.Agreement
	cards := map[seal.Digest][]Card{}
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		if rows, err = tx.ListAgreements(ctx); err != nil {
			return err
		}
		for _, r := range rows {
			peers, err := tx.ListPeers(ctx, r.TextHash)
			if err != nil {
				return err
			}
			for _, p := range peers {
				var c Card
				if err := json.Unmarshal(p.Card, &c); err != nil {
					return fault.New(fault.Internal, "the card of %s is damaged", p.Party).Wrap(err)
				}
				cards[r.TextHash] = append(cards[r.TextHash], c)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		d, err := newDeal(r.Text, n.party, n.world, cards[r.TextHash], n.cfg.Library)
		if err != nil {
			return err
		}
		if d.modelHash != r.ModelHash {
			return fault.New(fault.WrongModel, "this version of the software makes another model of the agreement %q than the one that was signed", d.id).
				Mend("run the version with which it was signed, or sign again")
		}
		if d.tongues, err = n.tonguesOf(ctx, d); err != nil {
			return err
		}
		if err := n.enter(ctx, d, cards[r.TextHash]); err != nil {
			return err
		}
	}
	return nil
}

// enter makes a deal known to the running node: its log, its agreement case, the lines to its parties.
func (n *Node) enter(ctx context.Context, d *deal, cards []Card) error {
	if err := n.openLog(ctx, d); err != nil {
		return err
	}
	if err := n.replayAgreementCase(ctx, d); err != nil {
		return err
	}
	if err := n.loadRegisters(ctx, d); err != nil {
		return err
	}
	n.mu.Lock()
	n.deals[d.textHash] = d
	if i := slices.IndexFunc(n.byID[d.id], func(o *deal) bool { return o.textHash == d.textHash }); i >= 0 {
		n.byID[d.id][i] = d
	} else {
		n.byID[d.id] = append(n.byID[d.id], d)
	}
	n.mu.Unlock()
	if err := n.loadStanding(ctx, d); err != nil { // a case that moved here began under a version that is here already
		return err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, c := range cards {
		if d.model.Party(c.Party) == nil {
			continue
		}
		for _, pin := range d.ring().TLSPins(string(c.Party), n.Now()) {
			n.pins[pin] = c.Party
		}
		if c.Party != n.party {
			n.addLine(c)
		}
	}
	return nil
}

// Ratify puts the party's signature under the agreement into the agreement case. The statement is
// made with the offline party key (MakeRatification).
func (n *Node) Ratify(ctx context.Context, id agreement.ID, st *seal.SignedStatement) error {
	d, err := n.deal(id)
	if err != nil {
		return err
	}
	if said, err := seal.DecodeStatement([]byte(st.Statement)); err == nil {
		if r, ok := said.(*seal.Ratification); ok { // it says itself which version it is under
			if d, err = n.dealOf(r.Agreement); err != nil {
				return err
			}
		}
	}
	return n.declare(ctx, d, StepRatify, st)
}

// MakeRatification signs a text with a party key: both hashes, as one.
func MakeRatification(text []byte, party agreement.PartyID, key seal.PrivateKey, now time.Time) (*seal.SignedStatement, error) {
	model, err := NewLibrary().Compile(text)
	if err != nil {
		return nil, err
	}
	return RatificationOf(model, text, party, key, now)
}

// RatificationOf is MakeRatification for who has compiled the text already.
func RatificationOf(model *agreement.Model, text []byte, party agreement.PartyID, key seal.PrivateKey, now time.Time) (*seal.SignedStatement, error) {
	return seal.SignStatement(&seal.Ratification{
		Agreement: seal.DigestFrom(agreement.TextHash(text)), ID: string(model.ID), Model: seal.DigestFrom(model.Hash()),
		Party: string(party), Signed: sealTime(now), Type: seal.TypeRatification, World: model.World,
	}, key)
}

// Declare puts a statement (a role's enrolment, a revocation) into the agreement case: of every version under which
// cases may be open, since it is about keys and not about a text.
func (n *Node) Declare(ctx context.Context, id agreement.ID, st *seal.SignedStatement) error {
	said, err := seal.DecodeStatement([]byte(st.Statement))
	if err != nil {
		return err
	}
	step := StepRevoke
	switch said.(type) {
	case *seal.NodeCertificate:
		step = StepCertify
	case *seal.Ratification:
		return n.Ratify(ctx, id, st)
	case *seal.RoleCertificate, *seal.SealingCertificate:
		step = StepEnrol
	}
	return n.declareAll(ctx, id, step, st)
}

// learn gives the keys that count with a statement of the agreement case, and lets it have its other effects here.
func (n *Node) learn(d *deal, st *seal.SignedStatement, at time.Time) (*seal.KeyRing, error) {
	ring := d.ring().Clone()
	said, err := ring.Add(st)
	if err != nil {
		return nil, err
	}
	if r, ok := said.(*seal.Ratification); ok {
		if r.Agreement != d.textHash || r.Model != d.modelHash {
			return nil, fault.New(fault.WrongModel, "%s signed another text or model", r.Party).Mend("compare the hashes")
		}
		d.mu.Lock()
		if _, ok := d.signed[agreement.PartyID(r.Party)]; !ok {
			d.signed[agreement.PartyID(r.Party)] = at
		}
		d.mu.Unlock()
	}
	if c, ok := said.(*seal.NodeCertificate); ok && c.TLS != "" {
		n.mu.Lock()
		n.pins[peer.Pin(c.TLS)] = agreement.PartyID(c.Party)
		n.mu.Unlock()
	}
	return ring, nil
}

// PartyOf answers the line's question whose TLS key that is (peer.Pins).
func (n *Node) PartyOf(pin peer.Pin) (agreement.PartyID, bool) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	p, ok := n.pins[pin]
	if !ok {
		return "", false
	}
	if len(n.dealsWith(p)) == 0 { // with whom there is an agreement, its keys count, and their revocations
		return p, n.contacts.pinned(p, pin, n.Now())
	}
	for _, d := range n.deals { // revoked or out of date in every agreement: no line
		for _, valid := range d.ring().TLSPins(string(p), n.Now()) {
			if valid == pin {
				return p, true
			}
		}
	}
	return "", false
}

// Redirect changes the address at which a party is reached; its keys stay as they are.
func Redirect(ctx context.Context, db *store.DB, party agreement.PartyID, address string) error {
	return db.Update(ctx, func(tx *store.Tx) error {
		found := false
		deals, err := tx.ListAgreements(ctx)
		if err != nil {
			return err
		}
		for _, d := range deals {
			p, err := tx.GetPeer(ctx, store.GetPeerParams{Agreement: d.TextHash, Party: party})
			if store.Missing(err) {
				continue
			} else if err != nil {
				return err
			}
			var c Card
			if err := json.Unmarshal(p.Card, &c); err != nil {
				return fault.New(fault.Internal, "the card of %s is damaged", party).Wrap(err)
			}
			found, c.Address = true, address
			b, err := json.Marshal(c)
			if err != nil {
				return err
			}
			if err := tx.PutPeer(ctx, store.PutPeerParams{Agreement: d.TextHash, Party: party, Address: address, Card: b, Seen: p.Seen}); err != nil {
				return err
			}
		}
		if !found {
			return fault.New(fault.NotFound, "this node has no line to %q", party).Mend("see its agreements for their parties")
		}
		return nil
	})
}
