package typography_test

import (
	"testing"

	"github.com/entente-net/entente/internal/typography"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		well       bool
	}{
		{"en", "“{text}”: said at 09:40.", true},
		{"en", "\"so\"", false},
		{"en", "don't", false},
		{"en", "wait...", false},
		{"en", "so  far", false},
		{"en", "so ", false},
		{"fr", "Délai\u202f: «\u202f{title}\u202f», à 09:40", true},
		{"fr", "Délai : {title}", false},
		{"fr", "Délai: {title}", false},
		{"fr", "« {title} »", false},
		{"fr", "“{title}”", false},
		{"es", "¿Qué parte?", true},
		{"es", "Qué parte?", false},
		{"es", "94%", false},
		{"es", "94\u00a0%", true},
		{"ru", "Совпадение\u00a0— это вопрос, а Вы решаете.", true},
		{"ru", "Совпадение — это вопрос.", false},
		{"ru", "если вы не ответите", false},
		{"ru", "выходные", true},
		{"zh", "“{text}”：请填写。", true},
		{"zh", "请填写.", false},
		{"zh", "请,填写", false},
		{"zh", "你的节点", false},
		{"zh", "请填写。 再读", false},
		{"ar", "اكتب السنة، مثل \u20682026, 11\u2069.", true},
		{"ar", "اكتب السنة, مثل", false},
		{"ar", "«نعم»؟", true},
	} {
		if got := typography.Slips(c.lang, c.text); (len(got) == 0) != c.well {
			t.Errorf("%s %q: %q", c.lang, c.text, got)
		}
	}
	if !typography.Bare("رمز XA هنا") || typography.Bare("رمز \u2068XA\u2069 هنا {name}") {
		t.Error("what is isolated is told from what is not")
	}
}
