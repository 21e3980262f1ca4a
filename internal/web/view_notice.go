package web

import (
	"context"
	"time"
)

// Notices are what a person was told, and how they are told.
type Notices interface {
	Notices(ctx context.Context, v Viewer) (*NoticesView, error)
	// Seen says that the person has looked at all up to one.
	Seen(ctx context.Context, v Viewer, upto int64) error
	NoticeSetting(ctx context.Context, v Viewer) (*NoticeSettingView, error)
	SetNotices(ctx context.Context, v Viewer, s NoticeSettingView) error
	// SetPush lets the viewer's browser be told, by what its PushManager gave; EndPush ends it.
	SetPush(ctx context.Context, v Viewer, endpoint, key, secret string) error
	EndPush(ctx context.Context, v Viewer) error
}

// NoticesView is what a person was told, the newest first.
type NoticesView struct {
	Rows   []NoticeView
	Unseen int
	Newest int64
}

// NoticeView is one thing.
type NoticeView struct {
	Kind    string // "waits", "near", "over" or "draft"
	Title   string // what it is about: a procedure's or agreement's
	Ref     string // as people call it
	Link    string
	Article ArticleRef
	Due     time.Time // zero: nothing says until when
	At      time.Time
	Seen    bool
}

// NoticeSettingView is how a person is told.
type NoticeSettingView struct {
	Address string
	Mode    string // "none", "now" or "daily"
	Server  bool   // this node has a mail server
	PushKey string // the node's key for push services, in base64url
	Pushed  bool   // this browser is told while no page is open
	Pushes  int    // how many of the viewer's browsers are
}
