package agreement

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// wrong reports a value of another type than the attribute has.
func (b *body) wrong(r hcl.Range, name, want, example string) {
	b.c.on(CodeAttrType, r, "%s: %s must be %s", b.words(), name, want).mend("write %s = %s; nothing is converted", name, example)
}

// literal gives the text of a plain string.
func literal(e hclsyntax.Expression) (string, bool) {
	t, ok := e.(*hclsyntax.TemplateExpr)
	if !ok || len(t.Parts) == 0 {
		return "", ok
	}
	if !t.IsStringLiteral() {
		return "", false
	}
	v := t.Parts[0].(*hclsyntax.LiteralValueExpr).Val
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}

// text gives a string.
func (b *body) text(name string, need bool) string {
	e := b.attr(name, need)
	if e == nil {
		return ""
	}
	s, ok := literal(e)
	if !ok {
		b.wrong(e.Range(), name, "text", `"…"`)
		return ""
	}
	if need && strings.TrimSpace(s) == "" {
		b.c.on(CodeValueForm, e.Range(), "%s: %s is empty", b.words(), name).mend("write what it is")
	}
	return s
}

// list gives the elements of a list, or the one element where alone is allowed to stand for a list of one.
func (b *body) list(name string, need bool, what, example string) []hclsyntax.Expression {
	e := b.attr(name, need)
	if e == nil {
		return nil
	}
	t, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		b.wrong(e.Range(), name, "a list of "+what, example)
		return nil
	}
	return t.Exprs
}

// texts gives a list of strings, each once.
func texts[T ~string](b *body, name string, need bool) []T {
	var out []T
	seen := map[string]bool{}
	for _, e := range b.list(name, need, "texts", `["…"]`) {
		s, ok := literal(e)
		if !ok {
			b.wrong(e.Range(), name, "a list of texts", `["…"]`)
			continue
		}
		if seen[s] {
			b.c.on(CodeValueTwice, e.Range(), "%q stands twice", s).mend("remove one of them")
			continue
		}
		seen[s] = true
		b.note(name, s, e)
		out = append(out, T(s))
	}
	return out
}

// choice gives one of the words that are allowed.
func (b *body) choice(name string, need bool, allowed ...string) string {
	s := b.text(name, need)
	if b.has(name) && s != "" && !slices.Contains(allowed, s) {
		b.c.on(CodeValueUnknown, b.block.Body.Attributes[name].Expr.Range(), "%s: %s cannot be %q", b.words(), name, s).
			mend("%s", instead(s, allowed, "choose one"))
		return ""
	}
	return s
}

// choices gives a list of words that are allowed.
func choices[T ~string](b *body, name string, need bool, allowed ...string) []T {
	list := texts[T](b, name, need)
	return slices.DeleteFunc(list, func(s T) bool {
		if slices.Contains(allowed, string(s)) {
			return false
		}
		b.c.on(CodeValueUnknown, b.c.where[b.path+"/"+name+"/"+string(s)], "%s: %s cannot be %q", b.words(), name, s).
			mend("%s", instead(string(s), allowed, "choose one"))
		return true
	})
}

// flag gives true or false.
func (b *body) flag(name string) bool {
	e := b.attr(name, false)
	if e == nil {
		return false
	}
	if l, ok := e.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.Bool && !l.Val.IsNull() {
		return l.Val.True()
	}
	b.wrong(e.Range(), name, "true or false", "true")
	return false
}

// count gives a whole number from 0 on.
func (b *body) count(name string) int {
	e := b.attr(name, false)
	if e == nil {
		return 0
	}
	if n, ok := wholeNumber(e); ok {
		return n
	}
	b.wrong(e.Range(), name, "a whole number", "100")
	return 0
}

// wholeNumber gives the number that an expression states.
func wholeNumber(e hclsyntax.Expression) (int, bool) {
	if l, ok := e.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.Number && !l.Val.IsNull() {
		if n, accuracy := l.Val.AsBigFloat().Int64(); accuracy == big.Exact && n >= 0 && n <= 1_000_000_000 {
			return int(n), true
		}
	}
	return 0, false
}

// period gives a length of time.
func (b *body) period(name string, need bool) Period {
	s := b.text(name, need)
	if s == "" {
		return Period{}
	}
	p, err := ParsePeriod(s)
	if err != nil {
		b.c.on(CodeValueForm, b.block.Body.Attributes[name].Expr.Range(), "%s: %v", b.words(), err).
			mend("write \"P8D\" for eight days, \"PT48H\" for 48 hours, \"P1Y\" for a year or \"5 working days\"")
	}
	if !p.Empty() { // of no time at all the prose says nothing
		b.states(stated{name: name, period: p})
	}
	return p
}

// states notes what a rule states, to be held against the prose. Examples state nothing.
func (b *body) states(s stated) {
	if strings.HasPrefix(b.path, "/expect") {
		return
	}
	s.article, s.at, s.words = b.article, b.c.where[b.path+"/"+s.name], b.words()
	b.c.spoken = append(b.c.spoken, s)
}

// length gives a length of time that is longer than none.
func (b *body) length(name string, need bool) Period {
	p := b.period(name, need)
	if !p.IsZero() && p.Empty() {
		b.c.on(CodeValueForm, b.block.Body.Attributes[name].Expr.Range(), "%s: %s has no length", b.words(), name).mend("write how long it is")
	}
	return p
}

