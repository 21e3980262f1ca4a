package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

type ledgerCmd struct {
	Checkpoint ledgerCheckpointCmd `cmd:"" help:"Sign the log as it stands."`
	Prove      ledgerProveCmd      `cmd:"" help:"Write a file by which anyone can verify that an entry stands in the log."`
	Verify     ledgerVerifyCmd     `cmd:"" help:"Verify such a file, offline."`
}

type ledgerCheckpointCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	Agreement agreement.ID `help:"Of which agreement, where the node has several." placeholder:"ID"`
}

func (c ledgerCheckpointCmd) Run(a *app) error {
	out, err := logAnswer(a, c.Dir, c.Agreement, "/admin/checkpoint", 0)
	if err != nil {
		return err
	}
	if out.Text == "" {
		return fault.New(fault.NotFound, "the log is empty: there is nothing to sign")
	}
	return a.print(map[string]any{"agreement": out.Agreement, "checkpoint": out.Text}, func(w io.Writer) { fmt.Fprint(w, out.Text) })
}

func logAnswer(a *app, dir string, id agreement.ID, path string, index uint64) (*api.LogAnswer, error) {
	n, err := a.reach(dir)
	if err != nil {
		return nil, err
	}
	defer n.close()
	if id, err = n.theAgreement(a.ctx, id); err != nil {
		return nil, err
	}
	return adminPost[api.LogAnswer](a.ctx, n, path, api.LogRequest{Agreement: id, Index: index})
}

type ledgerProveCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	Index     uint64       `arg:"" name:"INDEX" help:"Which entry, from 0."`
	Agreement agreement.ID `help:"Of which agreement, where the node has several." placeholder:"ID"`
	Out       string       `short:"o" help:"Where to write the proof." placeholder:"FILE"`
}

func (c ledgerProveCmd) Run(a *app) error {
	out, err := logAnswer(a, c.Dir, c.Agreement, "/admin/proof", c.Index)
	if err != nil {
		return err
	}
	if err := a.writeOut(c.Out, []byte(out.Text)); err != nil || c.Out == "" {
		return err
	}
	return a.print(map[string]any{"agreement": out.Agreement, "index": c.Index, "file": c.Out}, func(w io.Writer) {
		fmt.Fprintf(w, "wrote %s; verify it with the agreement and the node's card\n", c.Out)
	})
}

type ledgerVerifyCmd struct {
	Proof     string   `arg:"" name:"PROOF" help:"The proof."`
	Agreement string   `required:"" help:"The text of the agreement, as it was signed." placeholder:"FILE"`
	Card      []string `help:"The card of the node whose log it is, and of those who cosigned." placeholder:"FILE" sep:"none"`
	Of        string   `help:"Demand that the entry is of this: the digest of an act or of a question." placeholder:"DIGEST"`
}

// verified is what a proof proves.
type verified struct {
	Log        string      `json:"log"`
	Party      string      `json:"party"`
	Index      uint64      `json:"index"`
	Size       uint64      `json:"size"`
	Kind       string      `json:"kind"`
	Commitment string      `json:"commitment"`
	Cosigned   []cosigned  `json:"cosigned"`
	Unverified []string    `json:"unverified"` // cosigners whose card was not given
	TextHash   seal.Digest `json:"text_hash"`
}

type cosigned struct {
	Party string    `json:"party"`
	At    time.Time `json:"at"`
}

