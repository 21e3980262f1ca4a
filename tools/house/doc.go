// Command house measures the files as the project wants them: the median file has 80 to 170 lines, nine in ten have fewer
// than 500, tests are 0.7 to 1.5 times the code, and every package says in doc.go what it owns. Generated code does not count.
//
// It never runs in the product.
package main
