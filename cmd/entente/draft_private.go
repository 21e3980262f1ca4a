package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

type draftRedlineCmd struct {
	Add    redlineAddCmd    `cmd:"" help:"Keep a condition that every draft must fulfil."`
	Load   redlineLoadCmd   `cmd:"" help:"Keep a party's red lines of a file."`
	List   redlineListCmd   `cmd:"" help:"List the red lines."`
	Remove redlineRemoveCmd `cmd:"" help:"Forget a red line."`
	Check  redlineCheckCmd  `cmd:"" help:"Hold the current version of a negotiation to all of them."`
}

type redlineAddCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR NAME CONDITION" help:"The node's folder, a name, and a CEL condition over draft, the canonical model. Besides CEL's own there are period_days('P8D'), draft.kept(), draft.actors('role') and draft.shares('field')."`
	Words string   `help:"What it means, in words." placeholder:"WORDS"`
	target
}

func (c redlineAddCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NAME", "CONDITION")
	if err != nil {
		return err
	}
	if _, err := api.AddRedLine(a.ctx, client.RedLine{Name: args[0], Condition: args[1], Words: c.Words}); err != nil {
		return err
	}
	return a.print(map[string]string{"name": args[0]}, func(w io.Writer) {
		fmt.Fprintf(w, "the red line %s is kept on this node, and leaves it never\n", args[0])
	})
}

type redlineLoadCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR FILE" help:"The node's folder, and a file of blocks redline \"name\" { party = … words = … condition = … }, one attribute to a line."`
	Party string   `help:"Whose red lines are taken; those of the node's own party unless stated." placeholder:"PARTY"`
	target
}

// Run keeps the red lines one by one, and none where one of their names is taken by another: a file that was loaded may be loaded
// again after lines were added to it.
func (c redlineLoadCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "FILE")
	if err != nil {
		return err
	}
	text, err := readFile(args[0], 1<<20)
	if err != nil {
		return err
	}
	lines, err := negotiation.ReadRedLines(args[0], text)
	if err != nil {
		return err
	}
	if c.Party == "" {
		me, err := api.Me(a.ctx)
		if err != nil {
			return err
		}
		c.Party = me.Party
	}
	kept, err := api.RedLines(a.ctx)
	if err != nil {
		return err
	}
	var own []client.RedLine
	already := []string{}
	for _, l := range lines {
		if string(l.Party) != c.Party {
			continue
		}
		line := client.RedLine{Name: l.Name, Condition: l.Condition, Words: l.Words}
		switch i := slices.IndexFunc(kept.RedLines, func(k client.RedLine) bool { return k.Name == l.Name }); {
		case i < 0:
			own = append(own, line)
		case kept.RedLines[i].Condition == l.Condition && kept.RedLines[i].Words == l.Words:
			already = append(already, l.Name)
		default:
			return fault.New(fault.Conflict, "the node keeps another red line %s", l.Name).Mend("give one of them another name, or forget the node's: entente draft redline remove")
		}
	}
	if len(own)+len(already) == 0 {
		return fault.New(fault.NotFound, "%s has no red line of %s", args[0], c.Party).Mend("name another party with --party")
	}
	added := []string{}
	for _, line := range own {
		if _, err := api.AddRedLine(a.ctx, line); err != nil {
			return err
		}
		added = append(added, line.Name)
	}
	return a.print(map[string]any{"party": c.Party, "added": added, "already": already}, func(w io.Writer) {
		for _, name := range added {
			fmt.Fprintf(w, "the red line %s is kept on this node, and leaves it never\n", name)
		}
		for _, name := range already {
			fmt.Fprintf(w, "the red line %s was kept already\n", name)
		}
	})
}

func redLines(w io.Writer, list []client.RedLine) {
	for _, r := range list {
		fmt.Fprint(w, r.Name)
		if r.Outcome != "" {
			fmt.Fprintf(w, ": %s", r.Outcome)
		}
		if r.Why != "" {
			fmt.Fprintf(w, ", %s", indented(r.Why))
		}
		fmt.Fprintln(w)
		if r.Words != "" {
			fmt.Fprintf(w, "  %s\n", indented(r.Words))
		}
		if r.Condition != "" {
			fmt.Fprintf(w, "  %s\n", indented(r.Condition))
		}
	}
}

type redlineListCmd struct {
	Args []string `arg:"" optional:"" name:"DIR" help:"The node's folder."`
	target
}

func (c redlineListCmd) Run(a *app) error {
	api, _, err := c.client(a, c.Args)
	if err != nil {
		return err
	}
	list, err := api.RedLines(a.ctx)
	if err != nil {
		return err
	}
	return a.print(list, func(w io.Writer) {
		if len(list.RedLines) == 0 {
			fmt.Fprintln(w, "there are no red lines")
		}
		redLines(w, list.RedLines)
	})
}

type redlineRemoveCmd struct {
	Args []string `arg:"" optional:"" name:"DIR NAME" help:"The node's folder, and the red line."`
	target
}

func (c redlineRemoveCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NAME")
	if err != nil {
		return err
	}
	if _, err := api.RemoveRedLine(a.ctx, args[0]); err != nil {
		return err
	}
	return a.print(map[string]string{"name": args[0]}, func(w io.Writer) { fmt.Fprintf(w, "the red line %s is forgotten\n", args[0]) })
}

type redlineCheckCmd struct {
	Args []string `arg:"" optional:"" name:"DIR NEGOTIATION" help:"The node's folder, and the negotiation."`
	target
}

