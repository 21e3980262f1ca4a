package desk

import (
	"context"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/node"
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
	return &web.NoticeSettingView{Address: s.Address, Mode: s.Mode, Server: d.n.Letters()}, err
}

// SetNotices says how a person is told, and in which language: the one in which they say it.
func (d *desk) SetNotices(ctx context.Context, v web.Viewer, s web.NoticeSettingView) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.SetNotices(ctx, who, node.NoticeSetting{Address: s.Address, Mode: s.Mode, Lang: speak(ctx).code})
}
