package sdn

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

// realList is the directory of the real list of 2021.
func realList(t testing.TB) string {
	t.Helper()
	data := os.Getenv("ENTENTE_DATA")
	if data == "" {
		data = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	dir := filepath.Join(data, "screening", "lists", "ofac_sdn_2021")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the continuous build needs the test data: %v", err)
		}
		t.Skipf("no test data: %v", err)
	}
	return dir
}

func collect(t testing.TB, list iter.Seq2[Entity, error]) []Entity {
	t.Helper()
	var out []Entity
	for e, err := range list {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

func TestRealListComesOutWhole(t *testing.T) {
	kinds := map[Kind]int{}
	documents := map[DocumentKind]int{}
	got := map[string]int{}
	// 1,191 people have a passport by this measure, which is how the data's own description counts. It
	// overlooks one, whose number begins with "#".
	described := regexp.MustCompile(`Passport [A-Z0-9]+`)
	for _, e := range collect(t, ReadFiles(realList(t))) {
		kinds[e.Kind]++
		got["aliases"] += len(e.Aliases)
		got["addresses"] += len(e.Addresses)
		got["birth dates"] += len(e.BirthDates)
		if len(e.BirthDates) > 0 {
			got["people with a birth date"]++
		}
		passports := 0
		for _, d := range e.Documents {
			documents[d.Kind]++
			if d.Kind == DocumentPassport {
				passports++
				if d.Country.Code == "" {
					got["passports without a state"]++
					if d.Country.Name != "" {
						t.Errorf("%s: no code for %q", e.ID, d.Country.Name)
					}
				}
			}
		}
		if passports > 0 {
			got["people with a passport"]++
		}
		if described.MatchString(e.Remarks) {
			got["people with a passport as described"]++
			if passports == 0 {
				t.Errorf("%s: a passport was overlooked in %q", e.ID, e.Remarks)
			}
		}
	}
	wantKinds := map[Kind]int{KindIndividual: 4620, KindEntity: 3673, KindVessel: 406, KindAircraft: 277}
	if !reflect.DeepEqual(kinds, wantKinds) {
		t.Errorf("kinds %v, want %v: 8,976 in all", kinds, wantKinds)
	}
	want := map[string]int{
		"aliases": 11910, "addresses": 13837, "birth dates": 5126, "people with a birth date": 4428,
		"people with a passport": 1192, "people with a passport as described": 1191, "passports without a state": 198,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if documents[DocumentPassport] != 1554 {
		t.Errorf("%d passports, want 1554", documents[DocumentPassport])
	}
}

func TestDocumentsAreReadFromProse(t *testing.T) {
	country := func(name string) Country { return Country{Code: countries[name], Name: name} }
	for clause, want := range map[string]Document{
		"Passport C4174 (Egypt)":                                 {Kind: DocumentPassport, Label: "Passport", Number: "C4174", Country: country("Egypt")},
		"alt. Passport 265 216 (Egypt)":                          {Kind: DocumentPassport, Label: "Passport", Number: "265 216", Country: country("Egypt"), Other: true},
		"Passport RL 0235074 (Lebanon)":                          {Kind: DocumentPassport, Label: "Passport", Number: "RL 0235074", Country: country("Lebanon")},
		"Passport TR-P 614166 (Turkey)":                          {Kind: DocumentPassport, Label: "Passport", Number: "TR-P 614166", Country: country("Turkey")},
		"Passport #H0044232 (Iraq).":                             {Kind: DocumentPassport, Label: "Passport", Number: "H0044232", Country: country("Iraq")},
		"Passport C234897(0) (United Kingdom).":                  {Kind: DocumentPassport, Label: "Passport", Number: "C234897(0)", Country: country("United Kingdom")},
		"alt. Passport Booklet: A5199819 (Pakistan)":             {Kind: DocumentPassport, Label: "Passport", Number: "A5199819", Country: country("Pakistan"), Other: true},
		"Passport AF465508 Colombia":                             {Kind: DocumentPassport, Label: "Passport", Number: "AF465508", Country: country("Colombia")},
		"Passport D000000483, Diplomatic (Syria)":                {Kind: DocumentPassport, Label: "Passport", Number: "D000000483", Country: country("Syria")},
		"Passport I066302 (Cabo Verde.  Previously Cape Verde.)": {Kind: DocumentPassport, Label: "Passport", Number: "I066302", Country: Country{"CV", "Cabo Verde.  Previously Cape Verde."}},
		"Passport No.: 0310857, Eritrea, Issue Date 21 August 2006, Expire Date 20 August 2008)":    {Kind: DocumentPassport, Label: "Passport", Number: "0310857", Country: country("Eritrea"), Issued: "2006-08-21", Expires: "2008-08-20"},
		"Passport PS 472330208 (Korea, North) expires 04 Jul 2017":                                  {Kind: DocumentPassport, Label: "Passport", Number: "PS 472330208", Country: country("Korea, North"), Expires: "2017-07-04"},
		"Diplomatic Passport Laissez-Passer 02154":                                                  {Kind: DocumentPassport, Label: "Diplomatic Passport", Number: "02154"},
		"British National Overseas Passport 750200421 (United Kingdom)":                             {Kind: DocumentPassport, Label: "British National Overseas Passport", Number: "750200421", Country: country("United Kingdom")},
		"Passport C 1415363 - 16/2/1421H issued 21 May 2000":                                        {Kind: DocumentPassport, Label: "Passport", Number: "C 1415363", Issued: "2000-05-21"},
		"Passport OR801168 and Kuwaiti National ID No. 281020505755 issued under the name Said Jan": {Kind: DocumentPassport, Label: "Passport", Number: "OR801168"},
		"Passport NO34409/129 issued Jul 1997":                                                      {Kind: DocumentPassport, Label: "Passport", Number: "NO34409/129", Issued: "1997-07"},
		"alt. Passport 654781 (Jordan) issued 01 Jan 2008 to 31 Dec 2010":                           {Kind: DocumentPassport, Label: "Passport", Number: "654781", Country: country("Jordan"), Issued: "2008-01-01", Expires: "2010-12-31", Other: true},
		"Cedula No. 16636115 (Colombia)":                                                            {Kind: DocumentIdentity, Label: "Cedula No.", Number: "16636115", Country: country("Colombia")},
		"NIT #800123456-1 (Colombia)":                                                               {Kind: DocumentTax, Label: "NIT #", Number: "800123456-1", Country: country("Colombia")},
		"Vessel Registration Identification IMO 7406784":                                            {Kind: DocumentVessel, Label: "Vessel Registration Identification", Number: "IMO 7406784"},
	} {
		got, ok := document(clause)
		if !ok || got != want {
			t.Errorf("%q\n got %+v (%v)\nwant %+v", clause, got, ok, want)
		}
	}
	for _, clause := range []string{
		"Passport issued in Sarajevo, Bosnia-Herzegovina", "U.S.A. Passport issued 21 Jun 1992 in Amman, Jordan.",
		"Passport and National ID were issued in Ulm, Germany.", "Holder of a Pakistan passport",
		"passport place of issue: Al-Anbar, Iraq.", "Gender Male", "", "Passport", "Passport ()",
	} {
		if d, ok := document(clause); ok {
			t.Errorf("%q is no document, yet gave %+v", clause, d)
		}
	}
}

func TestBirthDatesKeepTheirPrecision(t *testing.T) {
	for clause, want := range map[string]BirthDate{
		"DOB 12 Mar 1956":                      {From: "1956-03-12", To: "1956-03-12"},
		"DOB 1956.":                            {From: "1956", To: "1956"},
		"DOB Mar 1956":                         {From: "1956-03", To: "1956-03"},
		"alt. DOB circa 1956":                  {From: "1956", To: "1956", Circa: true, Other: true},
		"DOB 1956 to 1958":                     {From: "1956", To: "1958"},
		"DOB circa 1953-1958":                  {From: "1953", To: "1958", Circa: true},
		"alt. DOB 01 Jan 1956 to 31 Dec 1956.": {From: "1956-01-01", To: "1956-12-31", Other: true},
		"Alt. DOB: 10 October 1969":            {From: "1969-10-10", To: "1969-10-10", Other: true},
	} {
		if got, ok := birthDate(clause); !ok || got != want {
			t.Errorf("%q: got %+v (%v), want %+v", clause, got, ok, want)
		}
	}
	for _, clause := range []string{"DOB 31 Feb 1956", "DOB unknown", "POB 1956", "DOB"} {
		if got, ok := birthDate(clause); ok {
			t.Errorf("%q gave %+v", clause, got)
		}
	}
}

const one = `7,"DOE, Jane",individual,"SDGT] [IFSR","Dr.",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 01 Feb 1970; POB Tunis, Tunisia; nationality Tunisia; citizen Tunisia; Gender Female; Passport A 1"` + "\r\n"

func TestFilesAreJoined(t *testing.T) {
	list := collect(t, Read(Source{
		SDN:      strings.NewReader(one + "\x1a"),
		Alt:      strings.NewReader(`7,1,"aka","DOE, J.",-0- ` + "\r\n\x1a"),
		Add:      strings.NewReader(`7,2,-0- ,"Tunis","Tunisia",-0- ` + "\r\n" + `7,3,-0- ,-0- ,"Region: Crimea",-0- ` + "\r\n"),
		Comments: strings.NewReader(`7,"2 (Tunisia); Passport B3 (Region: Crimea)."` + "\r\n"),
	}))
	want := []Entity{{
		ID: "7", Name: "DOE, Jane", Kind: KindIndividual, Programmes: []string{"SDGT", "IFSR"}, Title: "Dr.", Gender: "Female",
		Remarks: "DOB 01 Feb 1970; POB Tunis, Tunisia; nationality Tunisia; citizen Tunisia; Gender Female; Passport A 12 (Tunisia); Passport B3 (Region: Crimea).",
		Aliases: []Alias{{ID: "1", Type: "aka", Name: "DOE, J."}},
		Addresses: []Address{
			{ID: "2", City: "Tunis", Country: Country{"TN", "Tunisia"}},
			{ID: "3", Country: Country{"", "Region: Crimea"}},
		},
		Documents: []Document{
			{Kind: DocumentPassport, Label: "Passport", Number: "A 12", Country: Country{"TN", "Tunisia"}},
			{Kind: DocumentPassport, Label: "Passport", Number: "B3", Country: Country{"", "Region: Crimea"}},
		},
		BirthDates:    []BirthDate{{From: "1970-02-01", To: "1970-02-01"}},
		BirthPlaces:   []string{"Tunis, Tunisia"},
		Nationalities: []Country{{"TN", "Tunisia"}},
	}}
	if !reflect.DeepEqual(list, want) {
		t.Errorf("got  %+v\nwant %+v", list, want)
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	bad := strings.Replace(one, "7,", "x7,", 1)
	for name, c := range map[string]struct {
		src          Source
		want         string
		line, column int
	}{
		"too few columns": {Source{SDN: strings.NewReader(one + "8,\"X\"\r\n")}, "has 2 columns where 12 belong", 2, 1},
		"no number":       {Source{SDN: strings.NewReader(bad)}, "is no number of an entity", 1, 1},
		"unknown kind":    {Source{SDN: strings.NewReader(strings.Replace(one, "individual", "robot", 1))}, "is no kind of entity", 1, 15},
		"no name":         {Source{SDN: strings.NewReader(strings.Replace(one, `"DOE, Jane"`, "-0- ", 1))}, "without a name", 1, 3},
		"twice":           {Source{SDN: strings.NewReader(one + one)}, "a second time", 2, 1},
		"open quote":      {Source{SDN: strings.NewReader(one + `8,"X`)}, "is not CSV", 2, 5},
		"not UTF-8":       {Source{SDN: strings.NewReader(strings.Replace(one, "Jane", "J\xe4ne", 1))}, "is not UTF-8", 1, 3},
		"zero byte":       {Source{SDN: strings.NewReader(strings.Replace(one, "Jane", "J\x00ne", 1))}, "zero byte", 1, 3},
		"after the end":   {Source{SDN: strings.NewReader(one + "\x1a\r\n" + one)}, "is not the end, yet marks it", 2, 1},
		"stranger":        {Source{SDN: strings.NewReader(one), Alt: strings.NewReader("9,1,aka,X,-0- \r\n")}, "entity 9", 1, 1},
		"long field":      {Source{SDN: strings.NewReader(strings.Replace(one, "Jane", strings.Repeat("J", MaxField), 1))}, "is longer than", 1, 3},
	} {
		t.Run(name, func(t *testing.T) {
			var found *Error
			for _, err := range Read(c.src) {
				if err != nil && !errors.As(err, &found) {
					t.Fatalf("an error without a place: %v", err)
				}
			}
			if found == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(found.Error(), c.want) || found.Line != c.line || found.Column != c.column {
				t.Errorf("got %d:%d %v, want %d:%d … %s", found.Line, found.Column, found, c.line, c.column, c.want)
			}
			if fault.CodeOf(found) != fault.Invalid {
				t.Errorf("code %s", fault.CodeOf(found))
			}
		})
	}
}

func TestOneBadRowLeavesTheOthersReadable(t *testing.T) {
	good, bad := 0, 0
	for _, err := range Read(Source{SDN: strings.NewReader("1,2\n" + one)}) {
		if err != nil {
			bad++
		} else {
			good++
		}
	}
	if good != 1 || bad != 1 {
		t.Errorf("%d good and %d bad rows, want one of each", good, bad)
	}
}

func TestTooLargeIsRefusedNotCut(t *testing.T) {
	table := newTable("sdn.csv", 12, strings.NewReader(one+one))
	table.limit.left = int64(len(one))
	for {
		_, err := table.next()
		if err != nil {
			if fault.CodeOf(err) != fault.TooLarge {
				t.Errorf("got %v, want too-large", err)
			}
			return
		}
	}
}

func TestFilesMissing(t *testing.T) {
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "sdn.csv")} {
		for _, err := range ReadFiles(path) {
			if fault.CodeOf(err) != fault.NotFound {
				t.Errorf("%s: got %v, want not-found", path, err)
			}
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "SDN.CSV"), []byte(one), 0o600); err != nil {
		t.Fatal(err)
	}
	if n := len(collect(t, ReadFiles(dir))); n != 1 {
		t.Errorf("SDN.CSV alone: %d entities, want 1", n)
	}
}

func TestReadingStopsWhenTold(t *testing.T) {
	for range Read(Source{SDN: strings.NewReader("1\n2\n" + one), Alt: strings.NewReader("1\n")}) {
		break // a second call of yield would panic
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(one), []byte("7,1,aka,X,-0- \r\n\x1a"), []byte("7,1,-0- ,-0- ,Cuba,-0- "), []byte("7,\"; Passport 1\""))
	f.Add([]byte("\x1a"), []byte{}, []byte{}, []byte{})
	f.Fuzz(func(t *testing.T, sdn, alt, add, comments []byte) {
		r := func(b []byte) *strings.Reader { return strings.NewReader(string(b)) }
		for e, err := range Read(Source{SDN: r(sdn), Alt: r(alt), Add: r(add), Comments: r(comments)}) {
			if err != nil {
				if code := fault.CodeOf(err); code != fault.Invalid && code != fault.TooLarge {
					t.Fatalf("code %s: %v", code, err)
				}
				continue
			}
			if e.ID == "" || e.Name == "" || e.Kind == "" {
				t.Fatalf("an entity that lacks what every one has: %+v", e)
			}
			for _, d := range e.Documents {
				if !strings.ContainsFunc(d.Number, isDigit) || !strings.Contains(e.Remarks, d.Number) {
					t.Fatalf("a number %q that the remarks do not hold: %q", d.Number, e.Remarks)
				}
			}
		}
	})
}
