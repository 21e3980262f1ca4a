package island

import "math/rand/v2"

// holder is a State as the registers know it.
type holder struct {
	party          string
	country        string // as documents say it; documents' numbers begin with its last letter
	court          string // how warrants are numbered
	plate          string // beginning of a number plate
	given, family  []string
	towns, streets []string
}

// The States whose people stand in the registers. Families are others than those of the cast.
var holders = []holder{
	{
		party: "arland", country: "XA", court: "HC", plate: "AR",
		given:   []string{"Aksel", "Berit", "Dagny", "Einar", "Frida", "Gunnar", "Helle", "Ivar", "Jorun", "Knut", "Linnea", "Magnus", "Oda", "Rolv", "Solveig", "Tore"},
		family:  []string{"Almvik", "Brenne", "Dokka", "Elvestad", "Fjære", "Granli", "Hovden", "Isaker", "Kvist", "Lunde", "Myhre", "Nesbakk", "Opsal", "Rudi", "Skaug", "Tveit"},
		towns:   []string{"Varnholm", "Tavel", "Skarn harbour", "Northgate"},
		streets: []string{"Timber Yard", "River Street", "Old Customs Road", "North Road"},
	},
	{
		party: "belmark", country: "XB", court: "RC", plate: "BM",
		given:   []string{"Albrecht", "Beate", "Clemens", "Dorit", "Egon", "Friederun", "Gernot", "Hedwig", "Ingo", "Kuno", "Lisbeth", "Meinhard", "Ottilie", "Rainer", "Sigrun", "Traudl"},
		family:  []string{"Ambach", "Brandner", "Derfling", "Ebenhof", "Fahrholz", "Gruber-Tal", "Hollmann", "Kessler", "Lindner", "Morgenstedt", "Niehof", "Pfahl", "Quast", "Rehbein", "Stollberg", "Trautwein"},
		towns:   []string{"Dornau", "Quell", "Feldau", "Brakk harbour"},
		streets: []string{"Mill Lane", "Weavers’ Row", "Royal Street", "Coast Road"},
	},
	{
		party: "caldera", country: "XC", court: "SC", plate: "CA",
		given:   []string{"Adela", "Basilio", "Casilda", "Domingo", "Elvira", "Fausto", "Graciela", "Horacio", "Inés", "Jacinto", "Leonor", "Maurilio", "Natalia", "Ovidio", "Remedios", "Salvador"},
		family:  []string{"Albarín", "Borgales", "Cardenas-Luz", "Dorrego", "Espinal", "Fontalba", "Garrotxa", "Herradón", "Jaraba", "Lumbreras", "Malvar", "Navascal", "Olmedal", "Peñalta", "Quintanar", "Riofrío"},
		towns:   []string{"Monreva", "Castrel", "Three Springs", "Almeda harbour"},
		streets: []string{"Calle Mayor", "South Road", "Spring Square", "Fish Market"},
	},
	{
		party: "free-city", country: "XF", court: "CC", plate: "SM",
		given:   []string{"Annick", "Cadan", "Demelza", "Floris", "Hester", "Joost", "Kerensa", "Lieven", "Morwenna", "Pieter", "Rozenn", "Teun"},
		family:  []string{"Boscawl", "Dekkerling", "Gwarth", "Havenaar", "Kerrow", "Nankivel", "Penhale", "Schuitema", "Tregarth", "Zeewolde"},
		towns:   []string{"Saltmere"},
		streets: []string{"Mole Street", "Net Lofts", "Harbour Road"},
	},
}

// inventor makes up entries of one register of one holder: the same ones every time.
type inventor struct {
	*rand.Rand
	holder
	used map[string]bool
}

func pick[T any](in *inventor, from []T) T { return from[in.IntN(len(from))] }

// state is mostly the holder's own, and sometimes another whose people and documents were found on its soil.
func (in *inventor) state() holder {
	if in.IntN(5) > 0 {
		return in.holder
	}
	return pick(in, holders)
}

// once makes things until one comes that has not been made before.
func (in *inventor) once(makes func() string) string {
	for {
		if s := makes(); !in.used[s] {
			in.used[s] = true
			return s
		}
	}
}
