package typography

import (
	"regexp"
	"strings"
	"unicode"
)

// slip is what a language does not set so.
type slip struct {
	form *regexp.Regexp
	says string
}

func slips(pairs ...string) []slip {
	out := make([]slip, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, slip{regexp.MustCompile(pairs[i]), pairs[i+1]})
	}
	return out
}

// everywhere is what no language holds.
var everywhere = slips(
	`["'`+"`"+`]`, "a quotation mark of a typewriter",
	`\.\.\.`, "three full stops for an ellipsis",
	`[ \x{a0}\x{202f}]{2,}`, "two spaces",
)

// The rules follow the reference works of each language; French sets the narrow no-break space of the
// Imprimerie nationale before every double mark, Chinese the full-width marks of GB/T 15834.
var rules = map[string][]slip{
	"ar": slips(`[,;?]`, "a mark that Arabic writes otherwise (، ؛ ؟)", `[“”]`, "quotation marks that are not «»"),
	"en": slips(`[«»]`, "quotation marks that are not “”", ` [:;?!,.]`, "a space before a mark"),
	"es": slips(
		`[“”]`, "quotation marks that are not «»", ` [:;?!,.]`, "a space before a mark",
		`^[^¿]*\?`, "a question without ¿", `^[^¡]*!`, "an exclamation without ¡",
		`[ \d}]%`, "a sign of percent without its no-break space",
	),
	"fr": slips(
		`[“”]`, "quotation marks that are not «»",
		`[^\x{202f}\d][:;?!»%]`, "a mark without its narrow no-break space",
		`«[^\x{202f}]`, "a quotation without its narrow no-break space",
		` [,.]`, "a space before a mark",
	),
	"ru": slips(
		`[“”]`, "quotation marks that are not «»", ` [:;?!,.]`, "a space before a mark",
		` —`, "a dash that may begin a line", `[ \d}]%`, "a sign of percent without its no-break space",
		`(?:^|[^\p{L}])(?:вы|вас|вам|вами|ваш[а-я]*)(?:[^\p{L}]|$)`, "a small letter where a person is addressed",
	),
	"zh": slips(
		`\p{Han}[,;:?!()]|[,;:?!()]\p{Han}|\p{Han}\.`, "a mark that Chinese writes in full width",
		`[«»]`, "quotation marks that are not “”", `\p{Han} +\p{Han}`, "a space between characters",
		`[，。；：？！、] `, "a space after a full-width mark",
		`你`, "a familiar address",
	),
}

// foreign is what stands isolated in a text (UAX 9), or as a code: its marks are its own.
var foreign = regexp.MustCompile("\u2068[^\u2069]*\u2069|https?://[^ ]+")

// Slips names what a text of a language (a code of BCP 47) sets as that language does not; none, if all is well.
// Places in braces are left alone.
func Slips(lang, text string) []string {
	held := foreign.ReplaceAllString(text, "\u2068\u2069")
	var found []string
	for _, list := range [][]slip{everywhere, rules[lang]} {
		for _, s := range list {
			if f := s.form.FindString(held); f != "" {
				found = append(found, s.says+": "+f)
			}
		}
	}
	if strings.TrimSpace(text) != text {
		found = append(found, "a space at its beginning or end")
	}
	return found
}

var place = regexp.MustCompile(`\{[a-z]+\}`)

// Bare says whether a text written from right to left holds Latin letters that nothing isolates: they may turn
// about what stands beside them.
func Bare(text string) bool {
	held := place.ReplaceAllString(foreign.ReplaceAllString(text, ""), "")
	return strings.IndexFunc(held, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) >= 0
}
