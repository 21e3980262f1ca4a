package web

import (
	"github.com/a-h/templ"

	"github.com/entente-net/entente/fault"
)

// The notices' states.
func galleryNotice() []galleryState {
	state := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: draw}
	}
	return []galleryState{
		state("notices", func(p *page) templ.Component {
			p.frame.Told = 2
			return noticesPage(p, &NoticesView{Unseen: 2, Newest: 9, Rows: []NoticeView{
				{Kind: "near", Title: "Northgate", Ref: "9b03e8ce", Link: "/cases/9b03", Article: article7, Due: after(8 * day / 24), At: before(day / 24)},
				{Kind: "draft", Ref: "83904d8bf14c", Link: "/negotiations/83904d8bf14c", At: before(day)},
				{Kind: "waits", Title: "Northgate", Ref: "4f1c09ab", Link: "/cases/4f1c", Article: article7, Due: after(4 * day), At: before(3 * day), Seen: true},
				{Kind: "over", Title: "Northgate", Ref: "00aa1122", Link: "/cases/00aa", Article: article3, Due: before(4 * day), At: before(4 * day), Seen: true},
			}})
		}),
		state("notices-empty", func(p *page) templ.Component { return noticesPage(p, &NoticesView{}) }),
		state("notices-settings", func(p *page) templ.Component {
			return noticeSettingPage(p, &NoticeSettingView{Address: "vantor@court.example", Mode: "daily", Server: true, PushKey: "BA", Pushes: 1}, nil)
		}),
		state("notices-settings-browser", func(p *page) templ.Component {
			return noticeSettingPage(p, &NoticeSettingView{Mode: "none", Server: true, PushKey: "BA", Pushed: true, Pushes: 2}, nil)
		}),
		state("notices-settings-refused", func(p *page) templ.Component {
			return noticeSettingPage(p, &NoticeSettingView{Address: "vantor", Mode: "now"}, &draftForm{err: fault.New(fault.Invalid, "“vantor” is no e-mail address").Mend("write it as name@example.org")})
		}),
	}
}
