// Command bundle makes the scripts of the pages: each file of internal/web/script becomes one module in
// internal/web/assets/built, with all that it imports from npm's packages inside. What it makes is built, not committed;
// a program built without it serves the same pages, without script.
package main
