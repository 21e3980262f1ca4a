package seal

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"

	"github.com/entente-net/entente/fault"
)

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		` { "b" : [ 1 , 2.50 , -0 , 1e2 ] , "a" : null } `: `{"a":null,"b":[1,2.5,0,100]}`,
		`"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`:  `"€$\u000f\nA'B\"\\\\\"/"`,
		`"<>&\u2028\u2029\u007f"`:                          "\"<>&\u2028\u2029\u007f\"",
		`"\b\t\n\f\r\u0000\u001f"`:                         `"\b\t\n\f\r\u0000\u001f"`,
		`"\ud83d\ude00"`:                                   `"😀"`,
		`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}`: "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
		`9007199254740991`:  `9007199254740991`,
		`-9007199254740991`: `-9007199254740991`,
		`0.000001`:          `0.000001`,
		`0.0000001`:         `1e-7`,
		`5e-324`:            `5e-324`,
		`0e99`:              `0`,
		`true`:              `true`,
		`{}`:                `{}`,
		`[]`:                `[]`,
	} {
		v, err := ParseJSON([]byte(in))
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		got, err := Canonical(v)
		if err != nil || string(got) != want {
			t.Errorf("%s becomes %s, %v; want %s", in, got, err, want)
		}
		if _, err := CheckCanonical([]byte(want)); err != nil {
			t.Errorf("%s is refused: %v", want, err)
		}
	}
}

func TestParseJSONRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"twice": `{"a":1,"a":1}`, "twice escaped": `{"a":1,"\u0061":1}`, "twice by case": `{"role":1,"Role":1}`,
		"bad UTF-8": "\"\xff\"", "half pair": `"\ud800"`, "half pair, low": `"\udc00"`, "pair broken": `"\ud800\u0041"`, "pair of highs": `"\ud800\ud800"`,
		"trailing": `1 2`, "trailing comma": `[1,]`, "missing comma": `[1 2]`, "comma in object": `{"a":1,}`, "no colon": `{"a" 1}`,
		"comment": `/**/1`, "leading zero": `01`, "plus": `+1`, "point first": `.5`, "point last": `5.`, "exponent": `1e`, "minus": `-`, "nan": `NaN`,
		"control": "\"\n\"", "bad escape": `"\x"`, "cut escape": `"\u12`, "open": `"abc`, "empty": ``, "half": `{"a":`, "half list": `[`, "name": `{a:1}`,
		"deep": strings.Repeat("[", 40) + strings.Repeat("]", 40), "very deep": strings.Repeat("[", 1<<20), "literal": `nul`, "upper": `True`,
	} {
		if v, err := ParseJSON([]byte(in)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v, %v; want malformed", name, v, err)
		}
	}
}

func TestCanonicalRefuses(t *testing.T) {
	for _, n := range []string{
		"9007199254740992", "-9007199254740992", "9007199254740993", "1e30", "1e999999999", "1e-999999999", "333333333.33333329",
		"0.12345678901234567890", "1" + strings.Repeat("0", 100),
	} {
		v, err := ParseJSON([]byte(n))
		if err != nil {
			t.Fatal(n, err)
		}
		if got, err := Canonical(v); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s becomes %s, %v", n, got, err)
		}
	}
	for _, v := range []any{
		math.NaN(), math.Inf(1), 1 << 53, uint64(1 << 53), "\xff",
		map[string]any{"\xff": 1},
		map[string]any{"a": 1, "A": 1},
		struct{}{},
		[]any{make(chan int)},
		json.Number("x"),
	} {
		if got, err := Canonical(v); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%v becomes %s, %v", v, got, err)
		}
	}
	var deep any = 1
	for range 40 {
		deep = []any{deep}
	}
	_, err := Canonical(deep)
	wantCode(t, err, fault.Malformed)
	for _, bad := range []string{`{"b":1,"a":1}`, `[1, 2]`, `1.0`, `-0`, `1E2`, `"\u0041"`, `"\/"`, `"\u001F"`, " 1"} {
		_, err := CheckCanonical([]byte(bad))
		wantCode(t, err, fault.Malformed)
	}
}

// value draws JSON values that both implementations take.
func value(depth int) *rapid.Generator[any] {
	leaf := []*rapid.Generator[any]{
		rapid.Custom(func(t *rapid.T) any { return rapid.String().Draw(t, "text") }),
		rapid.Custom(func(t *rapid.T) any { return rapid.Float64Range(-1e15, 1e15).Draw(t, "number") }),
		rapid.Custom(func(t *rapid.T) any { return rapid.Int64Range(-maxInteger, maxInteger).Draw(t, "integer") }),
		rapid.SampledFrom([]any{nil, true, false, "\u2028<", "\ufb33", "😀", 0.1, 1e-7}),
	}
	if depth > 0 {
		leaf = append(leaf,
			rapid.Custom(func(t *rapid.T) any { return rapid.SliceOfN(value(depth-1), 0, 4).Draw(t, "list") }),
			rapid.Custom(func(t *rapid.T) any {
				names := rapid.SampledFrom([]string{"", "a", "z", "ö", "\ufb33", "😀", "\r", "b\u0000", "€", "ab"})
				return rapid.MapOfN(names, value(depth-1), 0, 6).Draw(t, "object")
			}))
	}
	return rapid.OneOf(leaf...)
}

// TestCanonicalAgrees holds our form against the library's, value by value.
func TestCanonicalAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := value(3).Draw(t, "value")
		got, err := Canonical(v)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		// The library takes objects and lists only at the top.
		want, err := jcs.Transform([]byte("[" + string(plain) + "]"))
		if err != nil {
			t.Fatal(err)
		}
		if "["+string(got)+"]" != string(want) {
			t.Fatalf("ours\n%s\nlibrary\n%s", got, want)
		}
		if _, err := CheckCanonical(got); err != nil {
			t.Fatalf("%s: %v", got, err)
		}
	})
}

// TestPlainJSON holds the short cut to the long way: it may miss, never err.
func TestPlainJSON(t *testing.T) {
	hits := 0
	for _, s := range []string{
		"", "0", "00", "01", "7", "-1", "123456789012345", "1234567890123456", "1.5", "true", "nul", "null", "false", `"`, `""`, `"a"`, `"a`,
		`a"`, `"a"b"`, `"\u0041"`, "\"\n\"", `"ö"`, "\"\x7f\"", ` 1`, "1 ", "1e5", "[]", "[1, 2]",
	} {
		_, err := CheckCanonical([]byte(s))
		if plainJSON(s) {
			hits++
			if err != nil {
				t.Errorf("%q passes for canonical: %v", s, err)
			}
		}
	}
	if hits < 8 {
		t.Errorf("only %d short cuts", hits)
	}
}
