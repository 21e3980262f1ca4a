package sdn

// ID is the list's own number of an entity, in decimal: "2676".
type ID string

// Kind says what an entity is.
type Kind string

// The kinds of the list. Where its column is empty the entry is an organisation.
const (
	KindIndividual Kind = "individual"
	KindEntity     Kind = "entity"
	KindVessel     Kind = "vessel"
	KindAircraft   Kind = "aircraft"
)

// Entity is one listed person or thing with everything that the four files say about it.
type Entity struct {
	ID            ID
	Name          string // as listed: persons "FAMILY, Given"
	Kind          Kind
	Programmes    []string // sanctions programmes: "SDGT"
	Title         string
	Vessel        *Vessel // nil where the list says nothing of the kind
	Remarks       string  // whole, with what stood in the comments file
	Aliases       []Alias
	Addresses     []Address
	Documents     []Document
	BirthDates    []BirthDate
	BirthPlaces   []string
	Nationalities []Country // also citizenships
	Gender        string    // "Male", "Female" or ""
}

// Vessel is what the list says of ships (and, in few columns, of aircraft).
type Vessel struct {
	CallSign     string
	Type         string
	Tonnage      string
	GrossTonnage string // gross register tonnage
	Flag         Country
	Owner        string
}

// Alias is another name of an entity.
type Alias struct {
	ID      string
	Type    string // aka, fka, nka
	Name    string
	Remarks string
}

// Address is one of an entity's addresses; parts that the list leaves out are "".
type Address struct {
	ID      string
	Street  string
	City    string // with province and postal code
	Country Country
	Remarks string
}

// Country is a country as the list names it. Code is its ISO 3166-1 alpha-2 code, or "" where the name
// is none that the table knows ("undetermined", "Region: Crimea"): then only Name stands.
type Country struct {
	Code string
	Name string
}

// Document is a number under which somebody or something is registered.
type Document struct {
	Kind    DocumentKind
	Label   string // as written, without "alt.": "Diplomatic Passport", "Cedula No."
	Number  string // as written: may hold spaces, hyphens and slashes
	Country Country
	Issued  string // a date as YYYY, YYYY-MM or YYYY-MM-DD, or ""
	Expires string // likewise
	Other   bool   // marked "alt.": a further document of its kind
}

// DocumentKind sorts the labels.
type DocumentKind string

// Kinds of documents. An identity document names a person's card or number, a registration an
// organisation's, a tax number either's.
const (
	DocumentPassport     DocumentKind = "passport"
	DocumentTravel       DocumentKind = "travel document"
	DocumentIdentity     DocumentKind = "identity document"
	DocumentTax          DocumentKind = "tax number"
	DocumentRegistration DocumentKind = "registration"
	DocumentVessel       DocumentKind = "vessel registration"
	DocumentAircraft     DocumentKind = "aircraft registration"
)

// BirthDate is one date of birth as precisely as the list gives it: From and To are YYYY, YYYY-MM or
// YYYY-MM-DD, equal unless the list gives a range.
type BirthDate struct {
	From  string
	To    string
	Circa bool
	Other bool // marked "alt."
}
