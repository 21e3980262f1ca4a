package audit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

// FormatReport names the format of a report in JSON.
const FormatReport = "entente/report/1"

// Report is what an audit came to.
type Report struct {
	Format       string    `json:"format"`
	Bundles      []Source  `json:"bundles"`
	Verified     Counts    `json:"verified"`
	Findings     []Finding `json:"findings"`     // breaches and irregular conduct
	Attested     []Finding `json:"attested"`     // what rests on a party's word
	Unverifiable []Finding `json:"unverifiable"` // what nothing here can tell
	Omitted      uint64    `json:"omitted"`      // entries of the three lists beyond their length's limit
	Limits       []string  `json:"limits"`
}

// Source is one bundle that was read.
type Source struct {
	Party      agreement.PartyID `json:"party"`
	World      string            `json:"world"`
	Made       time.Time         `json:"made"`
	Agreements []seal.Digest     `json:"agreements"`
	Lines      int               `json:"lines"`
}

// Counts says how much was verified.
type Counts struct {
	Agreements     uint64 `json:"agreements"`
	Statements     uint64 `json:"statements"`
	Cases          uint64 `json:"cases"`
	Acts           uint64 `json:"acts"`
	Steps          uint64 `json:"steps"`
	Lapses         uint64 `json:"lapses"`
	Erasures       uint64 `json:"erasures"`         // attestations of destruction
	ErasedFields   uint64 `json:"erased_fields"`    // of all cases, by lapse or by the end of keeping
	Personal       uint64 `json:"personal"`         // personal signatures
	ReceiptsInTree uint64 `json:"receipts_in_tree"` // proved by a log that home signed
	ReceiptsSigned uint64 `json:"receipts_signed"`  // proved by their own signature
	Relays         uint64 `json:"relays"`
	Refusals       uint64 `json:"refusals"`
	Pending        uint64 `json:"pending"`
	Facts          uint64 `json:"facts"` // outside facts that were counted anew, and are right
	Disclosures    uint64 `json:"disclosures"`
	Deliveries     uint64 `json:"deliveries"`
	Letters        uint64 `json:"letters"`
	Questions      uint64 `json:"questions"`
	Answers        uint64 `json:"answers"`
	Logs           uint64 `json:"logs"`
	Leaves         uint64 `json:"leaves"`
	Opened         uint64 `json:"opened"` // leaves that were shown to be what the bundle says
	Checkpoints    uint64 `json:"checkpoints"`
	Cosignatures   uint64 `json:"cosignatures"`
}

// limits is what no audit can know, whatever it finds.
var limits = []string{
	"That the text is the one that the parties mean rests on comparing its digest, printed here, with what they published: the text itself names the keys.",
	"What never entered a log, a receipt or a letter of any party is not seen: an act done outside the system leaves nothing here.",
	"What was seen on a screen, copied by hand or told to somebody leaves no trace: the audit shows who could see a field, not who used it, and how.",
	"Erasure is attested, not proved: a node says that it destroyed its keys, and nobody can show that no copy was made.",
	"Whether the person behind a role key is who the enrolling authority says it is rests on that authority.",
	"Whether a value is true rests on whoever gave it: the audit shows that it has not been changed since.",
	"An instant is known as an interval between what came before and what others cosigned; within it a party's clock is its word.",
	"Where all parties of a case agree to leave something out, and no other party cosigned a log that holds it, nothing is missing.",
}

// Kept says that there is no finding.
func (r *Report) Kept() bool { return len(r.Findings) == 0 }

// JSON gives the report as one indented JSON document with a line end.
func (r *Report) JSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(r)
	return b.Bytes(), err
}

