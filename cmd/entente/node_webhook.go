package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/entente-net/entente/internal/api"
)

type nodeWebhookCmd struct {
	Add    nodeWebhookAddCmd    `cmd:"" help:"Tell an address what happens from now on."`
	List   nodeWebhookListCmd   `cmd:"" help:"List whom the node tells, what they took, and what they did not."`
	Remove nodeWebhookRemoveCmd `cmd:"" help:"Tell one no more."`
}

type nodeWebhookAddCmd struct {
	Dir     string   `arg:"" name:"DIR" help:"The node's folder."`
	Address string   `arg:"" name:"URL" help:"Where the receiver listens: https, and in an exercise http on this machine too."`
	Event   []string `help:"Which events: waits, near, over, opened or moved; all unless stated." placeholder:"EVENT"`
}

func (c nodeWebhookAddCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	h, err := adminPost[api.Webhook](a.ctx, n, "/admin/webhooks", api.WebhookRequest{Address: c.Address, Events: c.Event})
	if err != nil {
		return err
	}
	return a.print(h, func(w io.Writer) {
		fmt.Fprintf(w, "%s is told as %s: %s\n", h.Address, h.ID, strings.Join(h.Events, ", "))
		fmt.Fprintf(w, "give the receiver the node's key, by which it knows that they come from here:\n%s\n", n.home.Sign.PublicKey())
	})
}

type nodeWebhookListCmd struct {
	Dir string `arg:"" name:"DIR" help:"The node's folder."`
}

func (c nodeWebhookListCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	list, err := adminGet[api.WebhookList](a.ctx, n, "/admin/webhooks")
	if err != nil {
		return err
	}
	return a.print(list, func(w io.Writer) {
		if len(list.Webhooks) == 0 {
			fmt.Fprintln(w, "the node tells no other program; begin with entente node webhook add")
		}
		for _, h := range list.Webhooks {
			fmt.Fprintf(w, "%s %s: %s\n  %d taken, %d waiting, %d given up\n", h.ID, h.Address, strings.Join(h.Events, ", "), h.Taken, h.Waiting, h.GivenUp)
			for _, t := range h.Trouble {
				next := "given up"
				if t.Next != nil {
					next = "goes again at " + t.Next.Format(time.RFC3339)
				}
				fmt.Fprintf(w, "  %s of %s, tries %d: %s; %s\n", t.Event, t.Created.Format(time.RFC3339), t.Tries, t.Why, next)
			}
		}
	})
}

type nodeWebhookRemoveCmd struct {
	Dir string `arg:"" name:"DIR" help:"The node's folder."`
	ID  string `arg:"" name:"ID" help:"Which one, as the list names it."`
}

func (c nodeWebhookRemoveCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	if _, err := adminPost[api.Done](a.ctx, n, "/admin/webhooks/remove", api.WebhookRemoval{ID: c.ID}); err != nil {
		return err
	}
	return a.print(map[string]string{"removed": c.ID}, func(w io.Writer) { fmt.Fprintf(w, "%s is told no more\n", c.ID) })
}
