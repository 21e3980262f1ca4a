package main

import (
	"regexp"
	"testing"

	"github.com/entente-net/entente/internal/world"
)

// Whatever the tour says of its own it says in Arabic too, and names stand isolated there.
func TestTourInArabic(t *testing.T) {
	says := map[string]bool{}
	for _, c := range world.Cast {
		says[c.Does] = true
	}
	for _, x := range tries(nil) {
		says[x.Title], says[x.Link] = true, true
		for _, s := range x.Steps {
			says[s] = true
		}
	}
	for s := range says {
		if tourArabic[s] == "" {
			t.Errorf("not in Arabic: %s", s)
		}
	}
	isolated := regexp.MustCompile("\u2068[^\u2068\u2069]*\u2069")
	for s, words := range tourArabic {
		if !says[s] {
			t.Errorf("nobody says: %s", s)
		}
		if left := isolated.ReplaceAllString(words, ""); regexp.MustCompile("[A-Za-z]").MatchString(left) {
			t.Errorf("Latin letters stand in the open: %s", words)
		}
	}
}
