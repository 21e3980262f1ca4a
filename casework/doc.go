// Package casework is the engine, pure: Model and acts in; permitted steps, state, clocks and
// visibility out.
//
// It owns what an act does to a case, what silence does to it, who may see which field and until when,
// and the questions that follow from these: what may be done next, what is owed, what must be destroyed.
// It owns the figures over cases too: indicators under disclosure control, quotas, funds, risk methods, and
// drills, which play a text on the engine before it is signed.
// It owns what an act does beside its case (Effects), and how an agreement stands by that: suspended,
// prolonged, in which phase, between whom (Standing).
// A Case is a value, and so is a Standing: every function that moves it returns a new one.
//
// It never touches a clock (time is an argument), a disk, a network, a key or a signature. Who signed,
// whether a proof is good and in which order acts arrived is decided by its callers.
package casework
