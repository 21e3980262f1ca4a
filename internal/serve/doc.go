// Package serve puts a node together from its folder: database, key store, the line to the others, the
// desk and the API. It is the one place where the parts of a running node are wired.
//
// It decides nothing: what a node does is package node's, what people see is web's and api's.
package serve
