package web

import "github.com/a-h/templ"

// gallerySettings are the settings, and the pages on which people prove who they are.
func gallerySettings() []galleryState {
	return []galleryState{
		{name: "settings", draw: func(p *page) templ.Component { return settingsPage(p, specimenProfile()) }},
		{name: "settings-new", draw: func(p *page) templ.Component {
			v := specimenProfile()
			v.Passkeys, v.Keys, v.Registry, v.Devices, v.Make = nil, nil, nil, v.Devices[:1], nil
			v.Why = "this node does not know at which address browsers reach its desk"
			return settingsPage(p, v)
		}},
		{name: "settings-passkey", draw: func(p *page) templ.Component { return passkeyPage(p, specimenProfile()) }},
		{name: "settings-passkey-none", draw: func(p *page) templ.Component {
			return passkeyPage(p, &ProfileView{Why: "this node does not know at which address browsers reach its desk"})
		}},
		{name: "login-ways", open: true, draw: func(p *page) templ.Component { return loginPage(p, nil, specimenWays(), "/") }},
		{name: "confirm", draw: func(p *page) templ.Component {
			w := specimenWays()
			w.Link = "specimen"
			return confirmPage(p, w, "/settings/devices/others", []carriedField{{"device", "1"}})
		}},
		{name: "confirm-none", draw: func(p *page) templ.Component { return confirmPage(p, &Ways{}, "/settings/devices/others", nil) }},
		{name: "confirmed", draw: func(p *page) templ.Component { return confirmedPage(p) }},
		{name: "review-passkey", draw: func(p *page) templ.Component {
			r := specimenReview()
			r.Signing = &OwnKey{Prepared: "00112233445566778899aabbccddeeff", Passkey: specimenWays().Passkey}
			return reviewPage(p, r, newStepState(r.Form, ""), "e30")
		}},
		{name: "review-file", draw: func(p *page) templ.Component {
			r := specimenReview()
			r.Signing = &OwnKey{Prepared: "00112233445566778899aabbccddeeff"}
			return reviewPage(p, r, newStepState(r.Form, ""), "e30")
		}},
	}
}
