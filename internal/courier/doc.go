// Package courier carries small messages from a node to addresses outside that people named: receivers of webhooks, push services.
//
// An address that somebody names may lead into the node's own network. So where a name leads is looked at when it is dialled, after
// it was resolved; nobody is sent on to another address; and how long and how much may come back is bounded. It knows nothing of
// what it carries.
package courier
