// Package safeguard owns the attacks on what protects people in the model agreements: for each safeguard somebody with a
// valid login who tries to get round it by the API of a real node, and is refused with the article.
//
// It is tests alone, and docs/safeguards.md is held to them. It never calls the engine or a node for anything that an
// attacker does: all that goes by HTTP, with a token, as a program would send it.
package safeguard
