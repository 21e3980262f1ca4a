// Package webhook owns what a node tells another program that something happened: the event's bytes, the signature over them, to
// which addresses they may go, and after how long they go again. The format is in spec/webhook.md.
//
// An event holds names, states and articles, and never a value of a field or the name of a person: whoever takes it is no party to
// the agreement. The package sends nothing and keeps nothing.
package webhook
