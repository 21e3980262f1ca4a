package desk

import (
	"context"
	"encoding/base64"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/push"
	"github.com/entente-net/entente/internal/web"
)

// Notices gives what a person was told.
func (d *desk) Notices(ctx context.Context, v web.Viewer) (*web.NoticesView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	list, err := d.n.Notices(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &web.NoticesView{}
	if out.Unseen, err = d.n.UnseenNotices(ctx, who); err != nil {
		return nil, err
	}
	for _, x := range list {
		out.Newest = max(out.Newest, x.ID)
		r := web.NoticeView{Kind: x.Kind, Due: x.Due, At: x.At, Seen: x.Seen}
		switch {
		case x.Kind == node.NoticeDraft:
			r.Ref, r.Link = x.Draft, "/negotiations/"+x.Draft
		default:
			r.Ref, r.Link = reference(x.Case), "/cases/"+string(x.Case)
			r.Article = web.ArticleRef{Agreement: x.Law, Number: x.Article}
			r.Title = d.titleOf(x.Law)
		}
		out.Rows = append(out.Rows, r)
	}
	return out, nil
}

func (d *desk) titleOf(id agreement.ID) string {
	m, err := d.model(id)
	if err != nil {
		return ""
	}
	return m.Title
}

// Seen says that the person has looked at all up to one.
func (d *desk) Seen(ctx context.Context, v web.Viewer, upto int64) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.SeeNotices(ctx, who, upto)
}

// NoticeSetting is how a person is told.
func (d *desk) NoticeSetting(ctx context.Context, v web.Viewer) (*web.NoticeSettingView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	s, err := d.n.NoticeSetting(ctx, who)
	if err != nil {
		return nil, err
	}
	session, err := sessionOf(v)
	if err != nil {
		return nil, err
	}
	b, err := d.n.PushSetting(ctx, who, session)
	return &web.NoticeSettingView{Address: s.Address, Mode: s.Mode, Server: d.n.Letters(), PushKey: b.Key, Pushed: b.Here, Pushes: b.Total}, err
}

// sessionOf is the hash by which the node knows the viewer's session.
func sessionOf(v web.Viewer) ([]byte, error) {
	b, err := base64.RawURLEncoding.DecodeString(v.Session)
	if err != nil {
		return nil, fault.New(fault.Unauthorised, "the session cannot be read").Mend("log in again").Wrap(err)
	}
	return b, nil
}

// SetPush lets the viewer's browser be told while no page is open, in the language in which they say it.
func (d *desk) SetPush(ctx context.Context, v web.Viewer, endpoint, key, secret string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	session, err := sessionOf(v)
	if err != nil {
		return err
	}
	s, err := push.Parse(endpoint, key, secret)
	if err != nil {
		return err
	}
	return d.n.AddPush(ctx, who, session, s, speak(ctx).code)
}

// EndPush ends it.
func (d *desk) EndPush(ctx context.Context, v web.Viewer) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	session, err := sessionOf(v)
	if err != nil {
		return err
	}
	return d.n.RemovePush(ctx, who, session)
}

// SetNotices says how a person is told, and in which language: the one in which they say it.
func (d *desk) SetNotices(ctx context.Context, v web.Viewer, s web.NoticeSettingView) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.SetNotices(ctx, who, node.NoticeSetting{Address: s.Address, Mode: s.Mode, Lang: speak(ctx).code})
}
