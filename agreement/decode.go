package agreement

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	keyForm      = regexp.MustCompile(`^[A-Za-z0-9+/=_.:-]+$`)
)

// maxKey leaves room for post-quantum keys.
const maxKey = 8192

// decode reads every block. The agreement block comes first: labels depend on its languages.
func (c *compiler) decode() {
	var heads []rule
	for _, r := range c.rules {
		if r.block.Type == "agreement" {
			heads = append(heads, r)
		}
	}
	if len(heads) == 0 && !slices.ContainsFunc(slices.Collect(maps.Keys(c.ghosts)), func(g string) bool { return strings.HasPrefix(g, "agreement ") }) {
		c.at(CodeBlockMissing, 0, "the text has no block agreement").mend("add agreement \"name\" { title = …, version = …, starts = …, … } under the first article")
	}
	for i, r := range heads {
		if i > 0 {
			c.on(CodeBlockTwice, r.block.DefRange(), "the text already has a block agreement").mend("one text is one agreement: remove it")
			continue
		}
		c.agreement(c.body(r.block, r.article, ""))
	}
	for _, r := range c.rules {
		b := c.body(r.block, r.article, "")
		switch r.block.Type {
		case "article":
			c.clause(b)
		case "party":
			c.party(b)
		case "role":
			c.role(b)
		case "purpose":
			c.m.Purposes = append(c.m.Purposes, Purpose{
				ID: PurposeID(b.label()), Article: b.article, Title: b.text("title", true), Basis: b.text("basis", false), Protective: b.flag("protective"),
			})
			b.close()
		case "record":
			c.record(b)
		case "register":
			c.register(b)
		case "ladder":
			c.ladder(b)
		case "assessment":
			c.assessment(b)
		default:
			c.term(b)
			c.figure(b)
		}
	}
	// Procedures name records and steps; expectations name the steps of procedures.
	var expects []rule
	for _, r := range c.rules {
		switch r.block.Type {
		case "procedure":
			c.procedure(c.body(r.block, r.article, ""))
		case "expect":
			expects = append(expects, r)
		}
	}
	c.expects(expects)
	c.anchors()
}

func (c *compiler) agreement(b *body) {
	m := c.m
	m.ID, m.Declared = ID(b.label()), b.article
	m.Title, m.Version = b.text("title", true), b.text("version", true)
	m.World = b.choice("world", false, WorldReal, WorldExercise)
	m.Languages = texts[string](b, "languages", true)
	for _, l := range m.Languages {
		if !languageForm.MatchString(l) {
			c.on(CodeValueForm, c.where[b.path+"/languages/"+l], "%q is not a language", l).mend("write a BCP 47 tag such as \"en\"")
		}
	}
	m.Authentic = choices[string](b, "authentic", false, m.Languages...)
	if !b.has("authentic") {
		m.Authentic = slices.Clone(m.Languages)
	}
	m.Starts, m.Ends = b.date("starts", true), b.date("ends", false)
	m.Timezone = b.text("timezone", true)
	if _, err := zone(m.Timezone); err != nil && m.Timezone != "" {
		c.on(CodeValueForm, c.where[b.path+"/timezone"], "%v", err).mend("write the zone's IANA name")
	}
	m.Prevails = b.choice("prevails", true, append([]string{"prose", "rules"}, m.Languages...)...)
	m.Depositary = reference[PartyID](b, "depositary", true, "party")
	m.Notice = b.period("notice", false)
	m.Calendar = reference[CalendarID](b, "calendar", false, "calendar")
	m.Without = b.text("without_prejudice", false)
	m.Translations = b.translations()
	m.Reservations = b.choice("reservations", false, ReservationsAllowed, ReservationsNone)
	if r := b.one("renewal"); r != nil {
		m.Renewal = &Renewal{
			Mode: r.choice("mode", true, "automatic", "consent"), Period: r.length("period", true),
			Unless: r.condition("unless"), Notice: r.period("notice", false),
		}
		c.pend(r, "unless", &m.Renewal.Unless)
		r.close()
	}
	if a := b.one("amends"); a != nil {
		m.Amends = c.amends(a)
	}
	b.close()
}

