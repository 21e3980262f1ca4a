// Package examples holds treaties and decisions that are in force in the world, told as agreements that run: each file states
// in its own words what the instrument says, and by example what follows.
package examples
