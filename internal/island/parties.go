package island

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"

	"github.com/entente-net/entente/agreement"
)

// Party is one of the ten, each with a node of its own.
type Party struct {
	ID          agreement.PartyID `json:"id"`
	Name        Text              `json:"name"`
	Kind        string            `json:"kind"`  // as the agreements say it
	Seat        string            `json:"seat"`  // the place where its node stands; of a State, the capital
	About       Text              `json:"about"` // one sentence
	Authorities []Authority       `json:"authorities"`
}

// Authority enrols keys beside the party's own people; for judges, the registry of the court.
type Authority struct {
	ID   agreement.AuthorityID `json:"id"`
	Name string                `json:"name"`
	In   []agreement.ID        `json:"in"` // the agreements that name it
}

// Calendar says in words which days are no working days under an agreement.
type Calendar struct {
	Agreement agreement.ID
	Name      Text
	Weekend   Text
	Closed    Text // nobody works on these days of a year
}

//go:embed parties.json
var partiesJSON []byte

var parties = sync.OnceValue(func() (out []Party) {
	if err := json.Unmarshal(partiesJSON, &out); err != nil {
		panic("island: parties.json: " + err.Error())
	}
	return out
})

// Parties are the ten in the order of the first page: States, offices, the Council, relief organisations.
func Parties() []Party { return slices.Clone(parties()) }

// Calendars are those by which working days are counted. Border and access have none: there every day counts.
func Calendars() []Calendar {
	name := Text{"en": "Working days of the island", "fr": "Jours ouvrables de l’île", "ar": "أيام العمل في الجزيرة", "es": "Días laborables de la isla", "ru": "Рабочие дни острова", "zh": "岛屿工作日"}
	weekend := Text{"en": "Saturday and Sunday", "fr": "samedi et dimanche", "ar": "السبت والأحد", "es": "sábado y domingo", "ru": "суббота и воскресенье", "zh": "星期六和星期日"}
	return []Calendar{
		{"neighbours", name, weekend, Text{
			"en": "1 January, 1 May, 25 December", "fr": "1er janvier, 1er mai, 25 décembre",
			"ar": "1 كانون الثاني/يناير، 1 أيار/مايو، 25 كانون الأول/ديسمبر",
			"es": "1 de enero, 1 de mayo, 25 de diciembre", "ru": "1 января, 1 мая, 25 декабря", "zh": "1月1日、5月1日、12月25日",
		}},
		{"justice", name, weekend, Text{
			"en": "1 January, 1 May, 25 December, a Monday in spring", "fr": "1er janvier, 1er mai, 25 décembre, un lundi de printemps",
			"ar": "1 كانون الثاني/يناير، 1 أيار/مايو، 25 كانون الأول/ديسمبر، يوم اثنين في الربيع",
			"es": "1 de enero, 1 de mayo, 25 de diciembre, un lunes de primavera", "ru": "1 января, 1 мая, 25 декабря, один понедельник весной", "zh": "1月1日、5月1日、12月25日、春季的一个星期一",
		}},
	}
}
