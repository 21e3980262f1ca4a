package web

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// A form's inputs have names that are paths: "f.person", "f.person.name", "f.seen.0.place",
// "f.price.value". The parser reads JSON values out of them by the field's type and says for each
// path what it could not read; whether a value is permitted, the agreement's own check decides.

// maxFile bounds one uploaded file; a form as a whole is bounded by maxForm.
const (
	maxFile = 4 << 20
	maxForm = 8 << 20
	// maxPublic bounds a form of the portal: one file of maxFile, as it travels in the page that is read over before sending.
	maxPublic = 8 << 20
	maxRows   = 100 // of a list of records in one form

	maxEvidence = 512 << 20 // of all bundles that an auditor brings along; more belongs on the command line
)

// numberForm is a number as RFC 8259 writes it.
var numberForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// inputs is what came back of a form.
type inputs struct {
	raw    url.Values
	files  map[string][]*multipart.FileHeader
	kept   map[string]any // files of an earlier round, by path
	zone   *time.Location
	lang   *Language
	faults map[string]string // by path
}

func (in *inputs) fail(at, key string, pairs ...any) {
	in.faults[at] = in.lang.T(key, pairs...)
}

func (in *inputs) text(at string) string {
	return strings.TrimSpace(strings.ReplaceAll(in.raw.Get(at), "\r\n", "\n"))
}

// parse reads all inputs of a form; a field left empty is absent from the values.
func (in *inputs) parse(list []Input) map[agreement.FieldID]any {
	values := make(map[agreement.FieldID]any)
	for _, i := range list {
		if v, ok := in.field(i, "f."+string(i.Field.ID)); ok {
			values[i.Field.ID] = v
		}
	}
	return values
}

func (in *inputs) field(i Input, at string) (any, bool) {
	switch {
	case i.SealTo != "":
		return in.sealed(at)
	case i.Assessment != nil:
		return in.assessment(i.Assessment, at)
	case i.Field.Type == agreement.TypeRecord:
		return in.record(i.Parts, at)
	case i.Field.Type == agreement.TypeList && i.Field.Of == agreement.TypeRecord:
		return in.rows(i.Parts, at)
	case i.Field.Type == agreement.TypeList && i.Field.Of == agreement.TypeFile:
		return in.fileList(at)
	case i.Field.Type == agreement.TypeList:
		return in.lines(i.Field.Of, at)
	case i.Field.Type == agreement.TypeFile:
		list, ok := in.fileList(at)
		if !ok {
			return nil, false
		}
		return list[0], true
	default:
		return in.scalar(i.Field.Type, at)
	}
}

func (in *inputs) assessment(a *agreement.Assessment, at string) (any, bool) {
	answers := make(map[string]any)
	for _, q := range a.Questions {
		if s := in.text(at + "." + q.ID); s != "" {
			answers[q.ID] = s
		}
	}
	return answers, len(answers) > 0
}

func (in *inputs) record(parts []Input, at string) (map[string]any, bool) {
	o := make(map[string]any)
	for _, i := range parts {
		if v, ok := in.field(i, at+"."+string(i.Field.ID)); ok {
			o[string(i.Field.ID)] = v
		}
	}
	return o, len(o) > 0
}

// rows reads a list of records; rows left empty are no rows.
func (in *inputs) rows(parts []Input, at string) (any, bool) {
	list := []any{}
	for n := 0; n < in.rowCount(at); n++ {
		if o, ok := in.record(parts, at+"."+strconv.Itoa(n)); ok {
			list = append(list, o)
		}
	}
	return list, len(list) > 0
}

// rowCount is one more than the highest row that any input names.
func (in *inputs) rowCount(at string) int { return rowCount(in.raw, at) }

func rowCount(raw url.Values, at string) int {
	n := 0
	for name := range raw {
		rest, ok := strings.CutPrefix(name, at+".")
		if !ok {
			continue
		}
		num, _, _ := strings.Cut(rest, ".")
		if k, err := strconv.Atoi(num); err == nil && k >= n && k < maxRows {
			n = k + 1
		}
	}
	return n
}

func (in *inputs) lines(of agreement.Type, at string) (any, bool) {
	list := []any{}
	for n, line := range strings.Split(in.text(at), "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		v, key := scalar(of, line, "", in.zone)
		if key != "" {
			in.fail(at, "input.line", "line", n+1, "problem", in.lang.T(key, "got", line))
			continue
		}
		list = append(list, v)
	}
	return list, len(list) > 0
}

