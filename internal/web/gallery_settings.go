package web

import (
	"github.com/a-h/templ"

	"github.com/entente-net/entente/fault"
)

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
		{name: "settings-deputies", draw: func(p *page) templ.Component { return deputiesPage(p, specimenDeputies()) }},
		{name: "settings-deputies-new", draw: func(p *page) templ.Component { return deputiesPage(p, &DeputyView{People: specimenDeputies().People}) }},
		{name: "settings-people", draw: care(func(p *page) templ.Component { return staffPage(p, specimenStaff()) })},
		{name: "settings-people-new", draw: care(func(p *page) templ.Component { return staffPage(p, &StaffView{People: specimenStaff().People[:1]}) })},
		{name: "settings-person", draw: care(func(p *page) templ.Component { v := specimenStaff(); return personPage(p, v, v.People[1], nil) })},
		{name: "settings-person-refused", draw: care(func(p *page) templ.Component {
			v := specimenStaff()
			v.Second = false
			return personPage(p, v, v.People[1], fault.Refuse(fault.NotIndependent, "5", "nobody may be judge and prosecutor at once: the role judge is independent").Mend("give one of the two roles to another person"))
		})},
		{name: "settings-parties", draw: care(func(p *page) templ.Component { v := specimenHouse(); v.Tested = false; return partiesPage(p, v) })},
		{name: "settings-parties-tested", draw: care(func(p *page) templ.Component { return partiesPage(p, specimenHouse()) })},
		{name: "settings-parties-none", draw: care(func(p *page) templ.Component { return partiesPage(p, &HouseView{}) })},
		{name: "settings-calendars", draw: care(func(p *page) templ.Component { return calendarsPage(p, specimenHouse()) })},
		{name: "settings-calendars-none", draw: care(func(p *page) templ.Component { return calendarsPage(p, &HouseView{}) })},
		{name: "settings-retention", draw: care(func(p *page) templ.Component { return retentionPage(p, specimenHouse()) })},
		{name: "settings-retention-none", draw: care(func(p *page) templ.Component { return retentionPage(p, &HouseView{}) })},
		{name: "settings-backup", draw: care(func(p *page) templ.Component { return backupPage(p, specimenHouse()) })},
		{name: "settings-backup-none", draw: care(func(p *page) templ.Component { return backupPage(p, &HouseView{}) })},
		{name: "settings-health", draw: care(func(p *page) templ.Component { return healthPage(p, specimenHouse()) })},
		{name: "settings-health-well", draw: care(func(p *page) templ.Component { return healthPage(p, &HouseView{Sights: specimenHouse().Sights[:1]}) })},
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

// care draws a page for somebody who looks after the node.
func care(draw func(p *page) templ.Component) func(p *page) templ.Component {
	return func(p *page) templ.Component {
		p.viewer.Admin, p.viewer.Name, p.viewer.Office, p.viewer.Roles, p.frame.Waiting = true, "Sam Keeper", "", nil, 0
		return draw(p)
	}
}
