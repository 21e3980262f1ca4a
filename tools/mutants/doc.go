// Command mutants seeds mistakes into the rules of agreements and counts how many of them are noticed before
// anybody could sign: by a finding that the sound text does not have, or by an example (an expect block) that no
// longer comes out.
//
//	go run ./tools/mutants [-n 500] [-seed 1] [-all] FILE…
//
// A mutant is one change to one line or block of rules: a line dropped, a role swapped, a share removed, a name
// misspelt, a type or class loosened, a keeping time dropped. They are drawn by a seeded generator, so that every run
// draws the same. Survivors are printed; each is to be explained in docs/mutants.md, and the command says which are
// not. It ends with status 1 if fewer than 95 of 100 are noticed or a survivor is unexplained.
//
// It never runs in the product.
package main
