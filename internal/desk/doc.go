// Package desk fills the interfaces of internal/web from a running node: it turns cases, clocks, shares and
// logs into the views that the pages draw, in words, and what a person does into the node's commands.
//
// It never decides what is permitted (the agreement does, by casework), never draws anything (internal/web
// does), and never shows a value that the node did not give to this very person.
package desk
