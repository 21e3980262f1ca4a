package node

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/notice"
	"github.com/entente-net/entente/internal/push"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/webhook"
)

// Browsers show what their person is told while no page of the desk is open. A browser is told for as long as its session lasts:
// whoever logs out is told no more. What goes through the push service is encrypted to the browser, and says what a letter says.

// maxPushes is how many browsers one person has told.
const maxPushes = 10

// pushKeyFile is by which push services know the node.
const pushKeyFile = "push.key"

// pushing is the node's key for push services, made when it is asked for first.
type pushing struct {
	mu  sync.Mutex
	key *push.Key
}

func (n *Node) pushKey() (*push.Key, error) {
	n.pushing.mu.Lock()
	defer n.pushing.mu.Unlock()
	if n.pushing.key != nil {
		return n.pushing.key, nil
	}
	path := filepath.Join(n.home.Dir, dirKeys, pushKeyFile)
	if _, err := os.Stat(path); os.IsNotExist(err) {
		key, raw, err := push.NewKey()
		if err != nil {
			return nil, err
		}
		if err := writeFile(path, []byte(hex.EncodeToString(raw)), 0o600); err != nil {
			return nil, err
		}
		n.pushing.key = key
		return key, nil
	}
	raw, err := readHex(path, 32)
	if err != nil {
		return nil, err
	}
	n.pushing.key, err = push.ParseKey(raw)
	return n.pushing.key, err
}

// PushSetting is how browsers are told.
type PushSetting struct {
	Key   string // the node's, in base64url, for the browser
	Here  bool   // the browser of this session is told
	Total int    // of the person
}

// PushSetting says which of a person's browsers are told. session is the hash of the session's token.
func (n *Node) PushSetting(ctx context.Context, who Who, session []byte) (PushSetting, error) {
	key, err := n.pushKey()
	if err != nil {
		return PushSetting{}, err
	}
	out := PushSetting{Key: key.Public()}
	list, err := n.pushesOf(ctx, who)
	for _, p := range list {
		out.Here = out.Here || string(p.Session) == string(session)
		out.Total++
	}
	return out, err
}

func (n *Node) pushesOf(ctx context.Context, who Who) (list []store.Push, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) (err error) {
		list, err = tx.ListPushes(ctx, store.ListPushesParams{Person: store.PersonID(who.ID), Now: store.MicrosOf(time.Now())})
		return err
	})
	return list, err
}

// AddPush lets the browser of a session be told, in a language. Errors: invalid, forbidden, conflict.
func (n *Node) AddPush(ctx context.Context, who Who, session []byte, s *push.Subscription, lang string) error {
	if err := who.Content(); err != nil {
		return err
	}
	if err := webhook.CheckAddress(n.world, s.Endpoint); err != nil {
		return err
	}
	list, err := n.pushesOf(ctx, who)
	if err != nil {
		return err
	}
	if len(list) >= maxPushes {
		return fault.New(fault.Conflict, "%d of your browsers are told already", len(list)).Mend("end it in another first")
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.DropPushesOf(ctx, store.DropPushesOfParams{Person: store.PersonID(who.ID), Session: session}); err != nil {
			return err
		}
		return tx.PutPush(ctx, store.PutPushParams{
			Endpoint: s.Endpoint, Person: store.PersonID(who.ID), Session: session, Key: s.Key, Secret: s.Secret, Lang: lang, Added: store.MicrosOf(time.Now()),
		})
	})
}

// RemovePush ends it for the browser of a session.
func (n *Node) RemovePush(ctx context.Context, who Who, session []byte) error {
	return n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.DropPushesOf(ctx, store.DropPushesOfParams{Person: store.PersonID(who.ID), Session: session})
		return err
	})
}

// pushed is what a browser gets.
type pushed struct {
	Say  string `json:"say"`
	Lang string `json:"lang"`
	Open string `json:"open"` // path at the desk
}

