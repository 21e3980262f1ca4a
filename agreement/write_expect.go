package agreement

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// WriteExpects gives examples as they stand in a text: blocks of rules, laid out, without the fence.
func WriteExpects(list []Expect) (string, error) {
	var b strings.Builder
	for i := range list {
		if i > 0 {
			b.WriteString("\n")
		}
		writeExpect(&b, &list[i])
	}
	const head, tail = "## Article 1\n\n```hcl\n", "```\n"
	out, err := Format([]byte(head + b.String() + tail))
	if err != nil {
		return "", err
	}
	return strings.TrimSuffix(strings.TrimPrefix(string(out), head), tail), nil
}

func writeRecordExpect(b *strings.Builder, x *Expect) {
	fmt.Fprintf(b, "expect %s {\nrecord = record.%s\naccepts = %s\n", strconv.Quote(x.Title), x.Record, hclValue(x.Accepts))
	if len(x.Rejects) > 0 {
		fmt.Fprintf(b, "rejects = %s\n", hclValue(x.Rejects))
	}
	if len(x.Requires) > 0 {
		fmt.Fprintf(b, "requires = %s\n", hclValue(x.Requires))
	}
	b.WriteString("}\n")
}

func writeExpect(b *strings.Builder, x *Expect) {
	if x.Record != "" {
		writeRecordExpect(b, x)
		return
	}
	fmt.Fprintf(b, "expect %s {\nprocedure = procedure.%s\n", strconv.Quote(x.Title), x.Procedure)
	if x.Closed {
		b.WriteString("closed = true\n")
	}
	b.WriteString("given {\n")
	for i := range x.Given {
		writeAct(b, &x.Given[i])
	}
	b.WriteString("}\n")
	if !x.At.IsZero() {
		fmt.Fprintf(b, "at = %q\n", x.At)
	}
	if x.State != "" {
		fmt.Fprintf(b, "state = %q\n", x.State)
	}
	if len(x.Erased) > 0 {
		fmt.Fprintf(b, "erased = %s\n", hclValue(x.Erased))
	}
	for _, m := range x.May {
		fmt.Fprintf(b, "may {\nby = %s\nonly = %s\n}\n", m.By, hclValue(m.Steps))
	}
	var viewers []Actor
	for _, s := range x.Sees {
		if !slices.Contains(viewers, s.By) {
			viewers = append(viewers, s.By)
		}
	}
	for _, by := range viewers {
		var fields []FieldID
		for _, s := range x.Sees {
			if s.By == by {
				fields = append(fields, s.Field)
			}
		}
		fmt.Fprintf(b, "sees {\nby = %s\nfields = %s\n}\n", by, hclValue(fields))
	}
	b.WriteString("}\n")
}

func writeAct(b *strings.Builder, mv *Move) {
	fmt.Fprintf(b, "act %q {\nby = %s\n", mv.Step, mv.By)
	if mv.Person != "" {
		fmt.Fprintf(b, "person = %q\n", mv.Person)
	}
	if !mv.After.IsZero() {
		fmt.Fprintf(b, "after = %q\n", mv.After)
	}
	if len(mv.Gives) > 0 {
		fmt.Fprintf(b, "gives = %s\n", hclValue(mv.Gives))
	}
	b.WriteString("}\n")
}

// hclValue writes what JSON can hold as the rules write it: members of objects with an equals sign.
func hclValue(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		return `""`
	}
	var plain any
	if err := json.Unmarshal(raw, &plain); err != nil {
		return `""`
	}
	return hclPlain(plain)
}

func hclPlain(v any) string {
	switch v := v.(type) {
	case string:
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(v) + `"`
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = hclPlain(v[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		parts := make([]string, len(keys))
		for i, k := range keys {
			parts[i] = k + " = " + hclPlain(v[k])
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	default:
		raw, err := json.Marshal(v)
		if err != nil {
			return `""`
		}
		return string(raw)
	}
}
