package node

import (
	"cmp"
	"context"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/webhook"
	"github.com/entente-net/entente/seal"
)

// Courier carries small messages to addresses outside. status is what the other side answered; err where nobody did.
type Courier interface {
	Post(ctx context.Context, address string, header map[string]string, body []byte) (status int, err error)
}

// Hook is another program that is told what happens.
type Hook struct {
	ID, Address string
	Events      []string // of webhook.Kinds
	Added       time.Time
	Waiting     int // events that go out or go again
	Taken       int // of the last thirty days
	GivenUp     int // of the last thirty days
	Trouble     []HookTrouble
}

// HookTrouble is an event that a receiver did not take.
type HookTrouble struct {
	Event   string // its id
	Tries   int
	Why     string
	Created time.Time
	Next    time.Time // zero: it is given up
}

// Bounds of what one node tells.
const (
	maxHooks        = 20
	maxHookTrouble  = 5
	keepHookPosts   = 30 * 24 * time.Hour
	hooksAtOnce     = 50
	sendHooksEvery  = 5 * time.Second
	forgetHookEvery = time.Hour
)

// outcomes, as the rows have them.
const (
	hookWaits   = "waits"
	hookTaken   = "taken"
	hookGivenUp = "given-up"
)

// hooks are whom this node tells, as the database has them; read again now and then, since another process may change them.
type hooks struct {
	mu      sync.RWMutex
	list    []store.Hook
	wake    chan struct{}
	sending sync.Mutex
}

func (n *Node) loadHooks(ctx context.Context) error {
	var list []store.Hook
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		list, err = tx.ListHooks(ctx)
		return err
	})
	if err != nil {
		return err
	}
	n.hooks.mu.Lock()
	defer n.hooks.mu.Unlock()
	n.hooks.list = list
	return nil
}

func (n *Node) hookList() []store.Hook {
	n.hooks.mu.RLock()
	defer n.hooks.mu.RUnlock()
	return n.hooks.list
}

// Hooks lists whom this node tells, and what became of it.
func (n *Node) Hooks(ctx context.Context) ([]Hook, error) {
	var out []Hook
	err := n.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		rows, err := tx.ListHooks(ctx)
		if err != nil {
			return err
		}
		counts, err := tx.CountHookPosts(ctx)
		if err != nil {
			return err
		}
		for _, r := range rows {
			h := Hook{ID: r.ID, Address: r.Address, Events: strings.Fields(r.Events), Added: r.Added.Time()}
			for _, c := range counts {
				if c.Hook == r.ID {
					*map[string]*int{hookWaits: &h.Waiting, hookTaken: &h.Taken, hookGivenUp: &h.GivenUp}[c.Outcome] = int(c.N)
				}
			}
			bad, err := tx.ListHookTrouble(ctx, store.ListHookTroubleParams{Hook: r.ID, MaxRows: maxHookTrouble})
			if err != nil {
				return err
			}
			for _, b := range bad {
				x := HookTrouble{Event: b.Event, Tries: int(b.Tries), Why: b.Why, Created: b.Created.Time()}
				if b.Outcome == hookWaits {
					x.Next = b.Due.Time()
				}
				h.Trouble = append(h.Trouble, x)
			}
			out = append(out, h)
		}
		return nil
	})
	return out, err
}

// AddHook lets another program be told of events from now on; of all where none are named. Errors: invalid, forbidden, conflict.
func (n *Node) AddHook(ctx context.Context, address string, events []string) (*Hook, error) {
	if err := webhook.CheckAddress(n.world, address); err != nil {
		return nil, err
	}
	if len(events) == 0 {
		events = webhook.Kinds
	}
	for _, e := range events {
		if !slices.Contains(webhook.Kinds, e) {
			return nil, fault.New(fault.Invalid, "there is no event %q", e).Mend("choose among %s", strings.Join(webhook.Kinds, ", "))
		}
	}
	events = slices.DeleteFunc(slices.Clone(webhook.Kinds), func(k string) bool { return !slices.Contains(events, k) })
	h := &Hook{ID: hex.EncodeToString(random(4)), Address: address, Events: events, Added: n.Now()}
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		all, err := tx.ListHooks(ctx)
		if err != nil {
			return err
		}
		if len(all) >= maxHooks {
			return fault.New(fault.Conflict, "the node tells %d receivers already", len(all)).Mend("remove one first")
		}
		for _, x := range all {
			if x.Address == address {
				return fault.New(fault.Conflict, "the node tells that address already, as %s", x.ID).Mend("remove %s first to change its events", x.ID)
			}
		}
		return tx.AddHook(ctx, store.AddHookParams{ID: h.ID, Address: h.Address, Events: strings.Join(events, " "), Added: store.MicrosOf(h.Added)})
	})
	if err != nil {
		return nil, err
	}
	return h, n.loadHooks(ctx)
}

