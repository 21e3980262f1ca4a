// Package web owns what people see: the desk for the people of a party and the public pages, rendered
// on the server from plain views, with their components, assets and languages.
//
// It never decides what is permitted, never reads a database, a key or a model's rules for itself:
// what it shows comes through the small interfaces in desk.go, and what a person does goes back
// through them. It works without script, and better with it; its content policy permits this
// site's own alone. What script/ holds is bundled by tools/bundle.
//
// What it says stands in messages/, in a folder for each language and a file for each part of the sites;
// the tests hold every language to the English, to its own plural forms and to its own marks.
package web
