package api

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// Health is how a node is.
type Health struct {
	Party      agreement.PartyID `json:"party"`
	World      string            `json:"world"`
	Now        time.Time         `json:"now"`
	Behind     *client.Problem   `json:"behind,omitempty"` // why the node signs nothing
	Agreements []HealthAgreement `json:"agreements"`
	Lines      []Line            `json:"lines"`
	People     int               `json:"people"`
}

// HealthAgreement is how one agreement stands.
type HealthAgreement struct {
	ID       agreement.ID        `json:"id"`
	TextHash seal.Digest         `json:"text_hash"`
	InForce  bool                `json:"in_force"`
	Why      string              `json:"why,omitempty"`
	Signed   []agreement.PartyID `json:"signed"`
	Enrolled []agreement.RoleID  `json:"enrolled"` // the roles whose keys an authority enrols
	LogSize  uint64              `json:"log_size"`
}

// Line is the line to another party's node.
type Line struct {
	Party     agreement.PartyID `json:"party"`
	Address   string            `json:"address"`
	LastHeard *time.Time        `json:"last_heard,omitempty"`
	Answers   *bool             `json:"answers,omitempty"` // of a ping
	Micros    int64             `json:"micros,omitempty"`  // of a ping: there and back
	SkewMS    int64             `json:"skew_ms,omitempty"` // of a ping: by how much the other clock is ahead
	Problem   *client.Problem   `json:"problem,omitempty"`
}

func (a *admin) health(ctx context.Context) (*Health, error) {
	out := &Health{Party: a.n.Party(), World: a.n.World(), Now: a.n.Now(), Agreements: []HealthAgreement{}, Lines: linesOf(a.n.Lines(), false)}
	if err := a.n.Behind(); err != nil {
		out.Behind = problem(a.opt.Log, err)
	}
	list, err := a.n.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range list {
		h := HealthAgreement{ID: v.ID, TextHash: v.TextHash, InForce: v.InForce, Why: v.Why, Signed: []agreement.PartyID{}, Enrolled: []agreement.RoleID{}}
		for i := range v.Model.Roles {
			if r := &v.Model.Roles[i]; r.Enrolled != "" {
				h.Enrolled = append(h.Enrolled, r.ID)
			}
		}
		for p := range v.Signed {
			h.Signed = append(h.Signed, p)
		}
		h.Signed = sortedBy(h.Signed, func(p agreement.PartyID) string { return string(p) })
		log, err := a.n.Ledger(ctx, v.ID, 1)
		if err != nil {
			return nil, err
		}
		h.LogSize = log.Size
		out.Agreements = append(out.Agreements, h)
	}
	people, err := a.n.Auth().People(ctx)
	out.People = len(people)
	return out, err
}

func linesOf(list []node.LineState, pinged bool) []Line {
	out := make([]Line, 0, len(list))
	for _, s := range list {
		l := Line{Party: s.Party, Address: s.Address, LastHeard: instant(s.LastHeard)}
		if pinged {
			ok := s.Err == nil
			l.Answers, l.Micros, l.SkewMS = &ok, s.Took.Microseconds(), s.Skew.Milliseconds()
			if s.Err != nil {
				l.Problem = problem(nil, s.Err)
			}
		}
		out = append(out, l)
	}
	return out
}

// Lines are all lines of a node.
type Lines struct {
	Lines []Line `json:"lines"`
}

func (a *admin) ping(ctx context.Context) (*Lines, error) {
	return &Lines{linesOf(a.n.Ping(ctx), true)}, nil
}

// ClockRequest sets the clock of an exercise.
type ClockRequest struct {
	Now    time.Time `json:"now"`
	Frozen bool      `json:"frozen,omitempty"`
}

func (a *admin) clock(ctx context.Context, in *ClockRequest) (*Done, error) {
	if in.Now.IsZero() {
		return nil, fault.New(fault.Invalid, "the instant is missing").Mend("give now as RFC 3339 in UTC")
	}
	return &Done{true}, a.n.SetClock(ctx, in.Now, in.Frozen)
}

func (a *admin) tend(ctx context.Context) (*Done, error) { return &Done{true}, a.n.Tend(ctx) }

// BackupRequest asks for a copy of the database. Keys are in no back-up.
type BackupRequest struct {
	Path string `json:"path"` // on the node's machine, absolute; nothing may be there
}

func (a *admin) backup(ctx context.Context, in *BackupRequest) (*Done, error) {
	if !filepath.IsAbs(in.Path) {
		return nil, fault.New(fault.Invalid, "the back-up's path is not absolute")
	}
	if a.opt.Backup == nil {
		return nil, fault.New(fault.Unavailable, "this node makes no back-ups")
	}
	return &Done{true}, a.opt.Backup(ctx, in.Path)
}

