package reader

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

var (
	twoCapitals   = regexp.MustCompile(`^[A-Z]{2}$`)
	threeCapitals = regexp.MustCompile(`^[A-Z]{3}$`)
	decimal       = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$`)
	mediaType     = regexp.MustCompile(`^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$`)
)

const most = 10_000 // elements of a list

// fits says whether a value, as encoding/json decodes it, is one of a field.
func (a *Agreement) fits(f *Field, v any) bool { return a.fitsType(f, f.Type, v) }

func (a *Agreement) fitsType(f *Field, kind string, v any) bool {
	switch kind {
	case "text":
		if s, ok := v.(string); ok && f.SealedTo != "" && strings.HasPrefix(strings.TrimSpace(s), armorBegin) {
			return isArmored(s)
		}
		return isText(v, 65_536, "\n\t")
	case "name", "person", "document", "identifier":
		return isText(v, 1_024, "")
	case "country":
		return matches(v, twoCapitals)
	case "choice":
		s, ok := v.(string)
		return ok && slices.Contains(f.Choices, s)
	case "yes/no":
		_, ok := v.(bool)
		return ok
	case "date":
		s, _ := v.(string)
		day, err := time.Parse(time.DateOnly, s)
		return err == nil && day.Year() >= 1
	case "time":
		s, _ := v.(string)
		_, err := time.Parse(time.RFC3339Nano, s)
		return err == nil
	case "number":
		_, ok := numeral(v)
		return ok
	case "amount":
		o, ok := exactly(v, "currency", "value")
		return ok && matches(o["currency"], threeCapitals) && matches(o["value"], decimal)
	case "quantity":
		o, ok := exactly(v, "unit", "value")
		unit, text := o["unit"].(string)
		return ok && text && unit != "" && len(unit) <= 32 && matches(o["value"], decimal)
	case "point":
		return isPoint(v)
	case "line":
		return isPath(v, 2)
	case "area":
		return isArea(v)
	case "file":
		return isFile(v)
	case "list":
		list, ok := v.([]any)
		return ok && len(list) <= most && !slices.ContainsFunc(list, func(e any) bool { return !a.fitsType(f, f.Of, e) })
	case "record":
		return a.fitsRecord(f, v)
	}
	return false
}

func isText(v any, longest int, controls string) bool {
	s, ok := v.(string)
	if !ok || len(s) > longest || !utf8.ValidString(s) || strings.TrimSpace(s) == "" {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune(controls, r) })
}

func matches(v any, form *regexp.Regexp) bool {
	s, ok := v.(string)
	return ok && form.MatchString(s)
}

func numeral(v any) (float64, bool) {
	x, ok := v.(float64)
	return x, ok && !math.IsNaN(x) && math.Abs(x) <= 1<<53
}

func exactly(v any, names ...string) (map[string]any, bool) {
	o, ok := v.(map[string]any)
	for _, n := range names {
		_, there := o[n]
		ok = ok && there
	}
	return o, ok && len(o) == len(names)
}

func isPoint(v any) bool {
	p, ok := v.([]any)
	if !ok || len(p) != 2 {
		return false
	}
	lon, isLon := numeral(p[0])
	lat, isLat := numeral(p[1])
	return isLon && isLat && math.Abs(lon) <= 180 && math.Abs(lat) <= 90
}

func isPath(v any, least int) bool {
	list, ok := v.([]any)
	return ok && len(list) >= least && len(list) <= most && !slices.ContainsFunc(list, func(p any) bool { return !isPoint(p) })
}

func isArea(v any) bool {
	rings, ok := v.([]any)
	if !ok || len(rings) == 0 || len(rings) > most {
		return false
	}
	for _, r := range rings {
		if !isPath(r, 4) {
			return false
		}
		ring := r.([]any)
		if !reflect.DeepEqual(ring[0], ring[len(ring)-1]) {
			return false
		}
	}
	return true
}

func isFile(v any) bool {
	o, ok := exactly(v, "data", "media", "name", "sha256")
	if !ok {
		return false
	}
	data, _ := o["data"].(string)
	name, _ := o["name"].(string)
	b, err := base64.StdEncoding.Strict().DecodeString(data)
	sum := sha256.Sum256(b)
	_, isData := o["data"].(string)
	return isData && err == nil && len(b) <= 16<<20 && matches(o["media"], mediaType) && o["sha256"] == hex.EncodeToString(sum[:]) &&
		name != "" && len(name) <= 1_024 && !strings.ContainsAny(name, "/\\\x00\n")
}

func (a *Agreement) fitsRecord(f *Field, v any) bool {
	o, ok := v.(map[string]any)
	if !ok {
		return false
	}
	if f.assessment != nil {
		for _, q := range f.assessment.Questions {
			if s, ok := o[q.ID].(string); !ok || !slices.Contains(q.Answers, s) {
				return false
			}
		}
		return len(o) == len(f.assessment.Questions)
	}
	known := 0
	for i := range a.record(f.Record).Fields {
		part := &a.record(f.Record).Fields[i]
		x, given := o[part.ID]
		if given {
			known++
		}
		if given && !a.fits(part, x) || !given && part.Required {
			return false
		}
	}
	return known == len(o)
}

const (
	armorBegin = "-----BEGIN AGE ENCRYPTED FILE-----"
	armorEnd   = "-----END AGE ENCRYPTED FILE-----"
)

var armored = regexp.MustCompile(`^` + armorBegin + `\n(?:[A-Za-z0-9+/]{64}\n)*(?:[A-Za-z0-9+/]{1,63}={0,2}\n)?` + armorEnd + `\n*$`)

// isArmored says whether a sealed text is a whole age file of version 1 in its armor.
func isArmored(s string) bool {
	if len(s) > 65_536 || !armored.MatchString(s) {
		return false
	}
	inner := strings.TrimRight(s, "\n")
	inner = strings.ReplaceAll(inner[len(armorBegin):len(inner)-len(armorEnd)], "\n", "")
	raw, err := base64.StdEncoding.Strict().DecodeString(inner)
	return err == nil && strings.HasPrefix(string(raw), "age-encryption.org/v1\n")
}
