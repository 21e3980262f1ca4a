package node

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// MaxPage is how many cases one page has at most.
const MaxPage = 200

// String is the cursor as it travels: opaque to whoever hands it back.
func (c Cursor) String() string {
	if c.ID == "" {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(int64(c.Before), 10) + "." + string(c.ID)))
}

// ParseCursor reads what String gave; "" is the beginning of the list.
func ParseCursor(s string) (Cursor, error) {
	if s == "" {
		return Cursor{}, nil
	}
	bad := fault.New(fault.Invalid, "this is no place in the list of cases").Mend("begin at its first page")
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return Cursor{}, bad.Wrap(err)
	}
	at, id, ok := strings.Cut(string(b), ".")
	n, err := strconv.ParseInt(at, 10, 64)
	if !ok || err != nil || n <= 0 || id == "" || len(id) > 64 {
		return Cursor{}, bad.Wrap(err)
	}
	return Cursor{Before: store.Micros(n), ID: casework.CaseID(id)}, nil
}

// CasePage gives one page of the cases that a person may see, and where the next one begins: the zero
// cursor after the last. Unlike Cases it fills the page where rows that are not the person's lie between.
func (n *Node) CasePage(ctx context.Context, who Who, from Cursor, most int) ([]CaseLine, Cursor, error) {
	list, next, err := n.GlancePage(ctx, who, from, most)
	return linesOf(list), next, err
}

// GlancePage is CasePage with the cases themselves, without offers.
func (n *Node) GlancePage(ctx context.Context, who Who, from Cursor, most int) ([]*Outline, Cursor, error) {
	return pageOf(ctx, n, who, from, most, n.glances)
}

// pageOf fills a page with what read makes of the rows, and says where the next one begins.
func pageOf[T any](ctx context.Context, n *Node, who Who, from Cursor, most int, read func(context.Context, Who, []store.CaseFile, bool) ([]T, error)) ([]T, Cursor, error) {
	if err := who.Content(); err != nil {
		return nil, Cursor{}, err
	}
	most = min(max(most, 1), MaxPage)
	var out []T
	deep := from != Cursor{}
	for {
		rows, err := n.caseRows(ctx, from, most-len(out)+1)
		if err != nil {
			return nil, Cursor{}, err
		}
		more := len(rows) > most-len(out)
		if more {
			rows = rows[:most-len(out)]
		}
		if len(rows) > 0 {
			list, err := read(ctx, who, rows, deep)
			if err != nil {
				return nil, Cursor{}, err
			}
			out = append(out, list...)
			last := rows[len(rows)-1]
			from = Cursor{Before: last.Updated, ID: last.ID}
		}
		switch {
		case !more:
			return out, Cursor{}, nil
		case len(out) == most:
			return out, from, nil
		}
	}
}

func (n *Node) caseRows(ctx context.Context, from Cursor, most int) (rows []store.CaseFile, err error) {
	if from.Before == 0 {
		from.Before = 1 << 62
	}
	err = n.db.View(ctx, func(tx *store.Tx) error {
		rows, err = tx.ListCases(ctx, store.ListCasesParams{Before: from.Before, BeforeID: from.ID, MaxRows: int32(most)})
		return err
	})
	return rows, err
}