// ImportRequest loads a list that lies on the node's machine into a register.
type ImportRequest struct {
	Agreement agreement.ID         `json:"agreement"`
	Register  agreement.RegisterID `json:"register"`
	Format    node.ImportFormat    `json:"format"`
	Path      string               `json:"path"` // absolute; for sdn the folder, or its sdn.csv
}

func (a *admin) importList(ctx context.Context, in *ImportRequest) (*client.Imported, error) {
	if !filepath.IsAbs(in.Path) {
		return nil, fault.New(fault.Invalid, "the list's path is not absolute")
	}
	var r io.Reader
	name := in.Path
	if in.Format == node.ImportCSV {
		f, err := os.Open(in.Path)
		if err != nil {
			return nil, fault.New(fault.NotFound, "the list %s cannot be read", filepath.Base(in.Path)).Mend("see that it is there, and that the node may read it").Wrap(err)
		}
		defer func() { _ = f.Close() }()
		r, name = f, filepath.Base(in.Path)
	}
	done, err := a.n.Import(ctx, in.Agreement, in.Register, in.Format, name, r)
	if err != nil {
		return nil, importProblem(a.opt.Log, done, err)
	}
	return importedOf(in.Register, done), nil
}

// LogRequest names a log, and an entry of it.
type LogRequest struct {
	Agreement agreement.ID `json:"agreement"`
	Index     uint64       `json:"index,omitempty"` // of a proof
}

// LogAnswer is a signed note, or a proof.
type LogAnswer struct {
	Agreement agreement.ID `json:"agreement"`
	Text      string       `json:"text"`
}

func (a *admin) checkpoint(ctx context.Context, in *LogRequest) (*LogAnswer, error) {
	note, err := a.n.Checkpoint(ctx, in.Agreement)
	if err != nil {
		return nil, err
	}
	return &LogAnswer{in.Agreement, string(note)}, nil
}

// proof opens an entry to its salt and the digest of what was logged; what that was, it does not say.
func (a *admin) proof(ctx context.Context, in *LogRequest) (*LogAnswer, error) {
	b, err := a.n.Prove(ctx, in.Agreement, in.Index)
	if err != nil {
		return nil, err
	}
	return &LogAnswer{in.Agreement, string(b)}, nil
}

// AdoptRequest takes an agreement onto the node. The party is bound only by its ratification.
type AdoptRequest struct {
	Text         string        `json:"text"`
	Cards        []node.Card   `json:"cards"`                  // of the other parties
	Translations []Translation `json:"translations,omitempty"` // one that does not fit the text is refused, and all with it
}

// Translation is what an agreement says in another of its languages.
type Translation struct {
	Language string `json:"language"`
	Text     string `json:"text"` // Markdown, the parts that it includes in their places
}

func (t Translation) kept() node.Translation {
	return node.Translation{Language: t.Language, Text: []byte(t.Text)}
}

// TranslationRequest adds a translation to an agreement that is on the node, or takes the place of one in the same language.
type TranslationRequest struct {
	Agreement agreement.ID `json:"agreement"`
	Translation
}

func (a *admin) translation(ctx context.Context, in *TranslationRequest) (*Adopted, error) {
	if err := a.n.AddTranslation(ctx, in.Agreement, in.kept()); err != nil {
		return nil, err
	}
	return &Adopted{in.Agreement}, nil
}

// Adopted names what was adopted.
type Adopted struct {
	Agreement agreement.ID `json:"agreement"`
}

func (a *admin) adopt(ctx context.Context, in *AdoptRequest) (*Adopted, error) {
	var said []node.Translation
	for _, t := range in.Translations {
		said = append(said, t.kept())
	}
	id, err := a.n.Adopt(ctx, []byte(in.Text), in.Cards, said...)
	if err != nil {
		return nil, err
	}
	return &Adopted{id}, nil
}

// StatementRequest puts a signed statement (a ratification, a role's or node's certificate, a revocation)
// into the agreement case.
type StatementRequest struct {
	Agreement agreement.ID `json:"agreement"`
	Statement string       `json:"statement"` // canonical JSON of a signed statement
}

func (a *admin) statement(ctx context.Context, in *StatementRequest) (*Done, error) {
	st, err := seal.DecodeSignedStatement([]byte(in.Statement))
	if err != nil {
		return nil, err
	}
	return &Done{true}, a.n.Declare(ctx, in.Agreement, st)
}
