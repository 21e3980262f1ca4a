package desk

import (
	"strconv"
	"strings"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// A page's cursor is the node's with the number of the page's first row before it: "51-…".

func cursorAfter(next node.Cursor, number int) string {
	if s := next.String(); s != "" {
		return strconv.Itoa(number) + "-" + s
	}
	return ""
}

func parseCursor(s string) (node.Cursor, int, error) {
	if s == "" {
		return node.Cursor{}, 1, nil
	}
	number, rest, ok := strings.Cut(s, "-")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 1 {
		return node.Cursor{}, 0, fault.New(fault.Invalid, "this is no place in the list of cases").Mend("begin at its first page")
	}
	c, err := node.ParseCursor(rest)
	return c, n, err
}