func (c *compiler) clause(b *body) {
	cl := find(c.m.Articles, func(cl *Clause) bool { return cl.Number == b.article })
	key := "article " + string(b.article)
	if _, twice := c.where[key]; twice {
		c.on(CodeBlockTwice, b.block.DefRange(), "Article %s already has a block article", b.article).mend("put both into one block")
		return
	}
	c.where[key] = b.block.DefRange()
	cl.Ends = b.date("ends", false)
	cl.Survives = choices[Survival](b, "survives", false,
		string(SurvivesCases), string(SurvivesRemedy), string(SurvivesErasure), string(SurvivesSecrecy))
	cl.Untouchable, cl.MayRest = b.flag("untouchable"), b.flag("may_rest")
	c.where[key+"/may_rest"] = c.where[b.path+"/may_rest"]
	if e := b.attr("by_people", false); e != nil {
		cl.ByPeople = b.numbers("by_people", e)
		some(b, "by_people", cl.ByPeople)
		c.where[key+"/by_people"] = e.Range()
	}
	b.close()
}

func (c *compiler) party(b *body) {
	p := Party{
		ID: PartyID(b.label()), Article: b.article, Name: b.text("name", true),
		Kind:    b.choice("kind", true, "state", "agency", "organisation", "armed-actor", "civil-society"),
		Country: b.text("country", false), Key: b.key(), Unrecognised: b.partyList("unrecognised", false),
	}
	if p.Country != "" && !countryForm.MatchString(p.Country) {
		c.on(CodeValueForm, c.where[b.path+"/country"], "%q is not a country", p.Country).mend("write the two capital letters of ISO 3166-1; XA to XZ are free for invented ones")
	}
	for _, a := range b.blocks("authority", blockLabel) {
		p.Authorities = append(p.Authorities, Authority{
			ID: AuthorityID(a.label()), Name: a.text("name", true), Key: a.key(),
			Competence: references[ProcedureID](a, "competence", false, "procedure"), Forwards: a.length("forwards", false),
		})
		a.close()
	}
	b.close()
	c.m.Parties = append(c.m.Parties, p)
}

// key gives a public key. What it is belongs to those who sign; here only its characters are checked.
func (b *body) key() string {
	s := b.text("key", false)
	if b.has("key") && (len(s) > maxKey || !keyForm.MatchString(s)) {
		b.c.on(CodeValueForm, b.block.Body.Attributes["key"].Expr.Range(), "%s: this is not a public key", b.words()).
			mend("let the node write it, or leave it out until the agreement is signed")
		return ""
	}
	return s
}

func (c *compiler) role(b *body) {
	c.m.Roles = append(c.m.Roles, Role{
		ID: RoleID(b.label()), Article: b.article, Title: b.text("title", true),
		Held: b.partyList("held_by", true), Independent: b.flag("independent"),
		Enrolled: reference[AuthorityID](b, "enrolled_by", false, "authority"),
	})
	b.close()
}

func (c *compiler) register(b *body) {
	r := Register{
		ID: RegisterID(b.label()), Article: b.article, Title: b.text("title", true),
		Record: reference[RecordID](b, "record", true, "record"), Holders: b.partyList("holders", true),
		Key: texts[FieldID](b, "key", true), Keep: b.length("keep", false), Editors: references[RoleID](b, "editors", false, "role"),
	}
	c.fields(b, "key", r.Record, r.Key)
	for _, q := range b.blocks("query", blockLabel) {
		x := Query{
			ID: QueryID(q.label()), Article: b.article, Title: q.text("title", true),
			By: references[RoleID](q, "by", true, "role"), Purpose: references[PurposeID](q, "purpose", true, "purpose"),
			Match: q.choice("match", true, "exact", "fuzzy", "private"),
			On:    texts[FieldID](q, "on", true), Reveals: texts[FieldID](q, "reveals", true),
			Within: q.length("within", false), Cap: q.count("cap"),
			Opens: reference[ProcedureID](q, "opens", false, "procedure"), Keep: q.length("keep", false),
		}
		c.fields(q, "on", r.Record, x.On)
		c.fields(q, "reveals", r.Record, x.Reveals)
		q.close()
		r.Queries = append(r.Queries, x)
	}
	b.close()
	c.m.Registers = append(c.m.Registers, r)
}

