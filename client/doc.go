// Package client is the Go client of a node's API, and the one place where the API's JSON is written
// down as Go types: the node's side uses the same.
//
// It takes nothing of the node with it: no engine, no keys, no database. It never signs; where a step
// needs a person's own signature it carries the act to sign and the signature, both made elsewhere.
package client