// date gives a day.
func (b *body) date(name string, need bool) Date {
	s := b.text(name, need)
	if s == "" {
		return Date{}
	}
	d, err := ParseDate(s)
	if err != nil {
		b.c.on(CodeValueForm, b.block.Body.Attributes[name].Expr.Range(), "%s: %v", b.words(), err).mend("write year, month and day: \"2026-03-01\"")
	}
	return d
}

// labels gives words by language; plain text stands for the agreement's first language.
func (b *body) labels(name string) map[string]string {
	e := b.attr(name, false)
	out := map[string]string{}
	if e == nil {
		return out
	}
	if s, ok := literal(e); ok {
		if len(b.c.m.Languages) > 0 {
			out[b.c.m.Languages[0]] = s
		}
		return out
	}
	o, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok {
		b.wrong(e.Range(), name, "text, or text by language", `{ en = "…", fr = "…" }`)
		return out
	}
	for _, item := range o.Items {
		lang, text, ok := b.pair(item, name)
		if !ok {
			continue
		}
		if len(b.c.m.Languages) > 0 && !slices.Contains(b.c.m.Languages, lang) {
			b.c.on(CodeValueUnknown, item.KeyExpr.Range(), "%q is none of the agreement's languages", lang).
				mend("%s", instead(lang, b.c.m.Languages, "add it to languages in the agreement block"))
			continue
		}
		out[lang] = text
	}
	return out
}

func (b *body) pair(item hclsyntax.ObjectConsItem, name string) (key, value string, ok bool) {
	key = objectKey(item.KeyExpr)
	value, ok = literal(item.ValueExpr)
	if key == "" || !ok {
		b.wrong(item.KeyExpr.Range(), name, "text by language", `{ en = "…", fr = "…" }`)
		return "", "", false
	}
	return key, value, true
}

// objectKey gives the key of an object's member, written with or without quotation marks.
func objectKey(e hclsyntax.Expression) string {
	k, ok := e.(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		return ""
	}
	if s, ok := literal(k.Wrapped); ok {
		return s
	}
	if t, ok := k.Wrapped.(*hclsyntax.ScopeTraversalExpr); ok && len(t.Traversal) == 1 {
		return t.Traversal.RootName()
	}
	return ""
}

// values gives an object from field to JSON value, as encoding/json decodes it with UseNumber.
func (b *body) values(name string) map[FieldID]any {
	e := b.attr(name, false)
	if e == nil {
		return nil
	}
	object, isObject := e.(*hclsyntax.ObjectConsExpr)
	if !isObject {
		b.wrong(e.Range(), name, "values by field", `{ offence = "theft" }`)
		return nil
	}
	given, out := *object, map[FieldID]any{}
	given.Items = nil
	for _, item := range object.Items {
		key := objectKey(item.KeyExpr)
		b.note(name, key, item.ValueExpr)
		if _, twice := out[FieldID(key)]; null(item.ValueExpr) && key != "" && !twice {
			out[FieldID(key)] = nil
		} else {
			given.Items = append(given.Items, item)
		}
	}
	v, ok := jsonValue(&given)
	o, _ := v.(map[string]any)
	for k, x := range o {
		if _, twice := out[FieldID(k)]; twice {
			ok = false
		}
		out[FieldID(k)] = x
	}
	if !ok {
		b.wrong(e.Range(), name, "values by field", `{ offence = "theft" }`)
		return nil
	}
	return out
}

// member gives where the value of a member of an object stands, the last of its name.
func (b *body) member(name, key string) (at hcl.Range) {
	if a := b.block.Body.Attributes[name]; a != nil {
		if o, ok := a.Expr.(*hclsyntax.ObjectConsExpr); ok {
			for _, item := range o.Items {
				if objectKey(item.KeyExpr) == key {
					at = item.ValueExpr.Range()
				}
			}
		}
	}
	return at
}

// null says that a field is left out of an act, so that an example can show what is refused without it.
func null(e hclsyntax.Expression) bool {
	l, ok := e.(*hclsyntax.LiteralValueExpr)
	return ok && l.Val.IsNull()
}

// jsonValue turns literals, lists and objects into plain values; references and calls are none.
func jsonValue(e hclsyntax.Expression) (any, bool) {
	if s, ok := literal(e); ok {
		return s, true
	}
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		switch {
		case e.Val.IsNull():
			return nil, false
		case e.Val.Type() == cty.Bool:
			return e.Val.True(), true
		case e.Val.Type() == cty.Number:
			if n, ok := wholeNumber(e); ok && n < 1_000_000 { // beyond, it is written with an exponent
				return json.Number(strconv.Itoa(n)), true
			}
			return json.Number(e.Val.AsBigFloat().Text('g', -1)), true
		}
	case *hclsyntax.UnaryOpExpr:
		if n, ok := jsonValue(e.Val); ok && e.Op == hclsyntax.OpNegate {
			if n, ok := n.(json.Number); ok && !strings.HasPrefix(string(n), "-") {
				return "-" + n, true
			}
		}
	case *hclsyntax.TupleConsExpr:
		list := make([]any, 0, len(e.Exprs))
		for _, x := range e.Exprs {
			v, ok := jsonValue(x)
			if !ok {
				return nil, false
			}
			list = append(list, v)
		}
		return list, true
	case *hclsyntax.ObjectConsExpr:
		o := make(map[string]any, len(e.Items))
		for _, item := range e.Items {
			k := objectKey(item.KeyExpr)
			v, ok := jsonValue(item.ValueExpr)
			if _, twice := o[k]; k == "" || !ok || twice {
				return nil, false
			}
			o[k] = v
		}
		return o, true
	}
	return nil, false
}
