package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

type draftSendCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR NEGOTIATION FILE" help:"The node's folder, the negotiation, and the whole text."`
	Words string   `help:"What to say with it." placeholder:"WORDS"`
	target
}

func (c draftSendCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION", "FILE")
	if err != nil {
		return err
	}
	text, err := readFile(args[1], maxText)
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchVersion, Text: string(text), Words: c.Words})
	return a.said(s, err, "the version is on its way")
}

type draftAgreeCmd struct {
	Args []string `arg:"" optional:"" name:"DIR NEGOTIATION ARTICLE" help:"The node's folder, the negotiation, and articles; frame for title, preamble and which articles there are."`
	looked
	target
}

func (c draftAgreeCmd) Run(a *app) error {
	api, args, articles, err := c.some(a, c.Args, "NEGOTIATION")
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchAgree, On: c.On, Articles: articles})
	what := "all that is not bracketed"
	if len(articles) > 0 {
		what = strings.Join(articles, ", ")
	}
	return a.said(s, err, "agreed to "+what)
}

type draftReopenCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR NEGOTIATION ARTICLE" help:"The node's folder, the negotiation, and articles."`
	Words string   `help:"Why." placeholder:"WORDS"`
	target
}

func (c draftReopenCmd) Run(a *app) error {
	api, args, articles, err := c.some(a, c.Args, "NEGOTIATION")
	if err != nil {
		return err
	}
	if len(articles) == 0 {
		return usage("say which articles")
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchReopen, Articles: articles, Words: c.Words})
	return a.said(s, err, "opened again: "+strings.Join(articles, ", "))
}

type draftBracketCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR NEGOTIATION ARTICLE" help:"The node's folder, the negotiation, and the article."`
	From  string   `required:"" help:"The words that stand, exactly as they stand; they must be there once." placeholder:"WORDS"`
	To    string   `help:"The words that are wanted in their place; none to strike them out." placeholder:"WORDS"`
	Words string   `help:"Why." placeholder:"WORDS"`
	looked
	target
}

func (c draftBracketCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION", "ARTICLE")
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchBracket, On: c.On, Article: args[1], From: c.From, To: c.To, Words: c.Words})
	return a.said(s, err, "bracketed in Article "+args[1])
}

type draftAcceptCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR NEGOTIATION BRACKET" help:"The node's folder, the negotiation, and the bracket."`
	Words string   `help:"What to say with it." placeholder:"WORDS"`
	looked
	target
}

func (c draftAcceptCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION", "BRACKET")
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchAccept, On: c.On, Bracket: args[1], Words: c.Words})
	return a.said(s, err, "the bracket's words are in the text; agree to the article as it now stands")
}

type draftDropCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR NEGOTIATION BRACKET" help:"The node's folder, the negotiation, and the bracket."`
	Words string   `help:"What to say with it." placeholder:"WORDS"`
	target
}

func (c draftDropCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION", "BRACKET")
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchDrop, Bracket: args[1], Words: c.Words})
	return a.said(s, err, "the bracket is withdrawn")
}

type draftCommentCmd struct {
	Args    []string `arg:"" optional:"" name:"DIR NEGOTIATION WORDS" help:"The node's folder, the negotiation, and the comment."`
	Article string   `help:"On which article." placeholder:"NUMBER"`
	About   string   `help:"On which words of it." placeholder:"WORDS"`
	target
}

func (c draftCommentCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION", "WORDS")
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchComment, Article: c.Article, From: c.About, Words: args[1]})
	return a.said(s, err, "the comment is on its way")
}

type draftSignCmd struct {
	Args      []string `arg:"" optional:"" name:"DIR NEGOTIATION" help:"The node's folder, and the negotiation."`
	Key       string   `help:"The party key; that in the folder unless stated." placeholder:"FILE"`
	Statement string   `help:"Instead of a key: the ratification that entente agreement sign made elsewhere, where the party key is." placeholder:"FILE"`
	Text      string   `help:"Sign only if the current version is this text, byte for byte." placeholder:"FILE"`
	target
}

func (c draftSignCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION")
	if err != nil {
		return err
	}
	if c.Key != "" && c.Statement != "" {
		return usage("say --key or --statement, not both")
	}
	me, err := api.Me(a.ctx)
	if err != nil {
		return err
	}
	text, err := api.DraftText(a.ctx, args[0], "")
	if err != nil {
		return err
	}
	if c.Text != "" {
		want, err := readFile(c.Text, maxText)
		if err != nil {
			return err
		}
		if !bytes.Equal(want, text) {
			return fault.New(fault.Conflict, "the current version is another text than %s", c.Text).Mend("look at it first: entente draft show --text")
		}
	}
	statement, err := c.ratification(text, me)
	if err != nil {
		return err
	}
	s, err := api.Say(a.ctx, args[0], client.DraftMove{Kind: seal.DispatchSign, Statement: statement})
	return a.said(s, err, "signed for "+me.Party+", text "+string(seal.DigestFrom(agreement.TextHash(text))))
}

// looked says at which version the delegate looked, so that nobody agrees to what came a moment ago.
type looked struct {
	On string `help:"Only if this is still the current version: its number, or the hash of its text." placeholder:"VERSION"`
}

// ratification is the party key's word for the text: made here, where the key is, or brought from where it is.
func (c draftSignCmd) ratification(text []byte, me *client.Me) (string, error) {
	if c.Statement != "" {
		b, err := readFile(c.Statement, 2*seal.MaxStatement)
		return strings.TrimSpace(string(b)), err
	}
	if c.Key == "" {
		if c.Node != "" {
			return "", usage("at an address, say with which --key, or bring the --statement")
		}
		c.Key = filepath.Join(c.Args[0], "offline", "party.key")
	}
	key, err := readPrivateKey(c.Key)
	if err != nil {
		return "", err
	}
	st, err := node.MakeRatification(text, agreement.PartyID(me.Party), key, me.Now)
	if err != nil {
		return "", err
	}
	return string(st.Encode()), nil
}

type draftExportCmd struct {
	Args []string `arg:"" optional:"" name:"DIR NEGOTIATION" help:"The node's folder, and the negotiation."`
	Out  string   `short:"o" help:"Where to write it." placeholder:"FILE"`
	target
}

func (c draftExportCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := api.Dispatches(a.ctx, args[0], &b); err != nil {
		return err
	}
	if err := a.writeOut(c.Out, b.Bytes()); err != nil || c.Out == "" {
		return err
	}
	return a.print(map[string]any{"file": c.Out, "dispatches": bytes.Count(b.Bytes(), []byte("\n"))}, func(w io.Writer) { fmt.Fprintf(w, "wrote %s\n", c.Out) })
}
