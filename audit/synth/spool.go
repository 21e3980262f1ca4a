package synth

import (
	"bufio"
	"encoding/json"

	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/seal"
)

// rest is what of a case is small: all but the signed bytes.
type rest struct {
	Part   CasePart
	Counts int
}

// spool writes the case to scratch: its signed bytes as they are, the rest as JSON.
func (c *CasePart) spool(w *bufio.Writer) error {
	r := rest{Part: *c, Counts: len(c.Entries)}
	r.Part.Entries = make([]audit.Entry, len(c.Entries))
	for i, e := range c.Entries {
		r.Part.Entries[i].Opened = e.Opened
	}
	b, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := putBytes(w, b); err != nil {
		return err
	}
	for _, e := range c.Entries {
		if err := putBytes(w, e.Signed); err != nil {
			return err
		}
		if err := putBytes(w, e.Receipt); err != nil {
			return err
		}
	}
	return nil
}

// copyCase reads the next case from scratch into the bundle.
func copyCase(out *audit.Writer, from *bufio.Reader, of seal.Digest) error {
	b, err := getBytes(from)
	if err != nil {
		return err
	}
	var r rest
	if err := json.Unmarshal(b, &r); err != nil {
		return err
	}
	for i := range r.Counts {
		e := &r.Part.Entries[i]
		if e.Signed, err = getBytes(from); err != nil {
			return err
		}
		if e.Receipt, err = getBytes(from); err != nil {
			return err
		}
	}
	return r.Part.write(out, of)
}
