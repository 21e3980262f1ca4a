package main

import (
	"fmt"
	"io"

	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

type caseCmd struct {
	Open   caseOpenCmd   `cmd:"" help:"Open a case."`
	Act    caseActCmd    `cmd:"" help:"Take a step of a case."`
	Show   caseShowCmd   `cmd:"" help:"Show a case, as one person may see it."`
	Unseal caseUnsealCmd `cmd:"" help:"Open on this machine a field that was sealed to one's own key."`
	List   caseListCmd   `cmd:"" help:"List cases, those that moved last first."`
}

// step is what the flags say about a step.
type step struct {
	Value  []string `short:"v" help:"A field's text, or its JSON after \":=\"; once for each field." placeholder:"FIELD=TEXT" sep:"none"`
	Values string   `help:"A file with a JSON object of fields." placeholder:"FILE"`
	Ground string   `help:"The ground, where the step asks for one." placeholder:"GROUND"`
	Role   string   `help:"In which role, where several of the person's may." placeholder:"ROLE"`
	OnSide string   `help:"On which side, where the party is on several." placeholder:"SIDE"`
	Key    string   `help:"Sign with one's own role key." placeholder:"FILE"`
	Once   string   `help:"One value is one act, however often this is repeated." placeholder:"KEY"`
}

func (s step) request(name string) (client.Step, error) {
	values, err := valuesOf(s.Values, s.Value)
	return client.Step{Step: name, Side: s.OnSide, Role: s.Role, Values: values, Ground: s.Ground}, err
}

// signed has a prepared act signed with the person's own key: what is signed is what was asked for, whatever
// the node made of it.
func (s step) signed(p *client.Preparation, id, name string) (client.Step, error) {
	key, err := readPrivateKey(s.Key)
	if err != nil {
		return client.Step{}, err
	}
	act, err := seal.DecodeAct([]byte(p.Act))
	if err != nil {
		return client.Step{}, err
	}
	if act.Step != name || act.Kind != seal.KindStep || id != "" && act.Case != id {
		return client.Step{}, fault.New(fault.Conflict, "the node prepared another act than the one asked for: the step %s of the case %s", act.Step, act.Case).
			Mend("sign nothing; tell whoever looks after the node")
	}
	personal, err := seal.SignPersonal(act, key)
	if err != nil {
		return client.Step{}, err
	}
	return client.Step{Step: name, Prepared: p.Prepared, Personal: &client.Personal{
		Algorithm: personal.Algorithm, Key: string(personal.Key), Signature: personal.Signature,
	}}, nil
}

type caseOpenCmd struct {
	Args      []string `arg:"" optional:"" name:"DIR PROCEDURE STEP" help:"The node's folder, the procedure, and the step that opens it."`
	Side      []string `help:"Which party is which side, where the procedure leaves a choice." placeholder:"SIDE=PARTY" sep:"none"`
	Agreement string   `help:"Under which agreement, where there are several." placeholder:"ID"`
	step
	target
}

func (c caseOpenCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "PROCEDURE", "STEP")
	if err != nil {
		return err
	}
	req := client.Opening{Procedure: args[0]}
	if req.Step, err = c.request(args[1]); err != nil {
		return err
	}
	if req.Sides, err = textPairs(c.Side); err != nil {
		return err
	}
	if req.Agreement, err = agreementOf(a, api, c.Agreement); err != nil {
		return err
	}
	if c.Key != "" {
		p, err := api.PrepareOpening(a.ctx, req)
		if err != nil {
			return err
		}
		if req.Step, err = c.signed(p, "", args[1]); err != nil {
			return err
		}
	}
	res, err := api.Open(a.ctx, req, c.Once)
	if err != nil {
		return err
	}
	return a.print(res, func(w io.Writer) { taken(w, res) })
}

type caseActCmd struct {
	Args []string `arg:"" optional:"" name:"DIR CASE STEP" help:"The node's folder, the case, and the step."`
	step
	target
}

func (c caseActCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "CASE", "STEP")
	if err != nil {
		return err
	}
	req, err := c.request(args[1])
	if err != nil {
		return err
	}
	if c.Key != "" {
		p, err := api.Prepare(a.ctx, args[0], req)
		if err != nil {
			return err
		}
		if req, err = c.signed(p, args[0], args[1]); err != nil {
			return err
		}
	}
	res, err := api.Act(a.ctx, args[0], req, c.Once)
	if err != nil {
		return err
	}
	return a.print(res, func(w io.Writer) { taken(w, res) })
}

func taken(w io.Writer, r *client.StepResult) {
	if r.Queued {
		fmt.Fprintf(w, "case %s: the act is signed, logged and on its way; its home has not answered yet\n", r.Case)
		return
	}
	fmt.Fprintf(w, "case %s: act %d, state %s\n", r.Case, r.Number, r.State)
	for _, o := range r.Options {
		fmt.Fprintf(w, "  open to you: %s (%s, Article %s)\n", o.Step, o.Title, o.Article)
	}
}

type caseListCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR" help:"The node's folder."`
	Mine  bool     `help:"Only those in which a step is open to the person."`
	Limit int      `help:"At most so many." default:"50" placeholder:"N"`
	target
}

func (c caseListCmd) Run(a *app) error {
	if c.Limit < 1 {
		return usage("a list has at least one line")
	}
	api, _, err := c.client(a, c.Args)
	if err != nil {
		return err
	}
	out := client.CaseList{Cases: []client.CaseLine{}}
	for cursor := ""; len(out.Cases) < c.Limit; {
		page, err := api.Cases(a.ctx, cursor, min(c.Limit, 200))
		if err != nil {
			return err
		}
		for _, l := range page.Cases {
			if (l.Mine || !c.Mine) && len(out.Cases) < c.Limit {
				out.Cases = append(out.Cases, l)
			}
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	return a.print(out, func(w io.Writer) {
		for _, l := range out.Cases {
			fmt.Fprintf(w, "%s  %-12s %-18s", l.ID, l.Procedure, l.State)
			if len(l.Clocks) > 0 {
				fmt.Fprintf(w, "  %s due %s", l.Clocks[0].Clock, l.Clocks[0].Due.Format("2006-01-02 15:04"))
			}
			if l.Mine {
				fmt.Fprint(w, "  open to you")
			}
			fmt.Fprintln(w)
		}
		if len(out.Cases) == 0 {
			fmt.Fprintln(w, "no case")
		}
	})
}
