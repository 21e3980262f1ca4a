package agreement

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/gocty"
)

// Assembled is a text with the parts in place that it includes. This is the text that is checked, signed and run: nodes
// know nothing of parts.
type Assembled struct {
	Text  []byte
	Parts []string // the files that are in it, in order; none where the text includes nothing

	origin []origin // of each line of Text; nil where nothing is included
}

type origin struct {
	file string
	line int // 1-based
}

var (
	includeForm = regexp.MustCompile(`\A\s*include\b`)
	// A part heads its articles "Article A", "Article B", and speaks of them so, in the six languages.
	letterForm   = regexp.MustCompile(`((?i:articles?|artículos?|статья|статьи|статье|статью|статьёй|статей)[ \t\x{a0}]+|(?:ال|لل|بال|وال)?(?:مادة|مادتين|مادتان|مواد)[ \t\x{a0}]+|第[ \t]?)([A-Z])\b`)
	followForm   = regexp.MustCompile(`(?:(?i:articles|artículos|статьи|статей)|مواد|مادتين|مادتان|第)[ \t\x{a0}]*[0-9]+(?:(?:, | and | or | to |–| et | ou | à | y | o | a | и | или | до | و ?| أو |، |和|或|至|、)[0-9]+)*(?:, | and | or | to |–| et | ou | à | y | o | a | и | или | до | و ?| أو |، |和|或|至|、)[A-Z]\b`)
	letterWanted = regexp.MustCompile(`^(?:(?:Article|Artículo|Статья|المادة)[ \t\x{a0}]+([A-Z])|第[ \t]*([A-Z])[ \t]*条)(?:[ \t]*[—–:：.-][ \t]*|[ \t]+|$)(.*)$`)
	// Attributes whose texts are numbers of articles.
	numbersForm = regexp.MustCompile(`^\s*(?:articles|suspends|restores|renews|excludes|provisional|governs|covers)\s*=`)
	effectForm  = regexp.MustCompile(`"(suspends|restores|renews) ([A-Z])"`)
	loneForm    = regexp.MustCompile(`"([A-Z])"`)
)

// Assemble puts the parts that a text includes into their places:
//
//	include "common/complaints.md" {
//	  article = 31
//	}
//
// in a fence of its own stands for the file of that name, from the folder of the text, whose Articles A, B, C become
// Articles 31, 32, 33. A part includes nothing itself. A text without includes comes back as it is. The folder is that in
// which the text stands; the name stands in findings, and its folder before the names of parts.
func Assemble(folder fs.FS, name string, text []byte) (Assembled, Findings) {
	if !bytes.Contains(text, []byte("\ninclude ")) {
		return Assembled{Text: text}, nil
	}
	a := Assembled{}
	var found Findings
	var out bytes.Buffer
	lines := bytes.SplitAfter(text, []byte("\n"))
	a.origin = make([]origin, 0, len(lines))
	out.Grow(len(text))
	for i := 0; i < len(lines); i++ {
		end := i + 1
		if string(bytes.TrimRight(lines[i], "\n")) == "```hcl" {
			for end < len(lines) && string(bytes.TrimRight(lines[end], "\n")) != "```" {
				end++
			}
			if end < len(lines) && includes(lines[i+1:end]) {
				rules := bytes.Join(lines[i+1:end], nil)
				fault := func(format string, args ...any) {
					found = append(found, Finding{
						Severity: SeverityError, Code: CodeInclude, File: name, Line: i + 2, Column: 1,
						SourceLine: strings.TrimRight(string(lines[i+1]), "\n"), Message: fmt.Sprintf(format, args...),
						Mend: "write include \"common/complaints.md\" { article = 31 } in a fence of its own: a file beside the text, and the number of its first article",
					})
				}
				part, lined, err := a.part(folder, name, rules)
				if err != nil {
					fault("%s", err)
				}
				out.Write(part)
				a.origin = append(a.origin, lined...)
				i = end
				continue
			}
			if end == len(lines) {
				end--
			}
		}
		for ; i < end; i++ {
			out.Write(lines[i])
			a.origin = append(a.origin, origin{name, i + 1})
		}
		i--
	}
	a.Text = out.Bytes()
	return a, found
}

// includes says whether a fence of these lines includes a part.
func includes(lines [][]byte) bool {
	for _, l := range lines {
		if len(bytes.TrimLeft(l, "\t\n\f\r ")) > 0 {
			return includeForm.Match(l)
		}
	}
	return false
}

// part reads one included file, with its articles numbered.
func (a *Assembled) part(folder fs.FS, name string, rules []byte) ([]byte, []origin, error) {
	in, err := readInclude(name, rules)
	if err != nil {
		return nil, nil, err
	}
	at := path.Join(path.Dir(name), in.path)
	if !fs.ValidPath(in.path) {
		return nil, nil, fmt.Errorf("%q is no file in or below the folder of the text", in.path)
	}
	if in.article < 1 || in.article > 9999-26 {
		return nil, nil, fmt.Errorf("no article has the number %d", in.article)
	}
	if slices.Contains(a.Parts, at) {
		return nil, nil, fmt.Errorf("%q is included twice", in.path)
	}
	text, err := fs.ReadFile(folder, in.path)
	if err != nil {
		return nil, nil, fmt.Errorf("%q cannot be read", in.path)
	}
	if bytes.Contains(text, []byte("\ninclude ")) {
		return nil, nil, fmt.Errorf("%q includes a part itself", in.path)
	}
	a.Parts = append(a.Parts, at)
	return withNumbers(text, at, in.article)
}

