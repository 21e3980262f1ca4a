package node

import (
	"context"
	"maps"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// tally counts the cases by where they stand. It is read from the database once and kept as cases move; other processes on the same
// database move cases too, so that it is read again from time to time.
type tally struct {
	mu    sync.Mutex
	read  time.Time // by the machine's clock; zero: never
	moves uint64    // so far; what moved while it was read makes what was read doubtful
	reads uint64    // so far; what was read while a move was under way may have it already
	cases map[whereabouts]int
}

// whereabouts are where a case stands.
type whereabouts struct {
	Agreement seal.Digest
	Procedure agreement.ProcedureID
	State     agreement.StateID
}

// tallyLife is how long other processes' moves may stay unseen.
const tallyLife = 30 * time.Second

func (t *tally) of(ctx context.Context, tx *store.Tx) (map[whereabouts]int, error) {
	t.mu.Lock()
	if !t.read.IsZero() && time.Since(t.read) < tallyLife {
		defer t.mu.Unlock()
		return maps.Clone(t.cases), nil
	}
	before := t.moves
	t.mu.Unlock()
	rows, err := tx.CountCases(ctx)
	if err != nil {
		return nil, err
	}
	counted := map[whereabouts]int{}
	for _, r := range rows {
		counted[whereabouts{r.Agreement, r.Procedure, r.State}] += int(r.N)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.moves == before {
		t.read, t.cases = time.Now(), maps.Clone(counted)
		t.reads++
	}
	return counted, nil
}

// begin is called before a move is committed; what it gives is handed to moved.
func (t *tally) begin() (reads uint64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.reads
}

// moved counts a case where it stands now; was is nil for one that is new.
func (t *tally) moved(reads uint64, was, is *store.CaseFile) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.moves++
	if t.reads != reads {
		t.read = time.Time{}
	}
	if t.cases == nil {
		return
	}
	if was != nil {
		t.cases[whereabouts{was.Agreement, was.Procedure, was.State}]--
	}
	t.cases[whereabouts{is.Agreement, is.Procedure, is.State}]++
}
