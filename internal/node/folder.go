package node

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/seal"
)

// Home is a node's folder:
//
//	node.json               Settings
//	offline/party.key       the party key: to be taken away from this machine in the real world
//	offline/<authority>.key the same of the party's second authorities
//	keys/node-sign.key, node-seal.key, tls.seed, pseudonym.secret
//	keys/push.key           by which push services know the node; made when the first person asks for messages in a browser
//	keys/roles/<person>.<role>.key  role keys in custody, exercise worlds only
//	keystore/               keys of cases and traces (package keystore), in no back-up of the database
//	card.json               what other parties need to reach this node
//	checkpoint.lock         the last signed checkpoints: outside the database, so that an old back-up is found out
//	node.db                 the database, where it is SQLite
type Home struct {
	Dir string
	Settings
	Sign, Seal  seal.PrivateKey
	Certificate tls.Certificate
	Card        Card
	secret      []byte // of pseudonyms
}

// Settings is node.json.
type Settings struct {
	Party    agreement.PartyID `json:"party"`
	Name     string            `json:"name"` // of the node; its cookies bear it
	World    string            `json:"world"`
	Database string            `json:"database"`         // "" for node.db in the folder, or a PostgreSQL address
	Peer     string            `json:"peer"`             // where other nodes reach it, host:port
	Desk     string            `json:"desk"`             // where people reach it, host:port
	Origin   string            `json:"origin,omitempty"` // how browsers write that, through whatever proxy stands before it: "https://desk.belmark.example"
	OpenID   []auth.Provider   `json:"openid,omitempty"` // the party's own providers of logins
}

// Card is what a party gives another so that their nodes can meet.
type Card struct {
	Party       agreement.PartyID `json:"party"`
	Address     string            `json:"address"`
	Certificate string            `json:"certificate"`   // canonical JSON of a seal.SignedStatement of a node certificate
	Key         string            `json:"key,omitempty"` // the party key, for those who have no agreement with it that names it
}

const (
	fileSettings = "node.json"
	fileCard     = "card.json"
	fileLock     = "checkpoint.lock"
	dirOffline   = "offline"
	dirKeys      = "keys"
	dirRoles     = "keys/roles"
)

// DirVault is where the key store lives, below the node's folder.
const DirVault = "keystore"

// FileDatabase is the SQLite database's name below the node's folder.
const FileDatabase = "node.db"

// nameForm is how nodes and parties are named: their names go into cookies and files.
var nameForm = regexp.MustCompile(`^[a-z0-9_-]{1,64}$`)

