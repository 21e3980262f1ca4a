package agreement

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"

	"github.com/entente-net/entente/fault"
)

func elementID(id FieldID, i int) FieldID { return id + "[" + FieldID(strconv.Itoa(i)) + "]" }

// checkFileData holds the stated hash against the data, so that what was committed to is what is there.
func checkFileData(id FieldID, data, hash any) *fault.Error {
	s, ok := data.(string)
	if !ok || len(s) > base64.StdEncoding.EncodedLen(maxFile) {
		return invalid(id, "has no data, or more than %d bytes", maxFile).Mend("give the file's bytes in base64")
	}
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	if err != nil {
		return invalid(id, "has data that are not base64").Mend("give the file's bytes in base64 with padding (RFC 4648 section 4)")
	}
	sum := sha256.Sum256(b)
	if h, ok := hash.(string); !ok || h != hex.EncodeToString(sum[:]) {
		return invalid(id, "has another SHA-256 than it states").Mend("give the SHA-256 of the bytes as 64 lower-case hex digits")
	}
	return nil
}

// checkPlace takes the coordinates of GeoJSON (RFC 7946 section 3.1) in degrees, longitude first.
func checkPlace(id FieldID, t Type, v any) *fault.Error {
	switch t {
	case TypePoint:
		if !isPoint(v) {
			return invalid(id, "is not a point").Mend("give [longitude, latitude] in degrees")
		}
	case TypeLine:
		if n := points(v); n < 2 {
			return invalid(id, "is not a line").Mend("give at least two points [longitude, latitude]")
		}
	default:
		rings, ok := v.([]any)
		if !ok || len(rings) == 0 || len(rings) > maxList {
			return invalid(id, "is not an area").Mend("give a list of rings, the outer one first")
		}
		for _, r := range rings {
			if points(r) < 4 || !closed(r.([]any)) {
				return invalid(id, "has a ring that is not closed").Mend("give at least four points, the last like the first")
			}
		}
	}
	return nil
}

// points counts a list of points, 0 where it is none.
func points(v any) int {
	list, ok := v.([]any)
	if !ok || len(list) > maxList {
		return 0
	}
	for _, p := range list {
		if !isPoint(p) {
			return 0
		}
	}
	return len(list)
}

func isPoint(v any) bool {
	p, ok := v.([]any)
	if !ok || len(p) != 2 {
		return false
	}
	lon, ok1 := number(p[0])
	lat, ok2 := number(p[1])
	return ok1 && ok2 && lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90
}

func closed(ring []any) bool {
	a, b := ring[0].([]any), ring[len(ring)-1].([]any)
	for i := range a {
		x, _ := number(a[i])
		y, _ := number(b[i])
		if x != y {
			return false
		}
	}
	return true
}
