package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
)

type draftCmd struct {
	Contact  draftContactCmd  `cmd:"" help:"Take the cards of parties with which to exchange drafts, or list those taken."`
	Open     draftOpenCmd     `cmd:"" help:"Begin a negotiation with a first text."`
	Amend    draftAmendCmd    `cmd:"" help:"Begin the amendment of an agreement in force."`
	Accede   draftAccedeCmd   `cmd:"" help:"Begin the accession of a party to an agreement in force."`
	List     draftListCmd     `cmd:"" help:"List the negotiations."`
	Show     draftShowCmd     `cmd:"" help:"Show how a negotiation stands, article by article, or one article with its brackets."`
	Send     draftSendCmd     `cmd:"" aliases:"propose" help:"Bring a new version of the whole text."`
	Agree    draftAgreeCmd    `cmd:"" help:"Agree to articles as they stand; without a number, to all that are not bracketed."`
	Reopen   draftReopenCmd   `cmd:"" help:"Take back the agreement to articles."`
	Bracket  draftBracketCmd  `cmd:"" help:"Want other words for a passage."`
	Accept   draftAcceptCmd   `cmd:"" help:"Take the words of another party's bracket into the text."`
	Drop     draftDropCmd     `cmd:"" help:"Withdraw one's own bracket."`
	Comment  draftCommentCmd  `cmd:"" help:"Say something about the text."`
	Sign     draftSignCmd     `cmd:"" help:"Sign the current version with the party key, once all agree to all of it."`
	Export   draftExportCmd   `cmd:"" help:"Write all that was said, signed as it is, one dispatch a line."`
	Redline  draftRedlineCmd  `cmd:"" help:"What the party will not accept. It never leaves the node."`
	Playbook draftPlaybookCmd `cmd:"" help:"Hold a negotiation to a playbook of one's own, which goes nowhere."`
}

// some gives the API's client, the arguments that must be there, and the rest.
func (t target) some(a *app, args []string, want ...string) (*client.Client, []string, []string, error) {
	fixed := len(want)
	if t.Node == "" {
		fixed++
	}
	if len(args) < fixed {
		return nil, nil, nil, usage("%d arguments given, at least %d wanted: %s", len(args), fixed, strings.Join(want, " "))
	}
	api, own, err := t.client(a, args[:fixed], want...)
	return api, own, args[fixed:], err
}

// said tells what became of something said.
func (a *app) said(s *client.DraftSaid, err error, words string) error {
	if err != nil {
		return err
	}
	return a.print(s, func(w io.Writer) { fmt.Fprintf(w, "%s (%s)\n", words, s.Dispatch) })
}

func readCard(path string) (client.Card, error) {
	b, err := readFile(path, 1<<20)
	if err != nil {
		return client.Card{}, err
	}
	var c client.Card
	if err := json.Unmarshal(b, &c); err != nil || c.Party == "" || c.Certificate == "" {
		return client.Card{}, usage("%s is no card of a node", path)
	}
	return c, nil
}

type draftContactCmd struct {
	Args []string `arg:"" optional:"" name:"DIR CARD" help:"The node's folder, and cards that other parties handed over."`
	target
}

func (c draftContactCmd) Run(a *app) error {
	api, _, paths, err := c.some(a, c.Args)
	if err != nil {
		return err
	}
	for _, path := range paths {
		card, err := readCard(path)
		if err != nil {
			return err
		}
		if _, err := api.AddContact(a.ctx, card); err != nil {
			return err
		}
	}
	list, err := api.Contacts(a.ctx)
	if err != nil {
		return err
	}
	return a.print(list, func(w io.Writer) {
		if len(list.Contacts) == 0 {
			fmt.Fprintln(w, "no card has been taken yet")
		}
		for _, x := range list.Contacts {
			fmt.Fprintf(w, "%s at %s\n  key %s\n", x.Party, x.Address, x.Key)
		}
		if len(paths) > 0 {
			fmt.Fprintln(w, "compare the keys with the parties by another way than that on which the cards came")
		}
	})
}

// withCards takes cards given as party=card.json, and gives the parties; a party alone is one whose card was taken before.
func withCards(a *app, api *client.Client, with []string) ([]string, error) {
	var out []string
	for _, x := range with {
		party, path, ok := strings.Cut(x, "=")
		if ok {
			card, err := readCard(path)
			if err != nil {
				return nil, err
			}
			if card.Party != party {
				return nil, fault.New(fault.Invalid, "%s is the card of %s, not of %s", path, card.Party, party)
			}
			if _, err := api.AddContact(a.ctx, card); err != nil {
				return nil, err
			}
		}
		out = append(out, party)
	}
	return out, nil
}

