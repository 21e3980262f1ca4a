package node

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// What is kept for an auditor alone: nothing in the running of the node reads it.

// maxProofs bounds how much of one kind is kept of one case: two receipts for one place prove a fork, and whoever
// signs a thousand proves no more.
const maxProofs = 64

// forkedWords say why a history is in dispute.
const forkedWords = "home gave one place to two acts"

// caseForkKey is where acts are kept, with their receipts, whose place another act has.
func caseForkKey(id casework.CaseID) string { return "fork/" + string(id) }

// dispute is from which act on, and why, this node holds a history for wrong. It is kept, since whether an act was
// in order when it came cannot be found out again later: keys are revoked, and certificates end.
type dispute struct {
	Number uint64     `json:"number"`
	Code   fault.Code `json:"code"`
	Why    string     `json:"why"`
}

func disputeKey(id casework.CaseID) string { return "dispute/" + string(id) }

// keepDispute keeps the first: all that follows stands on it.
func (n *Node) keepDispute(ctx context.Context, id casework.CaseID, number uint64, why error) error {
	b, err := json.Marshal(dispute{Number: number, Code: asFault(why).Code, Why: asFault(why).Error()})
	if err != nil {
		return fault.New(fault.Internal, "the dispute cannot be kept").Wrap(err)
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.AddMeta(ctx, store.AddMetaParams{Key: disputeKey(id), Value: b})
		return err
	})
}

// keptDispute gives what keepDispute kept; nil where there is none.
func keptDispute(ctx context.Context, tx *store.Tx, id casework.CaseID) (*dispute, error) {
	b, err := tx.GetMeta(ctx, disputeKey(id))
	if store.Missing(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	d := &dispute{}
	if err := json.Unmarshal(b, d); err != nil {
		return nil, fault.New(fault.Internal, "what is kept of a dispute is damaged").Wrap(err)
	}
	return d, nil
}

// verdictKey is where a case's verdicts are kept, and by what their leaves are found.
func verdictKey(id casework.CaseID) string { return "verdict/" + string(id) }

// appendMeta adds a line to a value of lines, once.
func appendMeta(ctx context.Context, tx *store.Tx, key string, line []byte) error {
	value, err := tx.GetMeta(ctx, key)
	if err != nil && !store.Missing(err) {
		return err
	}
	lines := metaLines(value)
	if len(lines) >= maxProofs {
		return nil
	}
	for _, l := range lines {
		if bytes.Equal(l, line) {
			return nil
		}
	}
	return tx.PutMeta(ctx, store.PutMetaParams{Key: key, Value: append(append(value, line...), '\n')})
}

func metaLines(value []byte) [][]byte {
	if len(value) == 0 {
		return nil
	}
	return bytes.Split(bytes.TrimSuffix(value, []byte{'\n'}), []byte{'\n'})
}

// logFork is what a witness keeps of a log that was rewritten: the two checkpoints that contradict each other.
type logFork struct {
	Seen      string       `json:"seen"`
	SeenAt    store.Micros `json:"seen_at"`
	Offered   string       `json:"offered"`
	OfferedAt store.Micros `json:"offered_at"`
}

// keepLogFork keeps the first contradiction: it is proof enough, and the one with the honest past in it.
func keepLogFork(ctx context.Context, tx *store.Tx, key string, f logFork) error {
	b, err := json.Marshal(f)
	if err != nil {
		return fault.New(fault.Internal, "the proof of a rewritten log cannot be kept").Wrap(err)
	}
	_, err = tx.AddMeta(ctx, store.AddMetaParams{Key: key, Value: b})
	return err
}

// noteReceived keeps that a field came here and when: the disclosure itself goes when its time is over.
func (n *Node) noteReceived(ctx context.Context, tx *store.Tx, row store.AddDisclosureParams, at store.Micros) error {
	_, err := tx.AddSent(ctx, store.AddSentParams{Act: row.Act, Field: row.Field, Party: n.party, CaseID: row.CaseID, At: at})
	return err
}

// verdictOf is what a holder says of a case before it erases: how far it followed it, and what it found. The
// audit takes it where it can no longer compute the same.
func (n *Node) verdictOf(f *file) []byte {
	v := audit.Verdict{
		Agreement: f.d.textHash, Case: f.id, Head: f.row.LastReceipt, Made: n.Now(), Model: f.d.modelHash, Number: uint64(f.row.Number),
		Party: n.party, Result: audit.VerdictKept,
	}
	if f.wrong != "" {
		v.Result = string(f.wrong)
	}
	return v.Encode()
}

// readVerdict reads back what verdictOf kept.
func readVerdict(line []byte) (*audit.Verdict, error) {
	var v struct {
		Agreement seal.Digest       `json:"agreement"`
		Case      casework.CaseID   `json:"case"`
		Head      seal.Digest       `json:"head"`
		Made      seal.Time         `json:"made"`
		Model     seal.Digest       `json:"model"`
		Number    uint64            `json:"number"`
		Party     agreement.PartyID `json:"party"`
		Result    string            `json:"result"`
	}
	if err := json.Unmarshal(line, &v); err != nil {
		return nil, fault.New(fault.Internal, "a verdict that is kept here is damaged").Wrap(err)
	}
	return &audit.Verdict{
		Agreement: v.Agreement, Case: v.Case, Head: v.Head, Made: v.Made.Time, Model: v.Model, Number: v.Number,
		Party: v.Party, Result: v.Result,
	}, nil
}