func (c ledgerVerifyCmd) Run(a *app) error {
	b, err := readFile(c.Proof, ledger.MaxProof)
	if err != nil {
		return err
	}
	text, m, err := a.sound(c.Agreement)
	if err != nil {
		return err
	}
	proof, err := ledger.DecodeProof(b)
	if err != nil {
		return err
	}
	keys, err := cardKeys(m, c.Card)
	if err != nil {
		return err
	}
	claimed, err := ledger.ReadCheckpoint([]byte(proof.Checkpoint))
	if err != nil {
		return err
	}
	out := verified{Log: claimed.Origin, Index: proof.Index, Cosigned: []cosigned{}, Unverified: []string{}, TextHash: seal.DigestFrom(agreement.TextHash(text))}
	for i := range m.Parties {
		if p := m.Parties[i].ID; ledger.Origin(m.World, m.LogName(), string(p)) == claimed.Origin {
			out.Party = string(p)
		}
	}
	if out.Party == "" {
		return fault.New(fault.WrongModel, "the proof is of the log %q, which is of no party to this agreement", claimed.Origin).
			Mend("give the agreement under which the log is kept")
	}
	key, ok := keys[agreement.PartyID(out.Party)]
	if !ok {
		return fault.New(fault.UnknownKey, "the key of the node of %s is in no card", out.Party).
			Mend("give its card with --card: the agreement names the party's key alone, and the card is what that key says of the node's")
	}
	opening, checkpoint, err := proof.Verify(claimed.Origin, key.Ed25519())
	if err != nil {
		return err
	}
	out.Size, out.Kind, out.Commitment = checkpoint.Size, string(opening.Kind), proof.Commitment
	if c.Of != "" && c.Of != proof.Commitment {
		return fault.New(fault.Commitment, "the entry is of %s, not of %s", proof.Commitment, c.Of)
	}
	for i := range m.Parties {
		p := m.Parties[i].ID
		name := ledger.Origin(m.World, m.LogName(), string(p))
		if string(p) == out.Party || !hasLine(proof.Checkpoint, name) {
			continue
		}
		key, ok := keys[p]
		if !ok {
			out.Unverified = append(out.Unverified, string(p))
			continue
		}
		at, err := ledger.VerifyCosignature([]byte(proof.Checkpoint), name, key.Ed25519())
		if err != nil {
			return err
		}
		out.Cosigned = append(out.Cosigned, cosigned{string(p), at})
	}
	return a.print(out, func(w io.Writer) {
		fmt.Fprintf(w, "entry %d stands in the log of %s, which had %d entries\n", out.Index, out.Party, out.Size)
		fmt.Fprintf(w, "  kind %s\n  of   %s\n", out.Kind, out.Commitment)
		for _, x := range out.Cosigned {
			fmt.Fprintf(w, "  cosigned by %s at %s\n", x.Party, x.At.Format(time.RFC3339))
		}
		for _, p := range out.Unverified {
			fmt.Fprintf(w, "  a line of %s is not verified: give its card\n", p)
		}
	})
}

// cardKeys gives the signing keys that cards name, each certified by the key that the agreement names.
func cardKeys(m *agreement.Model, paths []string) (map[agreement.PartyID]seal.PublicKey, error) {
	ring, err := node.NewRing(m)
	if err != nil {
		return nil, err
	}
	out := map[agreement.PartyID]seal.PublicKey{}
	for _, path := range paths {
		b, err := readFile(path, 1<<20)
		if err != nil {
			return nil, err
		}
		var card node.Card
		if err := json.Unmarshal(b, &card); err != nil || card.Certificate == "" {
			return nil, usage("%s is no card of a node", path)
		}
		st, err := seal.DecodeSignedStatement([]byte(card.Certificate))
		if err != nil {
			return nil, err
		}
		said, err := ring.Add(st)
		if err != nil {
			return nil, err
		}
		cert, ok := said.(*seal.NodeCertificate)
		if !ok {
			return nil, usage("%s carries no certificate of a node", path)
		}
		key, err := seal.ParsePublicKeyAs(cert.Sign, seal.KeyNode, m.World)
		if err != nil {
			return nil, err
		}
		out[agreement.PartyID(cert.Party)] = key
	}
	return out, nil
}

func hasLine(note, name string) bool {
	names, err := ledger.Cosigners([]byte(note))
	if err != nil {
		return false
	}
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}
