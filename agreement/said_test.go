package agreement

import (
	"slices"
	"testing"
)

// The number of a paragraph and that of the sentence before belong to no unit of time.
func TestLengthsKeepToTheirSentence(t *testing.T) {
	for _, x := range []struct {
		text string
		want []length
	}{
		{"6. Every year the Parties meet.\n\n(16) Within 48 hours they reply.", []length{oneHour.times(48)}},
		{"From 1 September 2026, within thirty days, and from 1 March 2026, and every year.", []length{oneDay.times(30)}},
		{"It accepts no more than three. Years pass.", nil},
		{"It decides within\n30 days; ten\nworking days if it is urgent.", []length{oneDay.times(30), oneWorking.times(10)}},
	} {
		if got := lengthsIn(x.text, "en"); !slices.Equal(got, x.want) {
			t.Errorf("%q: %v, want %v", x.text, got, x.want)
		}
	}
}

// Numbers of several words, as treaties in French and Spanish write them.
func TestLengthsInSeveralWords(t *testing.T) {
	for _, x := range []struct {
		language, text string
		want           []length
	}{
		{"fr", "dans les vingt-quatre heures, puis vingt quatre heures", []length{oneHour.times(24), oneHour.times(24)}},
		{"fr", "soixante-dix jours, quatre-vingts jours, cent quatre-vingts jours", []length{oneDay.times(70), oneDay.times(80), oneDay.times(180)}},
		{"fr", "vingt et un jours ouvrables ou trois cents jours", []length{oneWorking.times(21), oneDay.times(300)}},
		{"fr", "pendant deux années et un semestre", []length{oneYear.times(2), oneMonth.times(6)}},
		{"es", "cuarenta y ocho horas, ciento ochenta días, veintiún meses", []length{oneHour.times(48), oneDay.times(180), oneMonth.times(21)}},
		{"ar", "خلال خمسة عشر يوماً، أو ثمانٍ وأربعين ساعة، أو 48 ساعة", []length{oneDay.times(15), oneHour.times(48), oneHour.times(48)}},
		{"ar", "في غضون خمسة وأربعين يوماً وعشرة أيام عمل ومائة وثمانين يوماً و30 يوماً", []length{oneDay.times(45), oneWorking.times(10), oneDay.times(180), oneDay.times(30)}},
		{"ar", "لسنة واحدة، أو يوم عمل واحد، أو يومي عمل، أو يومين من أيام العمل، أو اثنتي عشرة ساعة", []length{oneYear, oneWorking, oneWorking.times(2), oneWorking.times(2), oneHour.times(12)}},
		{"ar", "خلال يومين، ثم سنتان، وثلاث سنوات من أعمال خمسة أشخاص في الوظائف العامة", []length{oneDay.times(2), oneYear.times(2), oneYear.times(3)}},
		{"ar", "خلال أربعة\nعشر يوماً، أو في غضون ثانيتين", []length{oneDay.times(14), oneSecond.times(2)}},
		{"fr", "pendant soixante et\nonze jours", []length{oneDay.times(71)}},
		{"ar", "في غضون ثانيتين، أو ثانيتان", []length{oneSecond.times(2), oneSecond.times(2)}},
		{"ar", "بموجب المادة 6، وثلاثين يوماً على الأكثر", []length{oneDay.times(30)}},
		{"fr", "en vertu de l'article 6, et de trente jours au plus", []length{oneDay.times(30)}},
		{"en", "under Article 6, and for thirty days or 60 days", []length{oneDay.times(30), oneDay.times(60)}},
		{"en", "seventy-two hours", []length{oneHour.times(72)}},
	} {
		if got := lengthsIn(x.text, x.language); !slices.Equal(got, x.want) {
			t.Errorf("%q: %v, want %v", x.text, got, x.want)
		}
	}
}

func TestReturnsIn(t *testing.T) {
	for _, x := range []struct {
		language, text string
		want           length
	}{
		{"en", "Every year, not later than 15 December.", oneYear},
		{"en", "A monthly list is given.", oneMonth},
		{"fr", "Chaque semaine, une liste est remise.", oneWeek},
		{"es", "Se presenta un informe anual.", oneYear},
		{"ru", "Доклад представляется ежегодно.", oneYear},
		{"zh", "各方每年提交报告。", oneYear},
		{"ar", "تقدم الأطراف تقريرا كل سنة", oneYear},
		{"ar", "يُنشر التقرير السنوي خلال يومين من أيام العمل أو شهرين أو يومي عمل", oneYear},
	} {
		if got := returnsIn(x.text, x.language); !slices.Equal(got, []length{x.want}) {
			t.Errorf("%q: %v, want %v", x.text, got, x.want)
		}
	}
	if got := returnsIn("The yield of each is given. Per se nothing.", "en"); got != nil {
		t.Errorf("what returns never was %v", got)
	}
}

// A field's own name may hold the word of a class: sensitive points are called so.
func TestNameOfAFieldIsNoClass(t *testing.T) {
	for _, x := range []struct {
		sentence, label string
		want            bool
	}{
		{"the escort names the sensitive points", "sensitive points", true},
		{"the points are sensitive", "points", false},
		{"sensitive points are sensitive", "sensitive points", false},
	} {
		if got := called(x.sentence, x.label, classWords["en"]); got != x.want {
			t.Errorf("%q called %q: %v", x.sentence, x.label, got)
		}
	}
}
