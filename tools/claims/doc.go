// Command claims runs what docs/claims.md claims, and prints for each whether it held or falls short.
//
//	go run ./tools/claims [-only GROUP]
//
// A claim is a row of a table: its name, what is claimed, the command that shows it, the figure last measured and
// the cores of the machine it was measured on. It held if the command ends with status 0; the last line that the command
// prints is the figure. The group is the heading above the table.
//
// It never runs in the product.
package main
