// Package push owns the messages that a browser shows while no page of the desk is open: their encryption to the browser
// (RFC 8291, RFC 8188) and the node's word to the push service between them (VAPID, RFC 8292).
//
// A push service is no party to any agreement: it learns that a message came, when, and for which browser, and of what it says
// nothing. The package sends nothing and keeps nothing.
package push
