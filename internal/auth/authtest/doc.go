// Package authtest owns what every store of people and sessions must do, as a test, and a store in memory that
// does it.
//
// It never runs in the product.
package authtest