// InitHome makes a node's folder with fresh keys. authorities are the party's second authorities,
// whose keys are made too so that they can be handed over. random is nil; that of an exercise may be
// drawn from a seed. It refuses a folder that is a node already.
func InitHome(dir string, s Settings, authorities []agreement.AuthorityID, now time.Time, random io.Reader) (*Home, error) {
	if random == nil {
		random = rand.Reader
	} else if s.World != agreement.WorldExercise {
		return nil, errDrawn
	}
	if _, err := os.Stat(filepath.Join(dir, fileSettings)); err == nil {
		return nil, fault.New(fault.Conflict, "%s is a node already", dir).Mend("choose another folder, or remove this one")
	}
	if !nameForm.MatchString(s.Name) || !nameForm.MatchString(string(s.Party)) {
		return nil, fault.New(fault.Invalid, "a node has a party and a name, each of at most 64 of a–z, 0–9, '-' and '_'").Mend("name both so")
	}
	for _, sub := range []string{dirOffline, dirKeys, dirRoles} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return nil, fault.New(fault.Invalid, "the folder %s cannot be made", dir).Wrap(err)
		}
	}
	party, err := newKey(filepath.Join(dir, dirOffline, "party.key"), seal.KeyParty, s.World, random)
	if err != nil {
		return nil, err
	}
	for _, a := range authorities {
		if _, err := newKey(filepath.Join(dir, dirOffline, string(a)+".key"), seal.KeyAuthority, s.World, random); err != nil {
			return nil, err
		}
	}
	sign, err := newKey(filepath.Join(dir, dirKeys, "node-sign.key"), seal.KeyNode, s.World, random)
	if err != nil {
		return nil, err
	}
	sealing, err := newKey(filepath.Join(dir, dirKeys, "node-seal.key"), seal.KeySeal, s.World, random)
	if err != nil {
		return nil, err
	}
	seed, secret := make([]byte, ed25519.SeedSize), make([]byte, 32)
	for _, b := range [][]byte{seed, secret} {
		if _, err := io.ReadFull(random, b); err != nil {
			return nil, fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
		}
	}
	if err := writeFile(filepath.Join(dir, dirKeys, "tls.seed"), []byte(hex.EncodeToString(seed)), 0o600); err != nil {
		return nil, err
	}
	if err := writeFile(filepath.Join(dir, dirKeys, "pseudonym.secret"), []byte(hex.EncodeToString(secret)), 0o600); err != nil {
		return nil, err
	}
	cert, err := peer.Certificate(ed25519.NewKeyFromSeed(seed))
	if err != nil {
		return nil, err
	}
	from := seal.Time{Time: now.Add(-24 * time.Hour).UTC().Truncate(time.Microsecond)}
	if s.World == agreement.WorldExercise {
		from.Time = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // its clocks may be set back
	}
	statement, err := seal.SignStatement(&seal.NodeCertificate{
		Epoch: 1, From: from, Until: seal.Time{Time: now.AddDate(10, 0, 0).UTC().Truncate(time.Microsecond)}, Party: string(s.Party),
		Scope: []string{seal.ScopeSeal, seal.ScopeSign, seal.ScopeTLS}, Sign: sign.PublicKey().String(), Seal: sealing.PublicKey().String(),
		TLS: string(peer.PinOf(cert.Leaf)), Type: seal.TypeNodeCertificate, World: s.World,
	}, party)
	if err != nil {
		return nil, err
	}
	if err := writeJSON(filepath.Join(dir, fileCard), Card{Party: s.Party, Address: s.Peer, Certificate: string(statement.Encode()), Key: party.PublicKey().String()}, 0o644); err != nil {
		return nil, err
	}
	// Last, since it is what makes the folder a node: an interrupted start can be begun again.
	if err := writeJSON(filepath.Join(dir, fileSettings), s, 0o644); err != nil {
		return nil, err
	}
	return OpenHome(dir)
}

// OpenHome reads a node's folder.
func OpenHome(dir string) (*Home, error) {
	h := &Home{Dir: dir}
	if err := readJSON(filepath.Join(dir, fileSettings), &h.Settings); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fault.New(fault.NotFound, "%s is no node's folder", dir).Mend("make one with entente node init %s", dir)
		}
		return nil, err
	}
	var err error
	if h.Sign, err = readKey(filepath.Join(dir, dirKeys, "node-sign.key"), seal.KeyNode, h.World); err != nil {
		return nil, err
	}
	if h.Seal, err = readKey(filepath.Join(dir, dirKeys, "node-seal.key"), seal.KeySeal, h.World); err != nil {
		return nil, err
	}
	seed, err := readHex(filepath.Join(dir, dirKeys, "tls.seed"), ed25519.SeedSize)
	if err != nil {
		return nil, err
	}
	if h.secret, err = readHex(filepath.Join(dir, dirKeys, "pseudonym.secret"), 32); err != nil {
		return nil, err
	}
	if h.Certificate, err = peer.Certificate(ed25519.NewKeyFromSeed(seed)); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(dir, fileCard), &h.Card); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = fault.New(fault.NotFound, "%s is missing", fileCard).Mend("bring it back from a copy of the folder").Wrap(err)
		}
		return nil, err
	}
	if err := h.checkCard(); err != nil {
		return nil, err
	}
	h.Card.Address = h.Peer
	return h, nil
}