func (in *inputs) scalar(t agreement.Type, at string) (any, bool) {
	main, second := in.text(at), ""
	switch t {
	case agreement.TypeAmount:
		main, second = in.text(at+".value"), strings.ToUpper(in.text(at+".currency"))
	case agreement.TypeQuantity:
		main, second = in.text(at+".value"), in.text(at+".unit")
	case agreement.TypePoint:
		main, second = in.text(at+".lat"), in.text(at+".lon")
	}
	if main == "" && second == "" {
		return nil, false
	}
	if (main == "" || second == "") && (t == agreement.TypeAmount || t == agreement.TypeQuantity || t == agreement.TypePoint) {
		in.fail(at, "input.half."+string(t))
		return nil, false
	}
	v, key := scalar(t, main, second, in.zone)
	if key != "" {
		in.fail(at, key, "got", main)
		return nil, false
	}
	return v, true
}

// scalar reads one value, or names the message that says what was expected.
func scalar(t agreement.Type, s, second string, zone *time.Location) (any, string) {
	switch t {
	case agreement.TypeDate:
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return nil, "input.date"
		}
	case agreement.TypeTime:
		return instantOf(s, zone)
	case agreement.TypeNumber:
		return numberOf(s)
	case agreement.TypeYesNo:
		switch s {
		case "yes":
			return true, ""
		case "no":
			return false, ""
		}
		return nil, "input.yesno"
	case agreement.TypeAmount:
		return measured(s, "currency", second)
	case agreement.TypeQuantity:
		return measured(s, "unit", second)
	case agreement.TypePoint:
		return pointOf(s, second)
	case agreement.TypeLine:
		return pointsOf(s)
	case agreement.TypeArea:
		return ringOf(s)
	case agreement.TypeCountry:
		return strings.ToUpper(s), ""
	}
	return s, ""
}

// instantOf takes what a browser's field gives as the time on the wall of the form's zone, and a
// whole RFC 3339 instant as it is.
func instantOf(s string, zone *time.Location) (any, string) {
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t.Format(time.RFC3339), ""
		}
	}
	if _, err := time.Parse(time.RFC3339Nano, s); err != nil {
		return nil, "input.time"
	}
	return s, ""
}

// numberOf accepts what JSON accepts; spaces between thousands are taken away, a comma is not guessed.
func numberOf(s string) (any, string) {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "−", "-").Replace(s)
	if !numberForm.MatchString(s) {
		return nil, "input.number"
	}
	return json.Number(s), ""
}

func measured(value, name, of string) (any, string) {
	n, key := numberOf(value)
	if key != "" {
		return nil, key
	}
	return map[string]any{name: of, "value": string(n.(json.Number))}, ""
}

func pointOf(lat, lon string) (any, string) {
	a, ka := numberOf(lat)
	o, ko := numberOf(lon)
	if ka != "" || ko != "" {
		return nil, "input.point"
	}
	return []any{o, a}, ""
}

// pointsOf reads one "latitude, longitude" a line, as maps and people write them.
func pointsOf(s string) (any, string) {
	list := []any{}
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		lat, lon, ok := strings.Cut(line, ",")
		if !ok {
			return nil, "input.points"
		}
		pt, key := pointOf(strings.TrimSpace(lat), strings.TrimSpace(lon))
		if key != "" {
			return nil, "input.points"
		}
		list = append(list, pt)
	}
	return list, ""
}

// ringOf closes the ring where the reader did not: the first point is also the last.
func ringOf(s string) (any, string) {
	v, key := pointsOf(s)
	if key != "" {
		return nil, key
	}
	ring := v.([]any)
	if len(ring) > 0 && fmt.Sprint(ring[0]) != fmt.Sprint(ring[len(ring)-1]) {
		ring = append(ring, ring[0])
	}
	return []any{ring}, ""
}

// fileList reads uploads, or what was kept of an earlier round where none came now.
func (in *inputs) fileList(at string) ([]any, bool) {
	list := []any{}
	for _, h := range in.files[at] {
		v, err := fileValue(h)
		if err != nil {
			in.fail(at, "input.file", "name", h.Filename, "limit", maxFile>>20)
			continue
		}
		list = append(list, v)
	}
	if len(list) == 0 {
		if k, ok := in.kept[at].([]any); ok {
			list = k
		}
	}
	return list, len(list) > 0
}

var errFileSize = errors.New("file too large")

func fileValue(h *multipart.FileHeader) (any, error) {
	if h.Size > maxFile {
		return nil, errFileSize
	}
	f, err := h.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	media, _, err := mime.ParseMediaType(h.Header.Get("Content-Type"))
	if err != nil {
		media = "application/octet-stream"
	}
	sum := sha256.Sum256(b)
	name := path.Base(strings.ReplaceAll(h.Filename, `\`, "/"))
	return map[string]any{
		"media": media, "name": name, "data": base64.StdEncoding.EncodeToString(b),
		"sha256": hex.EncodeToString(sum[:]),
	}, nil
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
