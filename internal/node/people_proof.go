package node

import (
	"context"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// The rest of auth.Store: how people prove who they are.

func (s peopleStore) SessionsOf(ctx context.Context, who auth.PersonID, k auth.Kind, now time.Time) (out []*auth.Session, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		rows, err := tx.ListPersonSessions(ctx, store.ListPersonSessionsParams{Person: store.PersonID(who), Kind: string(k), Now: store.MicrosOf(now)})
		if err != nil {
			return err
		}
		for _, row := range rows {
			x, err := sessionOf(ctx, tx, row)
			if err != nil {
				return err
			}
			out = append(out, x)
		}
		return nil
	})
	return out, err
}

func sessionOf(ctx context.Context, tx *store.Tx, row store.Session) (*auth.Session, error) {
	x := &auth.Session{Hash: auth.TokenHash(row.TokenHash), Person: auth.PersonID(row.Person), Kind: auth.Kind(row.Kind), Created: row.Created.Time(), Expires: row.Expires.Time()}
	u, err := tx.GetSessionUse(ctx, row.TokenHash)
	if store.Missing(err) {
		return x, nil
	}
	x.Use = auth.Use{Used: u.Used.Time(), Fresh: u.Fresh.Time(), Method: auth.Method(u.Method), Agent: u.Agent}
	return x, err
}

func (s peopleStore) PutUse(ctx context.Context, h auth.TokenHash, u auth.Use) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutSessionUse(ctx, store.PutSessionUseParams{
			TokenHash: h[:], Used: store.MicrosOf(u.Used), Fresh: store.MicrosOf(u.Fresh), Method: string(u.Method), Agent: u.Agent,
		})
	})
}

func (s peopleStore) AddPasskey(ctx context.Context, p *auth.Passkey) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		n, err := tx.AddPasskey(ctx, store.AddPasskeyParams{
			ID: p.ID, Person: store.PersonID(p.Person), Name: p.Name, Key: p.Key.String(), Rp: p.Site.RP, Origin: p.Site.Origin,
			Counter: int64(p.Counter), Created: store.MicrosOf(p.Created), Used: store.MicrosOf(p.Used),
		})
		if err == nil && n == 0 {
			return fault.New(fault.Conflict, "this passkey is known already").Mend("use it, or make another")
		}
		return err
	})
}

func passkeyOf(row store.Passkey) (*auth.Passkey, error) {
	key, err := seal.ParsePublicKey(row.Key)
	if err != nil {
		return nil, fault.New(fault.Internal, "a passkey of %s is damaged", row.Person).Wrap(err)
	}
	return &auth.Passkey{
		ID: row.ID, Person: auth.PersonID(row.Person), Name: row.Name, Key: key, Site: seal.Site{RP: row.Rp, Origin: row.Origin},
		Counter: uint32(row.Counter), Created: row.Created.Time(), Used: row.Used.Time(),
	}, nil
}

func (s peopleStore) PasskeyByID(ctx context.Context, id []byte) (p *auth.Passkey, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		row, err := tx.GetPasskey(ctx, id)
		if store.Missing(err) {
			return fault.New(fault.NotFound, "there is no such passkey")
		} else if err != nil {
			return err
		}
		p, err = passkeyOf(row)
		return err
	})
	return p, err
}

func (s peopleStore) PasskeysOf(ctx context.Context, who auth.PersonID) (out []*auth.Passkey, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		rows, err := tx.ListPersonPasskeys(ctx, store.PersonID(who))
		if err != nil {
			return err
		}
		for _, row := range rows {
			p, err := passkeyOf(row)
			if err != nil {
				return err
			}
			out = append(out, p)
		}
		return nil
	})
	return out, err
}

func (s peopleStore) CountPasskey(ctx context.Context, id []byte, counter uint32, used time.Time) (rose bool, err error) {
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		n, err := tx.CountPasskey(ctx, store.CountPasskeyParams{ID: id, Counter: int64(counter), Used: store.MicrosOf(used)})
		rose = n > 0
		return err
	})
	return rose, err
}

func (s peopleStore) DeletePasskey(ctx context.Context, id []byte, owner auth.PersonID) (had bool, err error) {
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		n, err := tx.DeletePasskey(ctx, store.DeletePasskeyParams{ID: id, Person: store.PersonID(owner)})
		had = n > 0
		return err
	})
	return had, err
}

// UseChallenge also sweeps out what has expired: whoever answers challenges pays for their memory.
func (s peopleStore) UseChallenge(ctx context.Context, hash [32]byte, expires time.Time) (first bool, err error) {
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		now := store.MicrosOf(time.Now())
		if _, err := tx.DeleteExpiredChallenges(ctx, now-store.Micros(time.Hour/time.Microsecond)); err != nil {
			return err
		}
		if _, err := tx.DeleteExpiredSessions(ctx, now); err != nil {
			return err
		}
		if _, err := tx.DeleteIdleSessionUses(ctx); err != nil {
			return err
		}
		n, err := tx.UseChallenge(ctx, store.UseChallengeParams{Hash: hash[:], Expires: store.MicrosOf(expires)})
		first = n > 0
		return err
	})
	return first, err
}

func (s peopleStore) PutRecord(ctx context.Context, r *auth.Record) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutStaffRecord(ctx, store.PutStaffRecordParams{Kind: r.Kind, Ref: r.Ref, Person: store.PersonID(r.Person), Body: r.Body, Created: store.MicrosOf(r.Created)})
	})
}

func recordOf(row store.StaffRecord) *auth.Record {
	return &auth.Record{Kind: row.Kind, Ref: row.Ref, Person: auth.PersonID(row.Person), Body: row.Body, Created: row.Created.Time()}
}

func (s peopleStore) RecordByRef(ctx context.Context, kind, ref string) (r *auth.Record, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		row, err := tx.GetStaffRecord(ctx, store.GetStaffRecordParams{Kind: kind, Ref: ref})
		if store.Missing(err) {
			return fault.New(fault.NotFound, "there is no such record of the kind %s", kind)
		}
		r = recordOf(row)
		return err
	})
	return r, err
}

func (s peopleStore) RecordsOf(ctx context.Context, kind string, most int) (out []*auth.Record, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		rows, err := tx.ListStaffRecords(ctx, store.ListStaffRecordsParams{Kind: kind, MaxRows: int32(most)})
		for _, row := range rows {
			out = append(out, recordOf(row))
		}
		return err
	})
	return out, err
}

func (s peopleStore) DeleteRecord(ctx context.Context, kind, ref string) (had bool, err error) {
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		n, err := tx.DeleteStaffRecord(ctx, store.DeleteStaffRecordParams{Kind: kind, Ref: ref})
		had = n > 0
		return err
	})
	return had, err
}
