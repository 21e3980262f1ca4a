package island

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMap(t *testing.T) {
	for _, language := range Languages {
		s := Map(language)
		if len(s) >= 15_000 {
			t.Errorf("%s: %d bytes", language, len(s))
		}
		if s != Map(language) {
			t.Errorf("%s: drawn twice, it differs", language)
		}
		elements := map[string]int{}
		ids := map[string]bool{}
		d := xml.NewDecoder(strings.NewReader(s))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", language, err)
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			elements[e.Name.Local]++
			for _, a := range e.Attr {
				switch {
				case a.Name.Local == "style", strings.HasPrefix(a.Value, "#"):
					t.Errorf("%s: <%s %s=%q>: a page's policy forbids it, or it is wrong on dark", language, e.Name.Local, a.Name.Local, a.Value)
				case a.Name.Local == "id":
					if ids[a.Value] {
						t.Errorf("%s: two elements are called %s", language, a.Value)
					}
					ids[a.Value] = true
				}
			}
		}
		if !ids["island-map-title"] || !ids["island-map-about"] || elements["title"] != 1 || elements["desc"] != 1 {
			t.Errorf("%s: it does not say what it shows: %v", language, elements)
		}
		for _, id := range []string{"arland", "belmark", "caldera", "free-city"} {
			if name := Find(id).Short[language]; !strings.Contains(s, ">"+name+"</text>") {
				t.Errorf("%s: %q is not written", language, name)
			}
		}
		if want := language == "ar"; strings.Contains(s, `direction="rtl"`) != want {
			t.Errorf("%s: wrong direction", language)
		}
	}
	if Map("de") != Map("en") {
		t.Error("a language that is not there is not English")
	}
}

// No name covers another or lies on a line, and none leaves the sheet: measured with letters of the usual width.
func TestLabelsHaveRoom(t *testing.T) {
	bottom := onSheet(Position{mapEast, mapSouth})[1]
	var drawn [][2]int // where lines are
	for i := range Places() {
		p := &Places()[i]
		if p.Kind != KindState && p.Kind != KindArea && p.Kind != KindRiver && p.Kind != KindRoad {
			continue
		}
		line := positions(p)
		for j := 0; j+1 < len(line); j++ {
			for part := range 20 {
				k := float64(part) / 20
				drawn = append(drawn, onSheet(Position{line[j][0] + k*(line[j+1][0]-line[j][0]), line[j][1] + k*(line[j+1][1]-line[j][1])}))
			}
		}
	}
	type box struct {
		text                     string
		left, top, right, bottom int
	}
	for _, language := range Languages {
		var boxes []box
		for _, l := range labels(language) {
			half := utf8.RuneCountInString(l.text) * l.size * 55 / 200
			b := box{l.text, l.at[0] - half, l.at[1] - l.size*4/5, l.at[0] + half, l.at[1] + l.size/4}
			if b.left < 0 || b.top < 0 || b.right > mapWidth || b.bottom > bottom {
				t.Errorf("%s: %q leaves the sheet: %+v", language, l.text, b)
			}
			for _, q := range drawn {
				if b.left < q[0] && q[0] < b.right && b.top < q[1] && q[1] < b.bottom {
					t.Errorf("%s: %q lies on a line at %v", language, b.text, q)
					break
				}
			}
			for _, o := range boxes {
				if b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom {
					t.Errorf("%s: %q covers %q", language, b.text, o.text)
				}
			}
			boxes = append(boxes, b)
		}
		if len(boxes) < 11 {
			t.Errorf("%s: only %d names", language, len(boxes))
		}
	}
}