func (c redlineCheckCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION")
	if err != nil {
		return err
	}
	list, err := api.CheckRedLines(a.ctx, args[0])
	if err != nil {
		return err
	}
	hold := true
	for _, r := range list.RedLines {
		hold = hold && r.Outcome == string(negotiation.Holds)
	}
	if err := a.print(list, func(w io.Writer) {
		if len(list.RedLines) == 0 {
			fmt.Fprintln(w, "there are no red lines")
		}
		redLines(w, list.RedLines)
	}); err != nil || hold {
		return err
	}
	return errFindings
}

type draftPlaybookCmd struct {
	Args []string `arg:"" optional:"" name:"DIR NEGOTIATION FILE" help:"The node's folder, the negotiation, and the playbook."`
	On   string   `help:"On which day; today by the node's clock unless stated." placeholder:"DATE"`
	target
}

type milestone struct {
	Name     string    `json:"name"`
	By       string    `json:"by,omitempty"`
	Met      bool      `json:"met"`
	Late     bool      `json:"late"`
	Left     int       `json:"left"` // days
	Why      string    `json:"why,omitempty"`
	Words    string    `json:"words,omitempty"`
	Fallback *fallback `json:"fallback,omitempty"`
}

type fallback struct {
	Name    string `json:"name"`
	Article string `json:"article"`
	From    string `json:"from"`
	To      string `json:"to"`
	Words   string `json:"words,omitempty"`
}

// Run folds the dispatches here: the playbook is read by this process alone.
func (c draftPlaybookCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION", "FILE")
	if err != nil {
		return err
	}
	text, err := readFile(args[1], 1<<20)
	if err != nil {
		return err
	}
	pb, err := negotiation.ReadPlaybook(args[1], text)
	if err != nil {
		return err
	}
	me, err := api.Me(a.ctx)
	if err != nil {
		return err
	}
	if c.On == "" {
		c.On = me.Now.UTC().Format(time.DateOnly)
	}
	today, err := agreement.ParseDate(c.On)
	if err != nil {
		return usage("%s", err)
	}
	s, err := folded(a, api, args[0])
	if err != nil {
		return err
	}
	late := false
	list := []milestone{}
	for _, p := range pb.Progress(s, agreement.PartyID(me.Party), today) {
		m := milestone{Name: p.Name, By: p.By.String(), Met: p.Met, Late: p.Late, Left: p.Left, Why: p.Why, Words: p.Words}
		if f := p.Fallback; f != nil {
			m.Fallback = &fallback{Name: f.Name, Article: string(f.Article), From: f.From, To: f.To, Words: f.Words}
		}
		late = late || m.Late
		list = append(list, m)
	}
	if err := a.print(map[string]any{"playbook": pb.Name, "on": c.On, "milestones": list}, func(w io.Writer) { progressText(w, list) }); err != nil || !late {
		return err
	}
	return errFindings
}

func progressText(w io.Writer, list []milestone) {
	for _, m := range list {
		switch {
		case m.Met:
			fmt.Fprintf(w, "met   %s\n", m.Name)
		case m.Late:
			fmt.Fprintf(w, "late  %s, due %s: %s\n", m.Name, m.By, indented(m.Why))
		case m.By != "":
			fmt.Fprintf(w, "due   %s, in %s (%s): %s\n", m.Name, counted(m.Left, "day"), m.By, indented(m.Why))
		default:
			fmt.Fprintf(w, "open  %s: %s\n", m.Name, indented(m.Why))
		}
		if f := m.Fallback; f != nil {
			fmt.Fprintf(w, "      next fall-back: %s, Article %s, %s → %s\n", f.Name, f.Article, clipped(f.From), clipped(f.To))
		}
	}
}

// folded computes a negotiation's state from its dispatches.
func folded(a *app, api *client.Client, id string) (*negotiation.State, error) {
	var b bytes.Buffer
	if err := api.Dispatches(a.ctx, id, &b); err != nil {
		return nil, err
	}
	var s *negotiation.State
	for line := range bytes.Lines(b.Bytes()) {
		d, err := seal.DecodeSignedDispatch(bytes.TrimSuffix(line, []byte("\n")))
		if err != nil {
			return nil, err
		}
		if s == nil {
			base, err := baseText(a, api, &d.Dispatch)
			if err != nil {
				return nil, err
			}
			if s, err = negotiation.Begin(&d.Dispatch, base); err != nil {
				return nil, err
			}
			continue
		}
		if _, err := s.Take(&d.Dispatch); err != nil {
			return nil, err
		}
	}
	if s == nil {
		return nil, fault.New(fault.NotFound, "nothing has been said in this negotiation")
	}
	return s, nil
}

// baseText finds the text that an opening amends among the versions that the node has.
func baseText(a *app, api *client.Client, d *seal.Dispatch) ([]byte, error) {
	if d.Amends == "" {
		return nil, nil
	}
	list, err := api.Agreements(a.ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range list.Agreements {
		for id := x.ID; id != ""; {
			full, err := api.Agreement(a.ctx, id)
			if err != nil {
				break
			}
			if seal.DigestOf([]byte(full.Text)) == d.Amends {
				return []byte(full.Text), nil
			}
			m, _ := agreement.Compile("agreement.md", []byte(full.Text))
			if m == nil || m.Amends == nil {
				break
			}
			id = x.ID + "@" + m.Amends.Version
		}
	}
	return nil, fault.New(fault.NotFound, "the node no longer has the text that is amended")
}