// RemoveHook ends it, and drops what it was still to be told. Errors: not-found.
func (n *Node) RemoveHook(ctx context.Context, id string) error {
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		was, err := tx.DropHook(ctx, id)
		if err == nil && was == 0 {
			err = fault.New(fault.NotFound, "there is no receiver %q", id).Mend("see the list for its name")
		}
		if err != nil {
			return err
		}
		return tx.DropHookPosts(ctx, id)
	})
	if err != nil {
		return err
	}
	return n.loadHooks(ctx)
}

// putHook writes an event for whoever is to be told of it, in the transaction of what happened: both are there, or neither. mark
// names what happened; an event of the same kind and mark is put down once.
func (n *Node) putHook(ctx context.Context, tx *store.Tx, e webhook.Event, mark string) error {
	e.World, e.Node = n.world, n.home.Name
	e.ID = webhook.EventID(e.World, e.Node, e.Event+"/"+mark)
	now := store.MicrosOf(time.Now()) // other programs live on the machine's time
	for _, h := range n.hookList() {
		if !slices.Contains(strings.Fields(h.Events), e.Event) {
			continue
		}
		if _, err := tx.AddHookPost(ctx, store.AddHookPostParams{Hook: h.ID, Event: e.ID, Body: e.Encode(), Created: now, Due: now}); err != nil {
			return err
		}
	}
	return nil
}

// hookAct puts down that an act was taken in a case.
func (n *Node) hookAct(ctx context.Context, tx *store.Tx, f *file, a *seal.Act, row *store.CaseFile, at time.Time) error {
	if len(n.hookList()) == 0 || f.c == nil || f.id == f.d.caseID || a.Kind != seal.KindStep && a.Kind != seal.KindLapse {
		return nil
	}
	e := webhook.Event{
		Time: at, Event: webhook.Moved, Agreement: underName(f.d.id), Article: a.Article, Case: string(f.id), State: string(row.State), Due: nextEnd(f.c),
	}
	if row.Number == 1 {
		e.Event = webhook.Opened
	}
	if err := n.putHook(ctx, tx, e, string(f.id)+"/"+strconv.FormatInt(row.Number, 10)); err != nil || a.Kind != seal.KindLapse {
		return err
	}
	for i := len(f.c.Clocks) - 1; i >= 0; i-- {
		if r := &f.c.Clocks[i]; string(r.Clock) == a.Clock {
			e.Event, e.Due = webhook.Over, r.Due
			return n.putHook(ctx, tx, e, endMark(f.id, store.MicrosOf(r.Due)))
		}
	}
	return nil
}

// nextEnd is when the first clock of a case that runs ends; zero where none does.
func nextEnd(c *casework.Case) (end time.Time) {
	for i := range c.Clocks {
		if r := &c.Clocks[i]; r.Status == casework.StatusRuns && r.Paused.IsZero() && !r.Unread && (end.IsZero() || r.Due.Before(end)) {
			end = r.Due
		}
	}
	return end
}

// endMark names the end of a time in a case, by whichever way it is found.
func endMark(id casework.CaseID, due store.Micros) string {
	return string(id) + "/" + strconv.FormatInt(int64(due), 10)
}

// hookNotice puts down what a person is told of, without the person.
func (n *Node) hookNotice(ctx context.Context, tx *store.Tx, x *store.AddNoticeParams, state agreement.StateID) error {
	e := webhook.Event{Time: x.At.Time(), Event: x.Kind, Agreement: x.Law, Article: string(x.Article), Case: x.Ref, State: string(state), Due: x.Due.Time()}
	if x.Kind != NoticeDraft {
		_, mark, _ := strings.Cut(x.Mark, "/")
		return n.putHook(ctx, tx, e, mark)
	}
	e.Event, e.Case, e.Negotiation = webhook.Waits, "", x.Ref
	return n.putHook(ctx, tx, e, x.Mark)
}

func (n *Node) wakeHooks() {
	select {
	case n.hooks.wake <- struct{}{}:
	default:
	}
}

