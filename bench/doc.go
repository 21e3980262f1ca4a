// Package bench measures what the product claims, with a peer or a physical limit beside each figure.
//
// It lives in exercise worlds on loopback and never asserts a time: whoever reads decides.
package bench
