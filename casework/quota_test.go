package casework

import (
	"testing"

	"github.com/entente-net/entente/agreement"
)

func TestQuota(t *testing.T) {
	m := figuresModel(t)
	q := m.Quota("permits") // three a month for each party, from 1 January 2026 in UTC
	from, until := QuotaPeriod(m, q, instant("2026-02-28T23:59:59Z"))
	if !from.Equal(instant("2026-02-01T00:00:00Z")) || !until.Equal(instant("2026-03-01T00:00:00Z")) {
		t.Errorf("%s to %s", from, until)
	}
	if from, until := QuotaPeriod(m, q, instant("2025-12-31T23:59:59Z")); !from.IsZero() || !until.IsZero() {
		t.Errorf("before the agreement: %s to %s", from, until)
	}
	grants := []Grant{
		{Party: arland, At: instant("2026-01-31T23:59:59Z")},
		{Party: arland, At: instant("2026-02-01T00:00:00Z")},
		{Party: belmark, At: instant("2026-02-01T08:00:00Z")},
		{Party: arland, At: instant("2026-02-20T08:00:00Z")},
		{Party: arland, At: instant("2026-03-01T00:00:00Z")},
	}
	for _, x := range []struct {
		at       string
		party    agreement.PartyID
		each     bool
		number   int
		used     int
		left     int
		whatever string
	}{
		{"2026-01-31T23:59:59Z", arland, true, 3, 1, 2, "the last second of January"},
		{"2026-02-01T00:00:00Z", arland, true, 3, 1, 2, "January's grant is forgotten, and that of this instant counts"},
		{"2026-02-10T00:00:00Z", arland, true, 3, 1, 2, "what comes later does not count yet"},
		{"2026-02-28T00:00:00Z", arland, true, 3, 2, 1, "each party has its own"},
		{"2026-02-28T00:00:00Z", belmark, true, 3, 1, 2, "and the other its own"},
		{"2026-02-28T00:00:00Z", belmark, false, 3, 3, 0, "all share"},
		{"2026-02-28T00:00:00Z", arland, false, 2, 3, 0, "more than there are leave none"},
		{"2025-12-01T00:00:00Z", arland, true, 3, 0, 3, "before the agreement"},
	} {
		q := *q
		q.Each, q.Number = x.each, x.number
		used, left := QuotaUsed(m, &q, grants, x.party, "", instant(x.at)), QuotaLeft(m, &q, grants, x.party, "", instant(x.at))
		if used != x.used || left != x.left {
			t.Errorf("%s: %d used and %d left, want %d and %d", x.whatever, used, left, x.used, x.left)
		}
	}
}

// Towards each party that opens cases, a party has the number of such a quota to itself.
func TestQuotaOfPairs(t *testing.T) {
	m := figuresModel(t)
	q := *m.Quota("permits")
	q.Each, q.Pair, q.Number = false, true, 1
	at := instant("2026-02-20T08:00:00Z")
	grants := []Grant{{Party: arland, Asker: belmark, At: instant("2026-02-10T08:00:00Z")}, {Party: belmark, Asker: arland, At: instant("2026-01-10T08:00:00Z")}}
	for _, x := range []struct {
		party, asker agreement.PartyID
		left         int
	}{{arland, belmark, 0}, {arland, "caldera", 1}, {belmark, arland, 1}, {"caldera", belmark, 1}} {
		if left := QuotaLeft(m, &q, grants, x.party, x.asker, at); left != x.left {
			t.Errorf("%s towards %s: %d left, want %d", x.party, x.asker, left, x.left)
		}
	}
}

// A quota of another counts that other's grants, whatever it is called itself.
func TestQuotaOfAnother(t *testing.T) {
	m := figuresModel(t)
	q := *m.Quota("permits")
	q.ID, q.Each, q.Pair, q.Of = "permits-of-one", false, true, "permits"
	at := instant("2026-02-20T08:00:00Z")
	s := (*Standing)(nil).Apply(
		Effect{Kind: EffectUses, Target: "permits", Case: "one", Party: arland, Asker: belmark, At: at, From: at},
		Effect{Kind: EffectUses, Target: "permits", Case: "two", Party: arland, Asker: "caldera", At: at, From: at},
		Effect{Kind: EffectUses, Target: "permits-of-one", Case: "three", Party: arland, Asker: belmark, At: at, From: at},
	)
	if used := s.Used(m, &q, arland, belmark, at); used != 1 {
		t.Errorf("%d used, want that of the first case alone", used)
	}
}
