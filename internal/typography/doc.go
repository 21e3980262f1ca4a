// Package typography owns how each of the six languages sets its marks: quotation marks, spaces beside
// punctuation, full-width signs, the form of address. The tests of every catalogue hold their texts to it.
//
// It never changes a text, and knows no catalogue.
package typography
