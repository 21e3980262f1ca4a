// Package fault owns the one error type of the project and the list of its codes.
//
// It never knows about HTTP, databases or the agreement's types: those above it translate.
package fault
