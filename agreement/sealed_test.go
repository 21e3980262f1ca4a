package agreement

import (
	"encoding/base64"
	"strings"
	"testing"
)

// armor wraps as age does; the body is of the right form, whoever could open it.
func armor(body []byte) string {
	text := base64.StdEncoding.EncodeToString(append([]byte(sealIntro), body...))
	var b strings.Builder
	b.WriteString(sealHead + "\n")
	for len(text) > sealLine {
		b.WriteString(text[:sealLine] + "\n")
		text = text[sealLine:]
	}
	b.WriteString(text + "\n" + sealFoot + "\n")
	return b.String()
}

func TestSealedText(t *testing.T) {
	f := &Field{ID: "source", Type: TypeText, SealedTo: "investigator"}
	whole := armor([]byte(strings.Repeat("sealed ", 40)))
	m := &Model{}
	for name, c := range map[string]struct {
		value  string
		taken  bool
		sealed bool
	}{
		"plain, as an office wrote it down": {"a clerk at the crossing", true, false},
		"sealed":                            {whole, true, true},
		"sealed, with the lines of Windows": {strings.ReplaceAll(whole, "\n", "\r\n"), false, false},
		"cut off":                           {whole[:len(whole)-20], false, false},
		"another line after it":             {whole + "and in plain: a clerk", false, false},
		"plain words inside":                {strings.Replace(whole, "\n"+sealFoot, "\na clerk\n"+sealFoot, 1), false, false},
		"of no version":                     {strings.Replace(armor(nil), base64.StdEncoding.EncodeToString([]byte(sealIntro))[:8], "AAAAAAAA", 1), false, false},
		"before it a space":                 {" " + whole, false, false},
		"nothing in it":                     {sealHead + "\n" + sealFoot, false, false},
		"too long":                          {armor(make([]byte, maxText)), false, false},
	} {
		t.Run(name, func(t *testing.T) {
			if err := m.CheckValue(f, c.value); (err == nil) != c.taken {
				t.Errorf("taken: %v", err)
			}
			if IsSealed(c.value) != c.sealed {
				t.Errorf("IsSealed is %v", !c.sealed)
			}
		})
	}
	if err := m.CheckValue(&Field{ID: "source", Type: TypeText}, whole[:len(whole)-20]); err != nil {
		t.Errorf("a field that is not sealed takes any text: %v", err)
	}
}
