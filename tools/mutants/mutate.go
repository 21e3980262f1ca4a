package main

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// mutant is one seeded mistake.
type mutant struct {
	file string
	line int // from 1, of the first line that changed
	kind string
	was  string // the line, or the head of the block, as it was
	now  string // as it is; "" where it is gone
	text []byte
}

// page is a text cut into lines, with which of them are rules.
type page struct {
	file  string
	lines []string
	rules []bool
	roles []string // declared
}

var roleHead = regexp.MustCompile(`^role "([^"]+)"`)

func read(file string, text []byte) *page {
	p := &page{file: file, lines: strings.Split(string(text), "\n")}
	inside, example := false, false
	for _, l := range p.lines {
		switch {
		case !inside && l == "```hcl":
			inside = true
			p.rules = append(p.rules, false)
			continue
		case inside && l == "```":
			inside = false
		case inside && strings.HasPrefix(l, "expect "):
			example = true // examples are what notices a mistake in the rules, not rules themselves
		}
		p.rules = append(p.rules, inside && !example)
		if l == "}" {
			example = false
		}
		if m := roleHead.FindStringSubmatch(l); inside && m != nil {
			p.roles = append(p.roles, m[1])
		}
	}
	return p
}

// site is a place where a kind of mistake can be made, and how.
type site struct {
	kind     string
	from, to int // lines [from, to) are replaced
	now      []string
}

var (
	attribute = regexp.MustCompile(`^(\s*)([a-z][a-z0-9_]*)(\s*=\s*)(\S.*)$`)
	roleWord  = regexp.MustCompile(`\b([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)\b`)
	nameWord  = regexp.MustCompile(`"[a-z][a-z0-9_-]{2,}"|\b[a-z][a-z-]*\.[a-z][a-z0-9-]{2,}`)
	typeLine  = regexp.MustCompile(`^(\s*type\s*=\s*)"([a-z/ ]+)"$`)
	classLine = regexp.MustCompile(`^(\s*class\s*=\s*)"([a-z]+)"$`)
	shareHead = regexp.MustCompile(`^\s*share ".*" \{$`)
	keepHead  = regexp.MustCompile(`^\s*keep \{$`)
	keepLine  = regexp.MustCompile(`^\s*keep\s*=`)
)

// looser is the next class that protects less.
var looser = map[string]string{"protected": "sensitive", "sensitive": "personal", "personal": "official", "official": "public"}

// sites gives every place of every kind, in the order of the text.
func (p *page) sites() map[string][]site {
	all := map[string][]site{}
	add := func(kind string, from, to int, now ...string) {
		all[kind] = append(all[kind], site{kind, from, to, now})
	}
	for i, l := range p.lines {
		if !p.rules[i] {
			continue
		}
		if attribute.MatchString(l) && whole(l) {
			add("drop a line", i, i+1)
		}
		if shareHead.MatchString(l) {
			add("remove a share", i, p.end(i))
		}
		switch {
		case keepHead.MatchString(l):
			add("drop a keep", i, p.end(i))
		case keepLine.MatchString(l):
			add("drop a keep", i, i+1)
		}
		if m := typeLine.FindStringSubmatch(l); m != nil && m[2] != "text" {
			add("loosen a type", i, i+1, m[1]+`"text"`)
		}
		if m := classLine.FindStringSubmatch(l); m != nil && looser[m[2]] != "" {
			add("loosen a type", i, i+1, m[1]+`"`+looser[m[2]]+`"`)
		}
		p.swaps(i, l, add)
		p.misspellings(i, l, add)
	}
	return all
}

// whole says that a value ends on its line.
func whole(l string) bool {
	return strings.Count(l, "[") == strings.Count(l, "]") && strings.Count(l, "{") == strings.Count(l, "}")
}

// end gives the line after the block that begins in line i.
func (p *page) end(i int) int {
	depth := 0
	for j := i; j < len(p.lines); j++ {
		depth += strings.Count(p.lines[j], "{") - strings.Count(p.lines[j], "}")
		if depth == 0 {
			return j + 1
		}
	}
	return i + 1
}

// swaps puts every other role into the place of each that a line names.
func (p *page) swaps(i int, l string, add func(string, int, int, ...string)) {
	for _, at := range roleWord.FindAllStringSubmatchIndex(l, -1) {
		role := l[at[4]:at[5]]
		if !slices.Contains(p.roles, role) {
			continue
		}
		for _, other := range p.roles {
			if other != role {
				add("swap a role", i, i+1, l[:at[4]]+other+l[at[5]:])
			}
		}
	}
}

// misspellings drops a letter of each name and reference of a line, labels and values alike, but for words in prose.
func (p *page) misspellings(i int, l string, add func(string, int, int, ...string)) {
	if m := attribute.FindStringSubmatch(l); m != nil && slices.Contains([]string{"title", "label", "help", "name", "text", "because", "expects"}, m[2]) {
		return // a slip in words is a matter of the prose
	}
	for _, at := range nameWord.FindAllStringIndex(l, -1) {
		word := strings.TrimSuffix(l[at[0]:at[1]], `"`)
		end := at[0] + len(word)
		add("misspell a name", i, i+1, l[:end-2]+l[end-1:])
	}
}

// kinds of mistakes, in the order in which they are drawn.
var kindsOfMistakes = []string{"drop a line", "swap a role", "remove a share", "misspell a name", "loosen a type", "drop a keep"}

// draw gives n different mutants of the pages, the kinds and pages in turn, as far as there are places left.
func draw(pages []*page, n int, r *rand.Rand) []mutant {
	type pool struct {
		p     *page
		sites []site
	}
	pools := map[string][]*pool{}
	for _, kind := range kindsOfMistakes {
		for _, p := range pages {
			s := p.sites()[kind]
			r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
			if len(s) > 0 {
				pools[kind] = append(pools[kind], &pool{p, s})
			}
		}
	}
	var out []mutant
	for left := true; left && len(out) < n; {
		left = false
		for _, kind := range kindsOfMistakes {
			for _, pl := range pools[kind] {
				if len(pl.sites) == 0 || len(out) == n {
					continue
				}
				left = true
				out = append(out, pl.p.apply(pl.sites[0]))
				pl.sites = pl.sites[1:]
			}
		}
	}
	return out
}

func (p *page) apply(s site) mutant {
	lines := slices.Concat(p.lines[:s.from], s.now, p.lines[s.to:])
	return mutant{
		file: p.file, line: s.from + 1, kind: s.kind, was: strings.TrimSpace(p.lines[s.from]), now: strings.TrimSpace(strings.Join(s.now, "\n")),
		text: []byte(strings.Join(lines, "\n")),
	}
}
