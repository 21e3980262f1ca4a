// Package reader is a second reader of agreements, written from the schema and the texts in spec/ alone.
//
// It decides from a model's canonical JSON which acts are taken, what silences do and who sees what, so that
// a test can hold the engine against it: where the two differ, one is wrong, or spec/ leaves something open.
// It shares no code with agreement and casework, keeps a case in another form, and evaluates conditions by
// a CEL environment of its own without static types. It is slow and plain on purpose.
//
// It never runs in the product, and knows nothing that spec/ does not say.
package reader