// putPushes writes a message for each browser of a person, in the transaction of what it is about.
func (n *Node) putPushes(ctx context.Context, tx *store.Tx, who Who, w notice.Waits) error {
	if n.cfg.Courier == nil {
		return nil
	}
	now := store.MicrosOf(time.Now())
	list, err := tx.ListPushes(ctx, store.ListPushesParams{Person: store.PersonID(who.ID), Now: now})
	if err != nil {
		return err
	}
	w.Party = n.partyName()
	for _, p := range list {
		body, err := json.Marshal(pushed{Say: w.Sentence(p.Lang), Lang: p.Lang, Open: "/notices"})
		if err != nil {
			return err
		}
		if err := tx.AddPushPost(ctx, store.AddPushPostParams{Endpoint: p.Endpoint, Body: body, Due: now}); err != nil {
			return err
		}
	}
	return nil
}

// SendPushes sends what is due by now, the machine's time. What a push service does not take goes again; a browser that is gone is
// forgotten.
func (n *Node) SendPushes(ctx context.Context, now time.Time) error {
	if n.cfg.Courier == nil {
		return nil
	}
	for {
		var due []store.PushPost
		err := n.db.View(ctx, func(tx *store.Tx) (err error) {
			due, err = tx.ListDuePushPosts(ctx, store.ListDuePushPostsParams{Now: store.MicrosOf(now), MaxRows: 20})
			return err
		})
		if err != nil || len(due) == 0 {
			return err
		}
		for _, p := range due {
			if err := n.sendPush(ctx, p, now); err != nil {
				return err
			}
		}
	}
}

func (n *Node) sendPush(ctx context.Context, p store.PushPost, now time.Time) error {
	var to store.Push
	claimed, wait := int64(0), notice.Wait(p.Tries)
	err := n.db.Update(ctx, func(tx *store.Tx) (err error) {
		if to, err = tx.GetPush(ctx, store.GetPushParams{Endpoint: p.Endpoint, Now: store.MicrosOf(time.Now())}); store.Missing(err) {
			if err := tx.DropPush(ctx, p.Endpoint); err != nil { // the session is over
				return err
			}
			return tx.DropPushPost(ctx, p.ID)
		}
		if err != nil {
			return err
		}
		if wait == 0 {
			return tx.DropPushPost(ctx, p.ID)
		}
		claimed, err = tx.ClaimPushPost(ctx, store.ClaimPushPostParams{Later: store.MicrosOf(now.Add(wait)), ID: p.ID, Was: p.Due})
		return err
	})
	if err != nil || claimed == 0 {
		return err
	}
	status, err := n.postPush(ctx, to, p.Body)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil || status == 429 || status >= 500 {
		n.log.Warn("a push service did not take a message, and it goes again", "tries", p.Tries+1, "status", status, "err", err)
		return nil
	}
	gone := status == 404 || status == 410 // RFC 8030, section 7.3
	if !gone && (status < 200 || status > 299) {
		n.log.Warn("a push service refuses a message", "status", status)
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		if gone {
			if err := tx.DropPush(ctx, p.Endpoint); err != nil {
				return err
			}
		}
		return tx.DropPushPost(ctx, p.ID)
	})
}

// pushTTL is how long a push service keeps a message for a browser that is away, in seconds.
const pushTTL = 24 * 60 * 60

func (n *Node) postPush(ctx context.Context, to store.Push, message []byte) (status int, err error) {
	key, err := n.pushKey()
	if err != nil {
		return 0, err
	}
	word, err := key.Authorization(to.Endpoint, n.pushSubject(), time.Now())
	if err != nil {
		return 0, err
	}
	body, err := (&push.Subscription{Endpoint: to.Endpoint, Key: to.Key, Secret: to.Secret}).Encrypt(message)
	if err != nil {
		return 0, err
	}
	return n.cfg.Courier.Post(ctx, to.Endpoint, map[string]string{
		"Authorization": word, "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream", "TTL": strconv.Itoa(pushTTL),
	}, body)
}

// pushSubject is whom the operators of a push service may ask.
func (n *Node) pushSubject() string {
	if n.cfg.Mail != nil {
		return "mailto:" + n.cfg.Mail.From
	}
	return "https://" + strings.TrimSuffix(n.home.Desk, "/")
}