// checkCard finds keys that were mixed up now, and not when the others refuse what they signed.
func (h *Home) checkCard() error {
	cert, err := h.Card.certificate()
	if err != nil {
		return err
	}
	if h.Card.Party != h.Party || cert.Party != string(h.Party) || cert.World != h.World || cert.Sign != h.Sign.PublicKey().String() ||
		cert.Seal != h.Seal.PublicKey().String() || cert.TLS != string(peer.PinOf(h.Certificate.Leaf)) {
		return fault.New(fault.UnknownKey, "the keys in this folder are not those that its card's certificate names").
			Mend("bring back the folder as it was; keys and %s belong together", fileCard)
	}
	return nil
}

// certificate reads what a card's certificate says; whether the party signed it is the ring's business.
func (c *Card) certificate() (*seal.NodeCertificate, error) {
	st, err := seal.DecodeSignedStatement([]byte(c.Certificate))
	if err != nil {
		return nil, err
	}
	said, err := seal.DecodeStatement([]byte(st.Statement))
	if err != nil {
		return nil, err
	}
	cert, ok := said.(*seal.NodeCertificate)
	if !ok {
		return nil, fault.New(fault.UnknownKey, "the card of %s carries no certificate of its node", c.Party).Mend("ask for its %s again", fileCard)
	}
	return cert, nil
}

// PartyKey reads the offline party key, where it is still here.
func (h *Home) PartyKey() (seal.PrivateKey, error) {
	return readKey(filepath.Join(h.Dir, dirOffline, "party.key"), seal.KeyParty, h.World)
}

// AuthorityKey reads the key of a second authority, where it is still here.
func (h *Home) AuthorityKey(a agreement.AuthorityID) (seal.PrivateKey, error) {
	return readKey(filepath.Join(h.Dir, dirOffline, string(a)+".key"), seal.KeyAuthority, h.World)
}

// RoleKey reads a role key that this node keeps for a person, in an exercise.
func (h *Home) RoleKey(person string, role agreement.RoleID) (seal.PrivateKey, error) {
	return readKey(h.roleKeyFile(person, role), seal.KeyRole, h.World)
}

func (h *Home) roleKeyFile(person string, role agreement.RoleID) string {
	return filepath.Join(h.Dir, dirRoles, filepath.Base(person)+"."+string(role)+".key")
}

func newKey(path string, kind seal.KeyKind, world string, random io.Reader) (seal.PrivateKey, error) {
	k, err := seal.GenerateKey(kind, world, random)
	if err != nil {
		return seal.PrivateKey{}, err
	}
	return k, writeFile(path, []byte(k.Secret()+"\n"), 0o600)
}

func readKey(path string, kind seal.KeyKind, world string) (seal.PrivateKey, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return seal.PrivateKey{}, fault.New(fault.NotFound, "the %s key is not here", kind).
			Mend("it belongs into %s", filepath.Base(path)).Wrap(err)
	}
	k, err := seal.ParsePrivateKey(trimSpace(string(b)))
	if err != nil {
		return seal.PrivateKey{}, err
	}
	if k.Kind() != kind || k.World() != world {
		return seal.PrivateKey{}, fault.New(fault.WrongWorld, "%s holds a %s key of another kind or world", filepath.Base(path), k.Kind()).
			Mend("an exercise's keys work in that exercise only")
	}
	return k, nil
}

// writeFile writes a file so that after a crash there is the old one or the new one, whole.
func writeFile(path string, b []byte, mode fs.FileMode) error {
	tmp := path + ".new"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, mode)
	if err != nil {
		return fault.New(fault.Internal, "%s cannot be written", filepath.Base(path)).Wrap(err)
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return fault.New(fault.StoreFull, "%s cannot be written", filepath.Base(path)).Wrap(err)
	}
	return nil
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if cerr := d.Close(); err == nil {
		err = cerr
	}
	return err
}

func writeJSON(path string, v any, mode fs.FileMode) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(path, append(b, '\n'), mode)
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fault.New(fault.Invalid, "%s cannot be read", filepath.Base(path)).Wrap(err)
	}
	return nil
}

func readHex(path string, size int) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "%s is missing", filepath.Base(path)).Wrap(err)
	}
	raw, err := hex.DecodeString(trimSpace(string(b)))
	if err != nil || len(raw) != size {
		return nil, fault.New(fault.Invalid, "%s is damaged", filepath.Base(path)).Wrap(err)
	}
	return raw, nil
}