// WriteText writes the report for a person.
func (r *Report) WriteText(w io.Writer) error {
	var b bytes.Buffer
	for _, s := range r.Bundles {
		fmt.Fprintf(&b, "bundle of %s, made %s, %d lines%s\n", s.Party, formatTime(s.Made), s.Lines, worldNote(s.World))
	}
	for _, d := range r.texts() {
		fmt.Fprintf(&b, "agreement text %s\n", d)
	}
	v := r.Verified
	fmt.Fprintf(&b, "\nverified\n")
	for _, c := range []struct {
		n    uint64
		text string
	}{
		{v.Agreements, "agreement texts, compiled again"},
		{v.Statements, "certificates, ratifications and revocations"},
		{v.Logs, "logs, rebuilt leaf by leaf"},
		{v.Leaves, "leaves"},
		{v.Opened, "of them opened and found to be what is shown"},
		{v.Checkpoints, "checkpoints"},
		{v.Cosignatures, "cosignatures by other parties"},
		{v.Cases, "cases, replayed"},
		{v.Acts, "acts, each with its signature"},
		{v.Personal, "personal signatures"},
		{v.ReceiptsInTree, "receipts proved by home's log"},
		{v.ReceiptsSigned, "receipts proved by their signature"},
		{v.Relays, "pieces of relay evidence"},
		{v.Lapses, "lapses"},
		{v.Erasures, "attestations of destruction"},
		{v.ErasedFields, "fields whose time was over"},
		{v.Refusals, "refusals"},
		{v.Pending, "acts that home has not answered"},
		{v.Facts, "outside facts that home stated, counted anew"},
		{v.Disclosures, "disclosures, each what was committed to"},
		{v.Deliveries, "deliveries"},
		{v.Questions, "questions"},
		{v.Answers, "answers"},
	} {
		if c.n > 0 {
			fmt.Fprintf(&b, "%12d  %s\n", c.n, c.text)
		}
	}
	fmt.Fprintf(&b, "\n%s\n", findingsLine(len(r.Findings)))
	writeFindings(&b, r.Findings)
	if len(r.Attested) > 0 {
		fmt.Fprintf(&b, "\nattested (rests on a party's word)\n")
		writeFindings(&b, r.Attested)
	}
	if len(r.Unverifiable) > 0 {
		fmt.Fprintf(&b, "\nunverifiable (nothing in these bundles can tell)\n")
		writeFindings(&b, r.Unverifiable)
	}
	if r.Omitted > 0 {
		fmt.Fprintf(&b, "\n%d more are not listed\n", r.Omitted)
	}
	fmt.Fprintf(&b, "\nwhat no audit can know\n")
	for _, l := range r.Limits {
		fmt.Fprintf(&b, "  %s\n", l)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// texts are the digests that the bundles are about, each once.
func (r *Report) texts() []seal.Digest {
	var list []seal.Digest
	for _, s := range r.Bundles {
		list = append(list, s.Agreements...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func findingsLine(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}

func worldNote(world string) string {
	if world == agreement.WorldReal {
		return ""
	}
	return " (" + world + ": nothing of it is real)"
}

func writeFindings(b *bytes.Buffer, list []Finding) {
	for _, f := range list {
		fmt.Fprintf(b, "  %s\n", f)
	}
}

// collector gathers what the workers find, each list up to a limit.
type collector struct {
	mu      sync.Mutex
	max     int
	lists   map[Severity][]Finding
	omitted uint64
	counts  Counts
}

func newCollector(max int) *collector {
	return &collector{max: max, lists: map[Severity][]Finding{}}
}

func (c *collector) add(list ...Finding) {
	if len(list) == 0 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, f := range list {
		k := f.Severity
		if k == Irregular {
			k = Breach
		}
		if len(c.lists[k]) >= c.max {
			c.omitted++
			continue
		}
		c.lists[k] = append(c.lists[k], f)
	}
}

// omit counts what is not listed.
func (c *collector) omit(n uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.omitted += n
}

// count applies fn to the counts under the lock.
func (c *collector) count(fn func(*Counts)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	fn(&c.counts)
}

func (c *collector) report(sources []Source) *Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	r := &Report{
		Format: FormatReport, Bundles: sources, Verified: c.counts, Omitted: c.omitted, Limits: slices.Clone(limits),
		Findings: c.lists[Breach], Attested: c.lists[Attested], Unverifiable: c.lists[Unverifiable],
	}
	for _, list := range []*[]Finding{&r.Findings, &r.Attested, &r.Unverifiable} {
		if *list == nil {
			*list = []Finding{}
		}
		sortFindings(*list)
	}
	return r
}
