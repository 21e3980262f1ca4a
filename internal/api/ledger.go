package api

import (
	"context"
	"io"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// RoleAuditor is the role whose holders may collect a node's evidence.
const RoleAuditor = node.RoleAuditor

// evidenceType is the media type of a bundle: lines of JSON (spec/bundle.md).
const evidenceType = "application/jsonl"

// LedgerIn names a log by its agreement.
type LedgerIn struct {
	Agreement string `path:"agreement" maxLength:"128"`
}

type ledgerPageIn struct {
	LedgerIn
	Entries int `query:"entries" default:"50" minimum:"1" maximum:"1000" doc:"How many of the newest entries to show"`
}

func (s *server) ledger(ctx context.Context, in *ledgerPageIn) (*client.Log, error) {
	v, err := s.logView(ctx, in.Agreement, in.Entries)
	if err != nil {
		return nil, err
	}
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	var about []casework.CaseID
	for i := range v.Entries {
		about = append(about, v.Entries[i].Case)
	}
	may, err := s.n.MayKnow(ctx, who, about...)
	if err != nil {
		return nil, err
	}
	for i := range v.Entries {
		if e := &v.Entries[i]; e.Case != "" && !may[e.Case] {
			e.Ref = ""
		}
	}
	return logOf(v), nil
}

func (s *server) logView(ctx context.Context, id string, entries int) (*node.LogView, error) {
	if err := s.holding(ctx, agreement.ID(id), ""); err != nil {
		return nil, err
	}
	return s.n.Ledger(ctx, agreement.ID(id), entries)
}

func (s *server) checkpoint(ctx context.Context, in *LedgerIn) ([]byte, error) {
	v, err := s.logView(ctx, in.Agreement, 1)
	if err != nil {
		return nil, err
	}
	if v.Checkpoint == "" {
		return nil, fault.New(fault.NotFound, "the log has no checkpoint yet").Mend("wait for the first, which comes with its first entries")
	}
	return []byte(v.Checkpoint), nil
}

type proofIn struct {
	LedgerIn
	Index uint64 `path:"index"`
}

func (s *server) proof(ctx context.Context, in *proofIn) ([]byte, error) {
	if err := s.holding(ctx, agreement.ID(in.Agreement), ""); err != nil {
		return nil, err
	}
	return s.n.Prove(ctx, agreement.ID(in.Agreement), in.Index)
}

func (s *server) evidence(ctx context.Context, in *LedgerIn) (streamer, error) {
	id := agreement.ID(in.Agreement)
	v, err := s.n.Agreement(ctx, id)
	if err != nil {
		return nil, err
	}
	article := agreement.Article("")
	if r := v.Model.Role(RoleAuditor); r != nil {
		article = r.Article
	}
	if err := s.holding(ctx, id, article, RoleAuditor); err != nil {
		return nil, err
	}
	return func(w io.Writer) error { return s.n.Evidence(ctx, id, w) }, nil
}