func (n *Node) sendingHooks() {
	t := time.NewTicker(sendHooksEvery)
	defer t.Stop()
	var forgot time.Time
	for {
		err := n.loadHooks(n.running)
		if err == nil && time.Since(forgot) >= forgetHookEvery {
			forgot = time.Now()
			err = n.ForgetTold(n.running, forgot)
		}
		if err == nil {
			err = n.SendHooks(n.running, time.Now())
		}
		if err == nil {
			err = n.SendPushes(n.running, time.Now())
		}
		if err != nil && n.running.Err() == nil {
			n.log.Warn("other programs and browsers could not be told what happens", "err", err)
		}
		select {
		case <-n.running.Done():
			return
		case <-t.C:
		case <-n.hooks.wake:
		}
	}
}

// ForgetTold drops what was told more than thirty days before an instant of the machine's time, what is for nobody any more, and
// browsers whose sessions are over.
func (n *Node) ForgetTold(ctx context.Context, now time.Time) error {
	return n.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.ForgetHookPosts(ctx, store.MicrosOf(now.Add(-keepHookPosts))); err != nil {
			return err
		}
		_, err := tx.DropEndedPushes(ctx, store.MicrosOf(now))
		return err
	})
}

// SendHooks sends what is due by now, which is the machine's time and not the node's. It may be stopped at any point and called
// again: nothing is lost, and what was under way goes a second time.
func (n *Node) SendHooks(ctx context.Context, now time.Time) error {
	list := n.hookList()
	if n.cfg.Courier == nil || len(list) == 0 {
		return nil
	}
	n.hooks.sending.Lock()
	defer n.hooks.sending.Unlock()
	errs := make([]error, len(list)) // one that does not answer keeps no other waiting
	var all sync.WaitGroup
	for i, h := range list {
		all.Go(func() { errs[i] = n.sendHook(ctx, h, now) })
	}
	all.Wait()
	return cmp.Or(errs...)
}

// sendHook sends to one receiver, until it fails: the rest waits for the next time.
func (n *Node) sendHook(ctx context.Context, h store.Hook, now time.Time) error {
	for {
		var due []store.HookPost
		err := n.db.View(ctx, func(tx *store.Tx) (err error) {
			due, err = tx.ListDueHookPosts(ctx, store.ListDueHookPostsParams{Hook: h.ID, Now: store.MicrosOf(now), MaxRows: hooksAtOnce})
			return err
		})
		if err != nil || len(due) == 0 {
			return err
		}
		for _, p := range due {
			if ok, err := n.sendHookPost(ctx, h, p, now); err != nil || !ok {
				return err
			}
		}
	}
}

// sendHookPost moves the event's time before it goes, so that two processes do not send one.
func (n *Node) sendHookPost(ctx context.Context, h store.Hook, p store.HookPost, now time.Time) (ok bool, err error) {
	claimed, next := int64(0), now.Add(webhook.Wait(p.Tries))
	err = n.db.Update(ctx, func(tx *store.Tx) (err error) {
		claimed, err = tx.ClaimHookPost(ctx, store.ClaimHookPostParams{Later: store.MicrosOf(next), ID: p.ID, Was: p.Due})
		return err
	})
	if err != nil || claimed == 0 {
		return true, err
	}
	why := ""
	signature, err := webhook.Sign(n.home.Sign, time.Now(), p.Body)
	if err != nil {
		return false, err
	}
	status, err := n.cfg.Courier.Post(ctx, h.Address, map[string]string{"Content-Type": "application/json", webhook.Header: signature}, p.Body)
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case err != nil:
		why = asFault(err).Message
	case status < 200 || status > 299:
		why = "the receiver answered " + strconv.Itoa(status)
	}
	return why == "", n.db.Update(ctx, func(tx *store.Tx) error {
		switch {
		case why == "":
			return tx.EndHookPost(ctx, store.EndHookPostParams{Outcome: hookTaken, Done: store.MicrosOf(now), ID: p.ID})
		case next.Sub(p.Created.Time()) > webhook.Life:
			return tx.EndHookPost(ctx, store.EndHookPostParams{Outcome: hookGivenUp, Why: why, Done: store.MicrosOf(now), ID: p.ID})
		}
		return tx.SetHookPostWhy(ctx, store.SetHookPostWhyParams{Why: why, ID: p.ID})
	})
}
