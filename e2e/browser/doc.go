// Package browser owns the tests that a person would do: in a real browser (Debian's Chromium), at the desks and public
// pages of real nodes that speak with each other over real lines.
//
// The Go side makes the nodes, their people and their agreements, and hands addresses to scripts that `node` runs with
// playwright-core; what the scripts find comes back as subtests. It holds no product code, and never reaches into a page by
// anything that a person does not have: words, keys, a pointer.
package browser
