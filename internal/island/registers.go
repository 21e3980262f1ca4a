package island

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"time"

	"github.com/entente-net/entente/agreement"
)

// The demonstration goes from the day on which the agreements enter into force to its today, a Wednesday.
const (
	FirstDay = "2026-03-01"
	Today    = "2027-09-01"
)

// What stands in the registers because the story needs it.
const (
	StolenDocument = "N48201763"   // of Belmark (XB), which reports it stolen
	StolenLorry    = "BM 4821 K"   // of Belmark, which reports it stolen
	PenaltyEntry   = "W-311"       // "KORVIN, Tessa": an unpaid penalty, on the watch lists of Arland and Belmark
	WitnessEntry   = "W-204"       // "DESAR, Iliyan Maarouf": to be heard as a witness, on both watch lists
	TrustedTrader  = "AT-2024-007" // a timber merchant whom Arland recognised
	WantedEntry    = "AW-2025-117" // "DESSAR, Ilyan": wanted by Arland
	WantedPassport = "C71902284"   // of Caldera (XC), of WantedEntry
	MistakenFor    = "B60418822"   // a passport of Belmark (XB) whose holder is not the one whom WantedEntry means
	ListedEntry    = "AS-2025-004" // "QUORRE, Silvan": on Arland's sanctions list
	ListedPassport = "C40917756"   // of Caldera (XC), of ListedEntry
	ScanProgram    = "EP-03"       // the program that compares faces at Northgate

	stolenReported = "2026-02-11" // when StolenDocument was reported
	wantedBorn     = "1984-04-17" // when the person of WantedEntry was born
)

// Register is what one holder's register holds on a day, as a node imports it.
type Register struct {
	Agreement agreement.ID
	ID        agreement.RegisterID
	Holder    agreement.PartyID
	CSV       []byte
}

// list is how one register is made up.
type list struct {
	agreement agreement.ID
	register  agreement.RegisterID
	holders   []string
	columns   []string
	years     int // how long an entry stays; of zero, thirty days
	spread    int // how many years before the first day the entries begin; of zero, as many as they stay
	entries   int // from there to the last day
	planted   func(in *inventor) [][]string
	row       func(in *inventor, n int, since time.Time) []string
}

//go:embed algorithms.csv
var algorithmsCSV []byte

// Registers are what the parties' registers hold on a day between the entry into force and today: what had been entered by
// then and was not yet to be erased. The same day gives the same entries, and an entry that stands on two
// days says the same on both.
func Registers(on time.Time) []Register {
	var out []Register
	for i := range lists {
		l := &lists[i]
		for _, party := range l.holders {
			out = append(out, Register{l.agreement, l.register, agreement.PartyID(party), l.on(party, on)})
		}
	}
	return append(out, Register{"justice", "algorithms", "ombuds", algorithmsCSV})
}

func (l *list) on(party string, on time.Time) []byte {
	in := &inventor{used: map[string]bool{}}
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s/%s/%s", l.agreement, l.register, party)
	in.Rand = rand.New(rand.NewPCG(2026, h.Sum64()))
	for _, x := range holders {
		if x.party == party {
			in.holder = x
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{l.columns}
	if l.planted != nil {
		rows = append(rows, l.planted(in)...)
	}
	begin, end := l.before(day(FirstDay)), day(Today)
	if l.spread > 0 {
		begin = day(FirstDay).AddDate(-l.spread, 0, 0)
	}
	span := int(end.Sub(begin).Hours() / 24)
	step := max(span/l.entries, 1)
	for n := range l.entries {
		since := begin.AddDate(0, 0, span*n/l.entries+n*7%step) // not every so many days to the day
		row := l.row(in, n+1, since)                            // made in any case, so that those after it come out the same
		if !since.After(on) && since.After(l.before(on)) {
			rows = append(rows, row)
		}
	}
	_ = w.WriteAll(rows) // into memory
	return b.Bytes()
}

// before is the day since which an entry of this day may stand.
func (l *list) before(on time.Time) time.Time {
	if l.years == 0 {
		return on.AddDate(0, 0, -30)
	}
	return on.AddDate(-l.years, 0, 0)
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic("island: " + err.Error())
	}
	return t
}

// number is a document's number: the letter of its State and eight digits.
func (in *inventor) number(of holder) string {
	return in.once(func() string { return fmt.Sprintf("%s%08d", of.country[1:], 10_000_000+in.IntN(80_000_000)) })
}

func (in *inventor) name(of holder) (family, given string) {
	return pick(in, of.family), pick(in, of.given)
}

// born is the birthday of somebody of eighteen to seventy when the agreements begin.
func (in *inventor) born() string {
	return day("1956-01-01").AddDate(0, 0, in.IntN(52*365)).Format(time.DateOnly)
}