func opened(a *app, s *client.DraftSaid, err error, what string) error {
	if err != nil {
		return err
	}
	return a.print(s, func(w io.Writer) { fmt.Fprintf(w, "%s: %s\n", what, s.Negotiation) })
}

type draftOpenCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR FILE" help:"The node's folder, and the first text."`
	With  []string `required:"" help:"With whom, with their card where it was not taken before; once for each." placeholder:"PARTY[=CARD]" sep:"none"`
	Words string   `help:"What to say with it." placeholder:"WORDS"`
	target
}

func (c draftOpenCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "FILE")
	if err != nil {
		return err
	}
	text, err := readFile(args[0], maxText)
	if err != nil {
		return err
	}
	with, err := withCards(a, api, c.With)
	if err != nil {
		return err
	}
	s, err := api.OpenDraft(a.ctx, client.DraftOpening{Text: string(text), With: with, Words: c.Words})
	return opened(a, s, err, "the negotiation is open")
}

type draftAmendCmd struct {
	Args      []string `arg:"" optional:"" name:"DIR FILE" help:"The node's folder, and the text as it would be."`
	Agreement string   `help:"Which agreement, where there are several." placeholder:"ID"`
	Words     string   `help:"What to say with it." placeholder:"WORDS"`
	target
}

func (c draftAmendCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "FILE")
	if err != nil {
		return err
	}
	return amend(a, api, client.DraftOpening{Amends: c.Agreement, Words: c.Words}, args[0], "the amendment is open")
}

func amend(a *app, api *client.Client, o client.DraftOpening, path, what string) error {
	text, err := readFile(path, maxText)
	if err != nil {
		return err
	}
	o.Text = string(text)
	if o.Amends == "" {
		list, err := api.Agreements(a.ctx)
		if err != nil {
			return err
		}
		var names []string
		for _, x := range list.Agreements {
			names = append(names, x.ID)
		}
		if o.Amends, err = onlyOne(names); err != nil {
			return err
		}
	}
	s, err := api.OpenDraft(a.ctx, o)
	return opened(a, s, err, what)
}

type draftAccedeCmd struct {
	Args      []string `arg:"" optional:"" name:"DIR FILE" help:"The node's folder, and the text with the party in it."`
	Party     string   `required:"" help:"Who joins, with its card where it was not taken before." placeholder:"PARTY[=CARD]"`
	Agreement string   `help:"Which agreement, where there are several." placeholder:"ID"`
	Words     string   `help:"What to say with it." placeholder:"WORDS"`
	target
}

func (c draftAccedeCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "FILE")
	if err != nil {
		return err
	}
	who, err := withCards(a, api, []string{c.Party})
	if err != nil {
		return err
	}
	return amend(a, api, client.DraftOpening{Amends: c.Agreement, Accedes: who[0], Words: c.Words}, args[0], "the accession is open")
}

type draftListCmd struct {
	Args []string `arg:"" optional:"" name:"DIR" help:"The node's folder."`
	target
}

func (c draftListCmd) Run(a *app) error {
	api, _, err := c.client(a, c.Args)
	if err != nil {
		return err
	}
	list, err := api.Negotiations(a.ctx)
	if err != nil {
		return err
	}
	return a.print(list, func(w io.Writer) {
		if len(list.Negotiations) == 0 {
			fmt.Fprintln(w, "nothing is being negotiated")
		}
		for _, l := range list.Negotiations {
			negotiationLine(w, &l)
		}
	})
}

func negotiationLine(w io.Writer, l *client.NegotiationLine) {
	title := l.Title
	if title == "" {
		title = "a text that does not compile yet"
	}
	what := ""
	switch {
	case l.Accedes != "":
		what = ", the accession of " + l.Accedes
	case l.Amends != "":
		what = ", an amendment"
	}
	fmt.Fprintf(w, "%s %s%s; opened by %s, between %s\n", l.ID, title, what, l.Opener, strings.Join(l.Parties, ", "))
	switch {
	case l.InForce:
		fmt.Fprintf(w, "  version %d, signed by all, in force\n", l.Version)
	case l.Concluded != "":
		fmt.Fprintf(w, "  version %d, signed by all\n", l.Version)
	case len(l.Signed) > 0:
		fmt.Fprintf(w, "  version %d, signed by %s\n", l.Version, strings.Join(l.Signed, ", "))
	case l.Open == 0:
		fmt.Fprintf(w, "  version %d, all articles agreed\n", l.Version)
	default:
		fmt.Fprintf(w, "  version %d, %s not agreed\n", l.Version, counted(l.Open, "article"))
	}
}
