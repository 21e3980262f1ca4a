// Package notice owns what leaves a node to tell a person that something waits: one sentence in the person's language, the
// letter that carries it, and the mail server that takes the letter.
//
// It never says what waits, of whom it is, or what is in a case: a letter passes through machines that are no party to any
// agreement. It keeps nothing; the rows are the node's.
package notice