type include struct {
	path    string
	article int
}

func readInclude(name string, rules []byte) (in include, err error) {
	file, diags := hclsyntax.ParseConfig(rules, name, hcl.InitialPos)
	if diags.HasErrors() {
		return in, fmt.Errorf("this include does not read: %s", diags[0].Detail)
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok || len(body.Blocks) != 1 || len(body.Attributes) > 0 || len(body.Blocks[0].Labels) != 1 {
		return in, errors.New("one part is included in a fence, by one name")
	}
	b := body.Blocks[0]
	number := b.Body.Attributes["article"]
	if number == nil || len(b.Body.Attributes) > 1 || len(b.Body.Blocks) > 0 {
		return in, errors.New("an include states the number of its first article, and nothing else")
	}
	v, diags := number.Expr.Value(nil)
	if diags.HasErrors() || v.Type() != cty.Number || gocty.FromCtyValue(v, &in.article) != nil {
		return in, errors.New("the number of the first article is a whole number")
	}
	in.path = b.Labels[0]
	return in, nil
}

// hasLetter says whether a line has a capital letter by itself, as every mention of an article in a part has: nearly no
// line does, and the others need no search.
func hasLetter(line string) bool {
	in := false // a word of ASCII letters, as \b has it
	for i := range len(line) {
		b := line[i]
		if b >= 'A' && b <= 'Z' && !in && (i+1 == len(line) || !wordByte(line[i+1])) {
			return true
		}
		in = wordByte(b)
	}
	return false
}

func wordByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// withNumbers gives a part with numbers in the places of its letters.
func withNumbers(text []byte, name string, first int) ([]byte, []origin, error) {
	text = append(bytes.TrimRight(text, "\n"), '\n')
	has := map[string]string{}
	lines := strings.SplitAfter(string(text), "\n")
	for _, l := range lines {
		if !strings.HasPrefix(l, "#") {
			continue
		}
		if m := letterWanted.FindStringSubmatch(strings.TrimSpace(strings.TrimLeft(l, "#"))); m != nil {
			letter := m[1] + m[2]
			if want := string(rune('A' + len(has))); letter != want {
				return nil, nil, fmt.Errorf("the articles of %q do not follow each other from Article A: Article %s stands where Article %s would", name, letter, want)
			}
			has[letter] = fmt.Sprint(first + len(has))
		}
	}
	var unknown error
	number := func(letter string) string {
		if n, ok := has[letter]; ok {
			return n
		}
		unknown = fmt.Errorf("%q speaks of an Article %s that it does not have", name, letter)
		return letter
	}
	var out strings.Builder
	out.Grow(len(text))
	from := make([]origin, 0, len(lines))
	for i, l := range lines {
		if l == "" {
			continue
		}
		if !hasLetter(l) {
			out.WriteString(l)
			from = append(from, origin{name, i + 1})
			continue
		}
		l = letterForm.ReplaceAllStringFunc(l, func(s string) string {
			return s[:len(s)-1] + number(s[len(s)-1:])
		})
		for { // "Articles A, B and C"
			next := followForm.ReplaceAllStringFunc(l, func(s string) string { return s[:len(s)-1] + number(s[len(s)-1:]) })
			if next == l {
				break
			}
			l = next
		}
		l = effectForm.ReplaceAllStringFunc(l, func(s string) string {
			return s[:len(s)-2] + number(s[len(s)-2:len(s)-1]) + `"`
		})
		if numbersForm.MatchString(l) {
			l = loneForm.ReplaceAllStringFunc(l, func(s string) string { return `"` + number(s[1:2]) + `"` })
		}
		out.WriteString(l)
		from = append(from, origin{name, i + 1})
	}
	return []byte(out.String()), from, unknown
}

// Place gives findings over the assembled text at their places in the files that it was put together from.
func (a Assembled) Place(fs Findings) Findings {
	if a.origin == nil {
		return fs
	}
	out := slices.Clone(fs)
	for i := range out {
		if n := out[i].Line; n >= 1 && n <= len(a.origin) {
			out[i].File, out[i].Line = a.origin[n-1].file, a.origin[n-1].line
		}
	}
	return out
}

// Open reads a file of a folder, assembles and compiles it. The name stands in findings as the file's. It gives the
// assembled text, its model (nil where a finding is an error) and the findings at their places. The error is of reading
// the file alone.
func Open(folder fs.FS, file, name string) (Assembled, *Model, Findings, error) {
	text, err := fs.ReadFile(folder, file)
	if err != nil {
		return Assembled{}, nil, nil, err
	}
	a, found := Assemble(folder, name, text)
	if found.Failed() {
		return a, nil, found, nil
	}
	m, found := Compile(name, a.Text)
	return a, m, a.Place(found), nil
}
