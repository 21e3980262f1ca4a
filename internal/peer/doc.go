// Package peer owns the line between two nodes: HTTP/2 over mutual TLS 1.3 with pinned keys, the
// coalescing of questions, and the sending of what waits in the outbox.
//
// It moves sealed letters and never reads them: what a letter means, whether it is permitted and
// what is kept of it is the node's business. It never trusts a certificate authority: the
// agreement is the trust list, and a key that no card names gets no connection.
package peer
