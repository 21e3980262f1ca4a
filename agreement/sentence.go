package agreement

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is one sentence of an article's prose. Sentences count from 1 through the article.
type sentence struct {
	text      string // on one line
	paragraph int    // of the clause's prose, from 0
	offset    int    // in bytes of the paragraph
}

// Sentences gives the article's sentences, each on one line, in their order: the first is sentence 1. A sentence
// ends with its paragraph, or with a mark that ends sentences in one of the agreement's scripts (. ! ? … 。 ！ ？ ؟ ۔).
// A point does not end one after an abbreviation (Art., No.), inside an abbreviation or a number, or before a small
// letter. The number of a paragraph or of a list's item is no part of a sentence, nor are tables and code.
func (c *Clause) Sentences() []string {
	list := sentences(c.Prose)
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].text
	}
	return out
}

var (
	// itemForm is what begins a numbered paragraph or a list's item: "1. ", "(a) ", "2.3 ", "- ", behind quotation marks.
	itemForm  = regexp.MustCompile(`^[ \t>]*(?:[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[0-9]{1,3}(?:\.[0-9]{1,3})+|\([0-9a-zа-я]{1,3}\)|[a-z]\)|[-*+–•])[ \t]+`)
	leadForm  = regexp.MustCompile(`^[ \t>]*`)
	romanForm = regexp.MustCompile(`^[IVXLC]+\b`)
)

func sentences(prose []string) []sentence {
	var out []sentence
	code := false
	for i, p := range prose {
		s := splitter{text: p, paragraph: i, begin: -1}
		for at := 0; at < len(p); {
			end := len(p)
			if n := strings.IndexByte(p[at:], '\n'); n >= 0 {
				end = at + n
			}
			line := strings.TrimLeft(p[at:end], " \t>")
			switch {
			case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
				code = !code
				s.flush(at)
			case code, strings.HasPrefix(line, "|"), strings.HasPrefix(line, "<!--"), strings.HasPrefix(line, "#"):
				s.flush(at)
			default:
				s.line(at, end)
			}
			at = end + 1
		}
		s.flush(len(p))
		out = append(out, s.out...)
	}
	return out
}

// splitter cuts one paragraph.
type splitter struct {
	text      string
	paragraph int
	begin     int // of the sentence that is open, -1: none is
	out       []sentence
}

func (s *splitter) flush(end int) {
	if s.begin < 0 {
		return
	}
	text := oneLine(strings.ReplaceAll(s.text[s.begin:end], "\n", " "))
	if strings.ContainsFunc(text, unicode.IsLetter) {
		s.out = append(s.out, sentence{text, s.paragraph, s.begin})
	}
	s.begin = -1
}

func (s *splitter) line(at, end int) {
	lead := len(leadForm.FindString(s.text[at:end]))
	if item := itemForm.FindString(s.text[at:end]); item != "" && (s.begin < 0 || s.lists(at)) {
		lead = len(item) // its point ends nothing: "the Parties shall:", "1. …;", "2. …" is one sentence
	}
	for i := at + lead; i < end; {
		r, n := utf8.DecodeRuneInString(s.text[i:end])
		if s.begin < 0 && !unicode.IsSpace(r) {
			s.begin = i
		}
		i += n
		if !strings.ContainsRune(".!?…。！？｡؟۔", r) {
			continue
		}
		for i < end { // marks that follow, and what closes a quotation or an emphasis
			next, n := utf8.DecodeRuneInString(s.text[i:end])
			if !strings.ContainsRune(".!?…。！？؟۔\"'”’»)]}*_」』）】", next) {
				break
			}
			i += n
		}
		if s.ends(i, r) {
			s.flush(i)
		}
	}
}

// lists says whether the sentence that is open goes on as a list on the line that begins at a byte.
func (s *splitter) lists(at int) bool {
	before := strings.TrimRight(s.text[s.begin:at], " \t\n")
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ",")
}

// ends says whether the mark r, which stands before byte after, ends the sentence.
func (s *splitter) ends(after int, r rune) bool {
	if strings.ContainsRune("。！？｡", r) {
		return true // those scripts put no space between sentences
	}
	rest := s.text[after:]
	if rest == "" {
		return true
	}
	if space, _ := utf8.DecodeRuneInString(rest); !unicode.IsSpace(space) {
		return false // "3.5", "example.org"
	}
	if r != '.' && r != '…' {
		return true
	}
	rest = strings.TrimLeft(rest, " \t\n>*_\"'“‘«(")
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(next) {
		return false
	}
	return r == '…' || !abbreviated(s.text[s.begin:after], rest)
}

// Words after which a point ends no sentence, in the languages in which agreements are written: those that lead
// to a number, and those that lead to a name. Those that often end a sentence (etc., г.) are left out: before a
// small letter no point does.
var (
	beforeNumbers = []string{
		"art", "arts", "no", "nos", "nr", "para", "paras", "par", "sec", "secs", "s", "ch", "vol", "p", "pp", "fig", "reg", "dir", "ann", "al", "chap",
		"n", "núm", "párr", "pág", "ap", "ст", "п", "пп", "ч", "гл", "разд", "абз", "стр", "№",
	}
	beforeNames = []string{"dr", "mr", "mrs", "ms", "st", "prof", "gen", "col", "hon", "cf", "mme", "mm", "sr", "sra", "dra", "им", "см"}
)

// abbreviated says whether a text that ends in a point ends in an abbreviation, given what follows.
func abbreviated(text, rest string) bool {
	text = strings.TrimRight(text, "\"'”’»)]}*_")
	word := strings.TrimRight(text[strings.LastIndexAny(text, " \t\n(«“\"‘'[")+1:], ".")
	switch lower := strings.ToLower(word); {
	case strings.Contains(word, "."):
		return !strings.ContainsFunc(word, unicode.IsDigit) // "e.g.", "т.е.", "U.N."
	case slices.Contains(beforeNames, lower):
		return true
	case slices.Contains(beforeNumbers, lower):
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsDigit(next) || romanForm.MatchString(rest)
	}
	return false
}
