// Package auth owns who the people of a node are, which roles they hold under which agreement, and how a
// request proves to come from one of them: sessions, bearer tokens, login links of an exercise, and the tokens
// that tie a form to a session. It also owns pseudonyms, under which people appear in acts.
//
// It never decides what a role may do (the agreement says it, the engine applies it), never knows pages or
// tables, and never gives the administrator of a node any role: who looks after the machine does not read
// the cases.
//
// # Trust
//
// Of a token the store holds the SHA-256 alone: who copies the database cannot log in. The node's secret lies
// with its keys, outside the database: who has both can forge login links of an exercise world and link
// pseudonyms to people, but still cannot sign as anybody. Destroying a person's Secret makes that person's
// pseudonyms unlinkable for everyone, this node included.
package auth
