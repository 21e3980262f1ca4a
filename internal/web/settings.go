package web

import (
	"context"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Settings are what a person sets for themselves, and what those set who look after the node.
type Settings interface {
	Profile
	Passkeys
	Care
	Deputies
}

// Profile is a person's own preferences and devices.
type Profile interface {
	Profile(ctx context.Context, v Viewer) (*ProfileView, error)
	// Prefer keeps a language and a time zone; "" leaves it to the browser, and to the agreement.
	Prefer(ctx context.Context, v Viewer, language, zone string) error
	// EndDevice ends one of the viewer's sessions in browsers.
	EndDevice(ctx context.Context, v Viewer, id string) error
	// EndOthers ends all but the one that asks.
	EndOthers(ctx context.Context, v Viewer) error
}

// Passkeys are a person's own, and the way to have them certified for signing.
type Passkeys interface {
	AddPasskey(ctx context.Context, v Viewer, name string, made PasskeyAnswer) error
	RemovePasskey(ctx context.Context, v Viewer, id string) error
	// KeyRequest is the file that the second authority certifies.
	KeyRequest(ctx context.Context, v Viewer, passkey string, id agreement.ID, role agreement.RoleID) (*File, error)
	// Certificate takes what the authority gave.
	Certificate(ctx context.Context, v Viewer, text string) error
	// Certify stands in for the authority, in an exercise: for a request of somebody else, whose fingerprint was compared.
	Certify(ctx context.Context, v Viewer, ref string) error
}

// ProfileView is the page of a person's own settings.
type ProfileView struct {
	Roles    []string
	Zones    []string // that can be chosen, by their names of the time zone database
	Devices  []DeviceView
	Passkeys []PasskeyView
	Make     *PasskeyMake // nil: none can be made here
	Why      string       // why none can
	Keys     []SigningRole
	Registry []KeyAsk // in an exercise: requests of others, which the viewer may certify as the authority's stand-in
}

// DeviceView is a browser in which the person is logged in.
type DeviceView struct {
	ID     string
	Agent  string // what the browser calls itself
	Since  time.Time
	Used   time.Time
	Method string // link, passkey, openid; "": not known
	This   bool
}

// PasskeyView is one of the person's passkeys.
type PasskeyView struct {
	ID      string
	Name    string
	Origin  string // of the pages on which it works
	Here    bool   // these are such pages
	Created time.Time
	Used    time.Time // zero: never
}

// PasskeyMake is what the person's device is asked for a new one.
type PasskeyMake struct {
	PasskeyAsk
	User string // base64url, the same for all passkeys of the person
	Name string
}

// SigningRole is a role whose acts its holders sign themselves.
type SigningRole struct {
	Role      RoleRef
	Agreement ArticleRef // where the role stands
	Authority string     // that certifies the keys
	Keys      []SigningKey
	Asks      []KeyAsk // passkeys of the person that are not certified for it
}

// SigningKey is a key that was certified for the role.
type SigningKey struct {
	Name    string // of a passkey
	Kind    string // passkey, file, node
	ID      string // of the key
	Until   time.Time
	Problem *Problem // why it does not count now
}

// KeyAsk is a passkey's request to be certified.
type KeyAsk struct {
	Ref         string // of a request that was made
	Passkey     string
	Name        string // of the passkey; of the person, where the viewer stands in for the authority
	Agreement   ArticleRef
	Role        RoleRef
	Fingerprint string
	Asked       time.Time // zero: not yet
}
