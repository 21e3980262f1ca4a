// Package casework is the engine, pure: Model and acts in; permitted steps, state, clocks and
// visibility out.
//
// It never touches a clock (time is an argument), a disk, a network, a key or a signature.
package casework