// fields checks that a record has the fields that an attribute names. The record may come later in the text.
func (c *compiler) fields(b *body, name string, record RecordID, fields []FieldID, implicit ...FieldID) {
	if record == "" || c.ghosts["record "+string(record)] {
		return
	}
	known := c.fieldNames(record)
	for _, f := range fields {
		if !slices.Contains(known, string(f)) && !slices.Contains(implicit, f) {
			c.on(CodeNameUnknown, c.where[b.path+"/"+name+"/"+string(f)], "record.%s has no field %q", record, f).
				mend("%s", instead(string(f), known, "declare the field in the record"))
		}
	}
}

// fieldNames gives the labels of a record's field blocks straight from the text.
func (c *compiler) fieldNames(record RecordID) []string { return c.recordFields[record] }

// implicit gives the fields that acts carry beside those of the record.
func (c *compiler) implicit() []FieldID { return c.implied }

// noteFields notes which fields there are, once the names are collected.
func (c *compiler) noteFields() {
	c.recordFields = map[RecordID][]string{}
	c.implied = []FieldID{FieldReasons}
	for _, r := range c.rules {
		switch r.block.Type {
		case "assessment":
			c.implied = append(c.implied, AssessmentField(AssessmentID(r.block.Labels[0])))
		case "record":
			var names []string
			for _, k := range r.block.Body.Blocks {
				if k.Type == "field" && len(k.Labels) == 1 {
					names = append(names, k.Labels[0])
				}
			}
			c.recordFields[RecordID(r.block.Labels[0])] = names
		}
	}
}

func (c *compiler) ladder(b *body) {
	l := Ladder{ID: LadderID(b.label()), Article: b.article, Title: b.text("title", false)}
	for _, r := range b.blocks("rung", blockLabel) {
		l.Rungs = append(l.Rungs, Rung{
			ID: r.label(), After: r.period("after", true), Tells: r.actors("tells", true, nil),
			Expects: r.text("expects", true), Opens: reference[ProcedureID](r, "opens", false, "procedure"),
		})
		r.close()
	}
	if len(l.Rungs) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s has no rung", b.words()).mend("add rung \"name\" { after = …, tells = […], expects = \"…\" }")
	}
	b.close()
	c.m.Ladders = append(c.m.Ladders, l)
}

func (c *compiler) assessment(b *body) {
	a := Assessment{
		ID: AssessmentID(b.label()), Article: b.article, Title: b.text("title", true),
		Harm: b.flag("harm"), Signed: references[RoleID](b, "signed", false, "role"),
	}
	for _, q := range b.blocks("question", fieldLabel) {
		x := Question{ID: q.label(), Text: q.text("text", true), Answers: texts[string](q, "answers", true)}
		x.Blocks = choices[string](q, "blocks", false, x.Answers...)
		if len(x.Answers) > 0 && len(x.Blocks) == len(x.Answers) {
			c.on(CodeValueUnknown, c.where[q.path+"/blocks"], "%s: every answer blocks the step", q.words()).mend("leave at least one answer that lets it go on")
		}
		q.close()
		a.Questions = append(a.Questions, x)
	}
	if len(a.Questions) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s asks nothing", b.words()).mend("add question \"name\" { text = …, answers = […] }")
	}
	b.close()
	c.m.Assessments = append(c.m.Assessments, a)
}

// scalars are the types that a field or the element of a list may have, beside records.
var scalars = []string{
	string(TypeText), string(TypeName), string(TypeDate), string(TypeTime), string(TypeNumber), string(TypeAmount), string(TypeQuantity),
	string(TypeCountry), string(TypeDocument), string(TypePerson), string(TypeIdentifier), string(TypeChoice), string(TypeYesNo),
	string(TypePoint), string(TypeLine), string(TypeArea), string(TypeFile),
}

