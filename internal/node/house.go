package node

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// CertifiedUntil is when the certificate of the node's own keys ends.
func (n *Node) CertifiedUntil() (time.Time, error) {
	cert, err := n.home.Card.certificate()
	if err != nil {
		return time.Time{}, err
	}
	return cert.Until.Time, nil
}

// SignKeyID names the key with which this node signs.
func (n *Node) SignKeyID() seal.KeyID { return n.home.Sign.ID() }

// PartyKeyHere says whether the party key lies on this machine.
func (n *Node) PartyKeyHere() bool {
	_, err := n.home.PartyKey()
	return err == nil
}

// ErasuresDue counts, day by day of a zone, the values whose keys are to be destroyed until an instant. What they are, nobody
// learns from it who may not see the cases.
func (n *Node) ErasuresDue(ctx context.Context, until time.Time, zone *time.Location) (days []time.Time, counts []int, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		days, counts = nil, nil
		rows, err := tx.ListErasuresDue(ctx, store.ListErasuresDueParams{Now: store.MicrosOf(until), MaxRows: 100_000})
		if err != nil {
			return err
		}
		for _, row := range rows {
			at := row.Due.Time().In(zone)
			day := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, zone)
			if k := len(days); k == 0 || !days[k-1].Equal(day) {
				days, counts = append(days, day), append(counts, 0)
			}
			counts[len(counts)-1]++
		}
		return nil
	})
	return days, counts, err
}

// BackupDir is where back-ups go that are made from the desk.
const BackupDir = "backups"

// Backup writes a copy of the database below the node's folder, and gives its name there. Keys are in no back-up.
func (n *Node) Backup(ctx context.Context) (string, error) {
	dir := filepath.Join(n.home.Dir, BackupDir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fault.New(fault.StoreFull, "the folder of the back-ups cannot be made").Wrap(err)
	}
	name := filepath.Join(BackupDir, time.Now().UTC().Format("20060102T150405.000Z")+".db")
	return name, n.db.Backup(ctx, filepath.Join(n.home.Dir, name))
}

// KeepsBackups says whether Backup can write one: the database is a file of this node.
func (n *Node) KeepsBackups() bool { return n.home.Database == "" }

// MayHold says which of an agreement's roles people of this party may hold.
func (n *Node) MayHold(m *agreement.Model) []*agreement.Role {
	var out []*agreement.Role
	for i := range m.Roles {
		if auth.CheckRoles(m, n.party, []agreement.RoleID{m.Roles[i].ID}) == nil {
			out = append(out, &m.Roles[i])
		}
	}
	return out
}
