package api

import (
	"context"
	"time"

	"github.com/entente-net/entente/internal/node"
)

// Webhook is another program that the node tells what happens.
type Webhook struct {
	ID      string           `json:"id"`
	Address string           `json:"address"`
	Events  []string         `json:"events"`
	Added   time.Time        `json:"added"`
	Waiting int              `json:"waiting"`  // events that go out, or go again
	Taken   int              `json:"taken"`    // in the last thirty days
	GivenUp int              `json:"given_up"` // in the last thirty days
	Trouble []WebhookTrouble `json:"trouble,omitempty"`
}

// WebhookTrouble is an event that a receiver did not take: the newest few.
type WebhookTrouble struct {
	Event   string     `json:"event"`
	Tries   int        `json:"tries"`
	Why     string     `json:"why"`
	Created time.Time  `json:"created"`
	Next    *time.Time `json:"next,omitempty"` // none: it is given up
}

// WebhookList is all of them.
type WebhookList struct {
	Webhooks []Webhook `json:"webhooks"`
}

// WebhookRequest names an address and which events it is told; all where none are named.
type WebhookRequest struct {
	Address string   `json:"address"`
	Events  []string `json:"events,omitempty"`
}

// WebhookRemoval names one that is told no more.
type WebhookRemoval struct {
	ID string `json:"id"`
}

func webhookOf(h node.Hook) Webhook {
	out := Webhook{ID: h.ID, Address: h.Address, Events: h.Events, Added: h.Added, Waiting: h.Waiting, Taken: h.Taken, GivenUp: h.GivenUp}
	for _, t := range h.Trouble {
		x := WebhookTrouble{Event: t.Event, Tries: t.Tries, Why: t.Why, Created: t.Created}
		if !t.Next.IsZero() {
			x.Next = &t.Next
		}
		out.Trouble = append(out.Trouble, x)
	}
	return out
}

func (a *admin) webhooks(ctx context.Context) (*WebhookList, error) {
	all, err := a.n.Hooks(ctx)
	if err != nil {
		return nil, err
	}
	out := &WebhookList{Webhooks: []Webhook{}}
	for _, h := range all {
		out.Webhooks = append(out.Webhooks, webhookOf(h))
	}
	return out, nil
}

func (a *admin) addWebhook(ctx context.Context, in *WebhookRequest) (*Webhook, error) {
	h, err := a.n.AddHook(ctx, in.Address, in.Events)
	if err != nil {
		return nil, err
	}
	out := webhookOf(*h)
	return &out, nil
}

func (a *admin) removeWebhook(ctx context.Context, in *WebhookRemoval) (*Done, error) {
	return &Done{true}, a.n.RemoveHook(ctx, in.ID)
}
