package island

import (
	"fmt"
	"strings"
	"time"
)

var (
	two   = []string{"arland", "belmark"}
	three = []string{"arland", "belmark", "caldera"}
)

var lists = []list{
	{
		agreement: "border", register: "stolen_documents", holders: two, years: 10, entries: 190,
		columns: []string{"number", "issuing_state", "kind", "reported", "circumstances"},
		planted: func(in *inventor) [][]string {
			if in.party != "belmark" {
				return nil
			}
			return [][]string{{StolenDocument, "XB", "passport", stolenReported, "taken from a parked lorry at Quell"}}
		},
		row: func(in *inventor, _ int, since time.Time) []string {
			of := in.state()
			how := pick(in, []string{"lost on the way to %s", "stolen from a coat at %s", "not among the luggage at %s", "stolen with a bag in the market of %s", "revoked; its holder at %s has a new one", "lost in the flood at %s"})
			return []string{in.number(of), of.country, pick(in, []string{"passport", "passport", "identity card", "travel document"}), since.Format(time.DateOnly), fmt.Sprintf(how, pick(in, in.towns))}
		},
	},
	{
		agreement: "border", register: "watch_list", holders: two, years: 2, entries: 150,
		columns: []string{"entry", "name", "kind", "born", "document", "issuing_state", "programme", "reason", "contact"},
		planted: func(in *inventor) [][]string {
			letter := in.country[1:]
			return [][]string{
				{WitnessEntry, "DESAR, Iliyan Maarouf", "individual", "1984", letter + "31177240", in.country, "witness summons", "to be heard as a witness; no arrest", "duty desk of the district police"},
				{PenaltyEntry, "KORVIN, Tessa", "individual", "1991-06-30", letter + "55100213", in.country, "customs penalty", "unpaid penalty", "customs recovery desk"},
			}
		},
		row: func(in *inventor, n int, _ time.Time) []string {
			of := in.state()
			family, given := in.name(of)
			entry := fmt.Sprintf("W-%d", 1000+n)
			programme := pick(in, [][3]string{
				{"customs penalty", "unpaid penalty", "customs recovery desk"},
				{"witness summons", "to be heard as a witness; no arrest", "duty desk of the district police"},
				{"missing person", "reported missing by the family; ask whether help is needed", "missing persons desk"},
				{"order of a court", "may not leave with the child without the other parent's consent", "family court registry"},
				{"smuggling of persons", "examine the vehicle", "duty desk of the border police"},
			})
			switch in.IntN(12) {
			case 0:
				return []string{entry, family + " Haulage", "entity", "", "", "", "customs penalty", "duties not paid", "customs recovery desk"}
			case 1:
				return []string{entry, "Motor vessel " + given, "vessel", "", "", "", "order of a court", "arrested for a debt of its owner", "harbour master"}
			}
			return []string{entry, strings.ToUpper(family) + ", " + given, "individual", in.born(), in.number(of), of.country, programme[0], programme[1], programme[2]}
		},
	},
	{
		agreement: "border", register: "trusted", holders: two, years: 3, entries: 90,
		columns: []string{"number", "kind", "applicant", "premises"},
		planted: func(in *inventor) [][]string {
			if in.party != "arland" {
				return nil
			}
			return [][]string{{TrustedTrader, "trader", "Hovden & Daughters, timber", "Timber Yard, Tavel"}}
		},
		row: func(in *inventor, n int, since time.Time) []string {
			family, given := in.name(in.holder)
			number := fmt.Sprintf("%sT-%d-%03d", in.country[1:], since.Year(), 100+n)
			place := pick(in, in.streets) + ", " + pick(in, in.towns)
			switch in.IntN(3) {
			case 0:
				return []string{number, "trader", family + " & " + pick(in, []string{"Sons", "Daughters", "Partners"}) + ", " + pick(in, []string{"timber", "grain", "leather", "glass", "dried fish", "tools"}), place}
			case 1:
				return []string{number, "haulier", family + " Haulage", place}
			}
			return []string{number, "traveller", given + " " + family, pick(in, []string{"Northgate, daily", "Northgate, weekly", "Long Pass, on market days"})}
		},
	},
	{
		agreement: "border", register: "stolen_vehicles", holders: two, years: 2, entries: 110,
		columns: []string{"plate", "issuing_state", "make", "reported"},
		planted: func(in *inventor) [][]string {
			if in.party != "belmark" {
				return nil
			}
			return [][]string{{StolenLorry, "XB", "Falk lorry, grey", "2026-02-20"}}
		},
		row: func(in *inventor, _ int, since time.Time) []string {
			of := in.state()
			plate := in.once(func() string {
				return fmt.Sprintf("%s %04d %c", of.plate, 1000+in.IntN(9000), 'A'+rune(in.IntN(26)))
			})
			thing := pick(in, []string{"Norda hatchback", "Norda estate", "Falk lorry", "Falk van", "Brio motorcycle", "Trond tractor"}) + ", " + pick(in, []string{"white", "grey", "red", "blue", "green"})
			return []string{plate, of.country, thing, since.Format(time.DateOnly)}
		},
	},
	{
		agreement: "access", register: "protected_movements", holders: []string{"secretariat"}, entries: 480,
		columns: []string{"convoy", "mark", "vehicles"},
		row: func(in *inventor, n int, _ time.Time) []string {
			organisation := pick(in, []string{"LR", "WB"}) // Lantern Relief, the Waterbearers
			return []string{fmt.Sprintf("%s-E%03d", organisation, n), fmt.Sprintf("%s E%03d", organisation, n), fmt.Sprint(2 + in.IntN(11))}
		},
	},
	{
		agreement: "justice", register: "police_index", holders: three, years: 5, entries: 170,
		columns: []string{"entry", "name", "born", "kind"},
		planted: func(in *inventor) [][]string {
			if in.party != "belmark" {
				return nil
			}
			return [][]string{{"BP-2025-031", "DESSAR, Ilyan", wantedBorn, "suspected"}}
		},
		row: func(in *inventor, n int, since time.Time) []string {
			family, given := in.name(in.state())
			return []string{fmt.Sprintf("%sP-%d-%04d", in.country[1:], since.Year(), 1000+n), strings.ToUpper(family) + ", " + given, in.born(), pick(in, []string{"suspected", "suspected", "convicted"})}
		},
	},
	{
		agreement: "justice", register: "wanted_persons", holders: three, years: 3, entries: wantedEntries,
		columns: []string{"entry", "warrant", "name", "born", "document", "issuing_state", "caution"},
		planted: func(in *inventor) [][]string {
			if in.party != "arland" {
				return nil
			}
			return [][]string{{WantedEntry, "HC 88/25", "DESSAR, Ilyan", wantedBorn, WantedPassport, "XC", "often mistaken for another; compare the date of birth"}}
		},
		row: func(in *inventor, n int, since time.Time) []string {
			of := in.state()
			family, given := in.name(of)
			caution := pick(in, []string{"", "", "", "needs insulin", "may be armed", "travels with a child", "speaks no language of this State"})
			return []string{wantedEntry(in, n, since), fmt.Sprintf("%s %d/%02d", in.court, 100+n, since.Year()%100), strings.ToUpper(family) + ", " + given, in.born(), in.number(of), of.country, caution}
		},
	},
	{
		// Spread over the same days as the wanted persons, so that each entry names one that stands there too.
		agreement: "justice", register: "mistaken_identities", holders: three, years: 2, spread: 3, entries: wantedEntries,
		columns: []string{"document", "issuing_state", "entry", "note"},
		planted: func(in *inventor) [][]string {
			if in.party != "arland" {
				return nil
			}
			return [][]string{{MistakenFor, "XB", WantedEntry, "Iljan Deser of Quell, a carpenter, born in 1991; the person wanted was born in 1984"}}
		},
		row: func(in *inventor, n int, since time.Time) []string {
			of := in.state()
			family, given := in.name(of)
			note := pick(in, []string{"born in another year", "taller by a hand, and of another mother", "wears glasses; the fingerprints are others", "was abroad on the day of the offence"})
			return []string{in.number(of), of.country, wantedEntry(in, n, since), given + " " + family + " of " + pick(in, of.towns) + ": " + note}
		},
	},
	{
		agreement: "justice", register: "sanctions_list", holders: three, years: 1, entries: 110,
		columns: []string{"entry", "name", "document", "issuing_state", "statement", "support", "told"},
		planted: func(in *inventor) [][]string {
			if in.party != "arland" {
				return nil
			}
			return [][]string{{ListedEntry, "QUORRE, Silvan", ListedPassport, "XC", "Sold seized relief goods at the market of Castrel.", "Two bills of sale, and marks of Lantern Relief on the sacks.", "Told by registered letter, with the address of the Ombudsperson."}}
		},
		row: func(in *inventor, n int, since time.Time) []string {
			of := in.state()
			family, given := in.name(of)
			charge := pick(in, [][2]string{
				{"Sold diverted relief goods.", "Bills of sale; marks of a relief organisation on the sacks."},
				{"Paid those who stopped convoys on the Harbour Road.", "Account statements of a bank at Saltmere."},
				{"Brought weapons over the Ridge Road against an order of the Court.", "A waybill and the report of an observation post."},
				{"Forged seasonal permits and sold them to workers.", "Forty permits with one stamp."},
				{"Took money for letting persons pass at Northgate.", "Statements of two witnesses, heard by a judge."},
			})
			return []string{fmt.Sprintf("%sS-%d-%03d", in.country[1:], since.Year(), 100+n), strings.ToUpper(family) + ", " + given, in.number(of), of.country, charge[0], charge[1], "Told by registered letter, with the address of the Ombudsperson."}
		},
	},
}

// wantedEntries is how many persons are wanted over the years, and how many are mistaken for one of them.
const wantedEntries = 80

func wantedEntry(in *inventor, n int, since time.Time) string {
	return fmt.Sprintf("%sW-%d-%03d", in.country[1:], since.Year(), 200+n)
}
