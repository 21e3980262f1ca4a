package web

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// refill writes values back into the inputs that would give them, so that a form can be shown again
// after a review, or filled in from a hit.
func refill(list []Input, values map[agreement.FieldID]any, zone *time.Location) url.Values {
	raw := url.Values{}
	for _, i := range list {
		if v, ok := values[i.Field.ID]; ok {
			refillField(raw, i, "f."+string(i.Field.ID), v, zone)
		}
	}
	return raw
}

func refillField(raw url.Values, i Input, at string, v any, zone *time.Location) {
	if text, sealed := armored(v); sealed {
		raw.Set(at, text)
		return
	}
	switch x := v.(type) {
	case map[string]any:
		refillObject(raw, i, at, x, zone)
	case []any:
		refillList(raw, i, at, x, zone)
	default:
		raw.Set(at, rawScalar(i.Field.Type, v, zone))
	}
}

func refillObject(raw url.Values, i Input, at string, o map[string]any, zone *time.Location) {
	if len(i.Parts) == 0 {
		for k, v := range o { // assessment, amount, quantity, file: members by name
			raw.Set(at+"."+k, fmt.Sprint(v))
		}
		return
	}
	for _, part := range i.Parts {
		if v, ok := o[string(part.Field.ID)]; ok {
			refillField(raw, part, at+"."+string(part.Field.ID), v, zone)
		}
	}
}

func refillList(raw url.Values, i Input, at string, list []any, zone *time.Location) {
	switch i.Field.Type {
	case agreement.TypePoint:
		if len(list) == 2 {
			raw.Set(at+".lon", fmt.Sprint(list[0]))
			raw.Set(at+".lat", fmt.Sprint(list[1]))
		}
	case agreement.TypeLine:
		raw.Set(at, rawPoints(list))
	case agreement.TypeArea:
		if len(list) > 0 {
			ring, _ := list[0].([]any)
			raw.Set(at, rawPoints(ring))
		}
	default:
		refillElements(raw, i, at, list, zone)
	}
}

func refillElements(raw url.Values, i Input, at string, list []any, zone *time.Location) {
	lines := make([]string, 0, len(list))
	for n, e := range list {
		if o, ok := e.(map[string]any); ok {
			refillObject(raw, i, at+"."+strconv.Itoa(n), o, zone)
			continue
		}
		lines = append(lines, rawScalar(i.Field.Of, e, zone))
	}
	if len(lines) > 0 {
		raw.Set(at, strings.Join(lines, "\n"))
	}
}

func rawPoints(list []any) string {
	lines := make([]string, 0, len(list))
	for _, e := range list {
		if pt, ok := e.([]any); ok && len(pt) == 2 {
			lines = append(lines, fmt.Sprint(pt[1])+", "+fmt.Sprint(pt[0]))
		}
	}
	return strings.Join(lines, "\n")
}

func rawScalar(t agreement.Type, v any, zone *time.Location) string {
	switch x := v.(type) {
	case bool:
		if x {
			return "yes"
		}
		return "no"
	case string:
		if t == agreement.TypeTime {
			if at, err := time.Parse(time.RFC3339Nano, x); err == nil {
				return at.In(zone).Format("2006-01-02T15:04")
			}
		}
		return x
	default:
		return fmt.Sprint(v)
	}
}

// keptFiles finds the files among the values, by the path of their input: a browser never fills a
// file field in again, so the form carries them along.
func keptFiles(list []Input, values map[agreement.FieldID]any) map[string]any {
	kept := make(map[string]any)
	for _, i := range list {
		v, ok := values[i.Field.ID]
		if !ok {
			continue
		}
		at := "f." + string(i.Field.ID)
		switch {
		case i.Field.Type == agreement.TypeFile:
			kept[at] = []any{v}
		case i.Field.Type == agreement.TypeList && i.Field.Of == agreement.TypeFile:
			kept[at] = v
		case i.Field.Type == agreement.TypeRecord && i.Assessment == nil:
			keptParts(kept, i.Parts, at, v)
		}
	}
	return kept
}

func keptParts(kept map[string]any, parts []Input, at string, v any) {
	o, _ := v.(map[string]any)
	for _, part := range parts {
		x, ok := o[string(part.Field.ID)]
		if !ok {
			continue
		}
		sub := at + "." + string(part.Field.ID)
		switch {
		case part.Field.Type == agreement.TypeFile:
			kept[sub] = []any{x}
		case part.Field.Type == agreement.TypeList && part.Field.Of == agreement.TypeFile:
			kept[sub] = x
		case part.Field.Type == agreement.TypeRecord:
			keptParts(kept, part.Parts, sub, x)
		}
	}
}