func (c *compiler) record(b *body) {
	r := Record{
		ID: RecordID(b.label()), Article: b.article, Title: b.text("title", true),
		About: choices[string](b, "about", false, "suspect", "convicted", "victim", "witness", "other"),
	}
	for _, f := range b.blocks("field", fieldLabel) {
		r.Fields = append(r.Fields, c.field(f))
	}
	if len(r.Fields) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s has no field", b.words()).mend("add field \"name\" { type = \"text\", class = \"official\" }")
	}
	b.close()
	c.m.Records = append(c.m.Records, r)
}

func (c *compiler) field(b *body) Field {
	f := Field{
		ID: FieldID(b.label()), Label: b.labels("label"), Help: b.labels("help"),
		Class: Class(b.choice("class", true, string(ClassPublic), string(ClassOfficial), string(ClassPersonal), string(ClassSensitive), string(ClassProtected))),
	}
	f.Required, f.Assessment = b.flag("required"), b.flag("assessment")
	f.Choices = texts[string](b, "choices", false)
	written := b.text("type", true)
	of := b.text("of", false)
	if written == string(TypeList) && of != "" {
		written = "list of " + of
	} else if b.has("of") {
		c.on(CodeAttrNeedless, c.where[b.path+"/of"], "%s: only a list has an of", b.words()).mend("write type = \"list of …\"")
	}
	c.fieldType(b, &f, written)
	isChoice := f.Type == TypeChoice || f.Of == TypeChoice
	f.Permits = references[PurposeID](b, "permits", false, "purpose")
	if b.has("permits") && f.Class != ClassProtected && f.Class != "" {
		c.on(CodeAttrNeedless, c.where[b.path+"/permits"], "%s is not protected: what a share or a query grants is permitted", b.words()).mend("remove permits, or write class = \"protected\"")
	}
	f.SealedTo = reference[RoleID](b, "sealed_to", false, "role")
	c.sealedType(b, &f)
	c.fieldConcordance(b, &f, isChoice)
	if isChoice && len(f.Choices) == 0 && f.Concordance == "" {
		c.on(CodeAttrMissing, b.block.DefRange(), "%s is a choice without choices", b.words()).mend("add choices = [\"…\", \"…\"]")
	}
	if !isChoice && len(f.Choices) > 0 && f.Type != "" {
		c.on(CodeAttrNeedless, c.where[b.path+"/choices"], "%s has choices, but its type is %s", b.words(), f.Type).mend("write type = \"choice\", or remove the choices")
	}
	b.close()
	return f
}

// fieldConcordance gives a choice its choices from a concordance, where it names one.
func (c *compiler) fieldConcordance(b *body, f *Field, isChoice bool) {
	f.Concordance = reference[ConcordanceID](b, "concordance", false, "concordance")
	switch at := c.where[b.path+"/concordance"]; {
	case !b.has("concordance"):
	case !isChoice && f.Type != "":
		c.on(CodeAttrNeedless, at, "%s names a concordance, but its type is %s", b.words(), f.Type).mend("write type = \"choice\", or remove the concordance")
	case b.has("choices"):
		c.on(CodeAttrNeedless, c.where[b.path+"/choices"], "%s: its choices are the entries of the concordance", b.words()).mend("remove choices")
	default:
		f.Choices = c.concepts(f.Concordance)
	}
}

func (c *compiler) fieldType(b *body, f *Field, written string) {
	if written == "" {
		return
	}
	elem, isList := strings.CutPrefix(written, "list of ")
	t := Type(elem)
	if id, ok := strings.CutPrefix(elem, "record."); ok {
		if _, known := c.declared["record"][id]; !known && !c.ghosts["record "+id] {
			c.on(CodeNameUnknown, c.where[b.path+"/type"], "there is no record %q", id).mend("declare record %q", id)
			return
		}
		t, f.Record = TypeRecord, RecordID(id)
	} else if !slices.Contains(scalars, elem) {
		c.on(CodeValueUnknown, c.where[b.path+"/type"], "there is no type %q", written).
			mend("%s", instead(elem, append([]string{"list of text", "record.name"}, scalars...), "write one of the types of docs/language.md"))
		return
	}
	f.Type = t
	if isList {
		f.Type, f.Of = TypeList, t
	}
}
