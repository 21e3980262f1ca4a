package web

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// checkMarkup reads a page as strictly as a validator would where it matters here: every element is
// closed in its place, names are unique, what is referred to exists, and nothing is inline.
func checkMarkup(page string) []string {
	var faults []string
	fail := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	var open []string
	ids := map[string]bool{}
	var refs, labels []string
	rest := page
	for {
		at := strings.IndexByte(rest, '<')
		if at < 0 {
			break
		}
		if strings.Contains(rest[:at], "⟦") {
			fail("message missing: %s", rest[strings.Index(rest, "⟦"):at])
		}
		end := tagEnd(rest[at:])
		if end < 0 {
			fail("a tag is not closed: %.40s", rest[at:])
			break
		}
		tag := rest[at+1 : at+end]
		rest = rest[at+end+1:]
		if strings.HasPrefix(tag, "!") {
			continue
		}
		if name, ok := strings.CutPrefix(tag, "/"); ok {
			if len(open) == 0 || open[len(open)-1] != name {
				fail("</%s> closes %v", name, open[max(0, len(open)-3):])
				break
			}
			open = open[:len(open)-1]
			continue
		}
		name, attrs := parseTag(tag)
		if !slices.Contains(voidElements, name) && !strings.HasSuffix(tag, "/") {
			open = append(open, name)
		}
		if name == "script" && !strings.HasPrefix(attrs["src"], "/assets/") || name == "style" || name == "iframe" || name == "font" {
			fail("<%s> is not permitted", name)
		}
		for k, v := range attrs {
			switch {
			case k == "style" || strings.HasPrefix(k, "on"):
				fail("<%s %s> is not permitted", name, k)
			case k == "id":
				if ids[v] {
					fail("id %q stands twice", v)
				}
				ids[v] = true
				if v == "" || strings.ContainsAny(v, " \t") {
					fail("id %q is no name", v)
				}
			case k == "for" || k == "popovertarget":
				refs = append(refs, v)
			case k == "aria-labelledby" || k == "aria-describedby":
				refs = append(refs, strings.Fields(v)...)
			case k == "href" && strings.HasPrefix(v, "#"):
				refs = append(refs, v[1:])
			case k == "href" && strings.Contains(v, "about:invalid"):
				fail("an address was refused: %s", v)
			}
		}
		labels = append(labels, needsLabel(name, attrs)...)
	}
	if len(open) > 0 {
		fail("not closed: %v", open)
	}
	for _, r := range refs {
		if !ids[r] {
			fail("nothing is named %q", r)
		}
	}
	for _, id := range labels {
		if !slices.Contains(refs, id) {
			fail("the control %q has no label", id)
		}
	}
	return faults
}

var voidElements = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// needsLabel gives the id of a control that a label must name; radios stand inside theirs.
func needsLabel(name string, attrs map[string]string) []string {
	switch {
	case name == "textarea" || name == "select":
	case name == "input" && attrs["type"] != "hidden" && attrs["type"] != "radio":
	default:
		return nil
	}
	return []string{attrs["id"]}
}

func tagEnd(s string) int {
	quote := byte(0)
	for i := 1; i < len(s); i++ {
		switch {
		case quote != 0:
			if s[i] == quote {
				quote = 0
			}
		case s[i] == '"' || s[i] == '\'':
			quote = s[i]
		case s[i] == '>':
			return i
		}
	}
	return -1
}

var attrForm = regexp.MustCompile(`([a-zA-Z:-]+)(?:\s*=\s*"([^"]*)")?`)

func parseTag(tag string) (string, map[string]string) {
	name, rest, _ := strings.Cut(strings.TrimSuffix(tag, "/"), " ")
	name = strings.TrimSpace(strings.SplitN(name, "\n", 2)[0])
	attrs := map[string]string{}
	for _, m := range attrForm.FindAllStringSubmatch(rest, -1) {
		attrs[m[1]] = m[2]
	}
	return name, attrs
}

// The checker itself must find what it is there to find.
func TestCheckMarkupFinds(t *testing.T) {
	for _, bad := range []string{
		`<p><b></p></b>`, `<p>`, `<p style="x">a</p>`, `<script></script>`, `<p id="a"></p><p id="a"></p>`,
		`<a href="#x">x</a>`, `<label for="q">q</label>`, `<input id="q" type="text">`, `<p onclick="x">a</p>`, `<p>⟦key⟧</p>`,
	} {
		if len(checkMarkup(bad)) == 0 {
			t.Errorf("found nothing wrong with %s", bad)
		}
	}
	if f := checkMarkup(`<!DOCTYPE html><p id="a">x <a href="#a">y</a><br/></p><label for="q">q</label><input id="q">`); len(f) > 0 {
		t.Errorf("found %v in sound markup", f)
	}
}
