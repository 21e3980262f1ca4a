// Package arrows owns the rules on who may import whom; its test holds the code against them.
//
// It never runs in the product.
package arrows

// Module is the module's path.
const Module = "github.com/entente-net/entente/"

// Rule forbids imports.
type Rule struct {
	From   string   // a package below Module, and all below it
	Only   []string // of our own packages it may import these alone (and those below them); nil: any
	Never  []string // import paths, and all below them, that it may not use at all
	Reason string
}

// clockDiskNetwork are the doors to the world that pure packages must not open. (A clock cannot be
// forbidden by import, since package time is also durations: the test looks for the calls.)
var clockDiskNetwork = []string{"os", "net", "database/sql", "syscall", "io/ioutil", "log", "log/slog"}

// Rules, from the bottom up.
var Rules = []Rule{
	{From: "fault", Only: []string{}, Never: clockDiskNetwork, Reason: "the error type is below everything"},
	{From: "agreement", Only: []string{"fault"}, Never: clockDiskNetwork, Reason: "the language is pure: the same text gives the same model everywhere"},
	{From: "casework", Only: []string{"fault", "agreement"}, Never: clockDiskNetwork, Reason: "the engine is pure: an auditor must compute what the node computed"},
	{From: "seal", Only: []string{"fault"}, Never: clockDiskNetwork, Reason: "formats are read by programs that know nothing of agreements"},
	{From: "ledger", Only: []string{"fault", "seal"}, Never: clockDiskNetwork, Reason: "proofs verify offline"},
	{From: "negotiation", Only: []string{"fault", "agreement", "casework", "seal"}, Never: clockDiskNetwork, Reason: "negotiators of different parties must compute the same state from the same dispatches"},
	{From: "audit", Only: []string{"fault", "agreement", "casework", "seal", "ledger", "audit"}, Never: clockDiskNetwork, Reason: "an auditor trusts nobody: nothing of a node may be needed to audit it"},
	{From: "internal/format", Only: []string{"fault", "agreement"}, Never: []string{"net", "database/sql"}, Reason: "other people's formats are read, never acted upon"},
	{From: "internal/register", Only: []string{"fault", "agreement", "seal", "internal/format"}, Never: []string{"net", "database/sql"}, Reason: "data sets and their indexes; who may ask is the agreement's business"},
	{From: "internal/keystore", Only: []string{"fault"}, Never: []string{"net", "database/sql"}, Reason: "keys stand outside the database"},
	{From: "internal/indicator", Only: []string{"fault", "agreement", "casework"}, Never: clockDiskNetwork, Reason: "figures are computed from counts: the same counts give the same figures"},
	{From: "internal/peer", Only: []string{"fault", "agreement", "seal"}, Never: []string{"database/sql"}, Reason: "the line moves letters and never reads them"},
	{From: "internal/notice", Only: []string{"fault"}, Never: []string{"database/sql", "net/http", "html/template"}, Reason: "a letter says that something waits, and is made without knowing what"},
	{From: "internal/webhook", Only: []string{"fault", "seal"}, Never: []string{"net/http", "database/sql", "html/template"}, Reason: "what another program is told is made without knowing how it gets there"},
	{From: "internal/push", Only: []string{"fault"}, Never: []string{"net/http", "database/sql", "html/template"}, Reason: "what a browser shows is encrypted without knowing how it gets there"},
	{From: "internal/courier", Only: []string{"fault", "internal/webhook"}, Never: []string{"database/sql", "html/template"}, Reason: "it carries, and knows nothing of what"},
	{From: "internal/auth", Only: []string{"fault", "agreement", "casework", "seal", "internal/auth"}, Never: []string{"net", "database/sql"}, Reason: "people and roles, not pages and tables"},
	{From: "internal/store", Only: []string{"fault", "agreement", "casework", "seal", "ledger", "internal/store"}, Never: []string{"net/http"}, Reason: "storage knows rows and the names of things, never what they mean"},
	{From: "internal/serve", Never: []string{Module + "internal/world"}, Reason: "the one place where a running node is wired"},
	{From: "internal/node", Only: []string{"fault", "agreement", "casework", "seal", "ledger", "audit", "negotiation", "internal/auth", "internal/format", "internal/indicator", "internal/keystore", "internal/node", "internal/notice", "internal/peer", "internal/push", "internal/register", "internal/store", "internal/webhook"}, Never: []string{"net/http", "html/template"}, Reason: "the application knows nothing of HTTP and HTML; only cmd and the test worlds wire a database"},
	{From: "internal/desk", Never: []string{"database/sql", Module + "internal/store", Module + "internal/peer", Module + "internal/keystore", Module + "internal/api"}, Reason: "the desk asks the node, and has no other way to anything"},
	{From: "internal/web", Never: []string{"database/sql", Module + "internal/store", Module + "internal/peer", Module + "internal/keystore"}, Reason: "pages show what the node gives, and have no other way to it"},
	{From: "internal/api", Never: []string{"database/sql", Module + "internal/store", Module + "internal/peer", Module + "internal/keystore", Module + "internal/web"}, Reason: "REST over the node's commands and queries"},
	{From: "internal/island", Only: []string{"agreement"}, Never: clockDiskNetwork, Reason: "the demonstration's data are the same wherever they are read; a world plays with them"},
	{From: "spec/reader", Only: []string{}, Never: clockDiskNetwork, Reason: "the second reader knows what spec/ says and nothing else, or it could not find where the engine errs"},
	{From: "cmd", Never: []string{Module + "spec/reader"}, Reason: "the second reader is for tests: the product decides by casework alone"},
	{From: "client", Only: []string{"fault"}, Reason: "a client of the API takes nothing of the node with it"},
}
