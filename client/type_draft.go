package client

import "time"

// NegotiationLine is one negotiation in a list.
type NegotiationLine struct {
	ID        string    `json:"id" doc:"By what people name it"`
	Digest    string    `json:"digest" doc:"Of the dispatch that opened it"`
	Title     string    `json:"title,omitempty" doc:"Of the text, where it compiles"`
	Agreement string    `json:"agreement,omitempty"`
	Parties   []string  `json:"parties"`
	Opener    string    `json:"opener"`
	Opened    time.Time `json:"opened"`
	Amends    string    `json:"amends,omitempty" doc:"Digest of the text that is amended"`
	Accedes   string    `json:"accedes,omitempty" doc:"The party that joins"`
	Version   int       `json:"version"`
	Open      int       `json:"open" doc:"Articles that are not agreed by all"`
	Signed    []string  `json:"signed" doc:"Who has signed the current version"`
	Concluded string    `json:"concluded,omitempty" doc:"Digest of the text that all have signed and that this node has taken onto itself"`
	InForce   bool      `json:"in_force" doc:"Every ratification has come into its agreement case"`
}

// NegotiationList is all of them.
type NegotiationList struct {
	Negotiations []NegotiationLine `json:"negotiations"`
}

// Negotiation is how one stands.
type Negotiation struct {
	NegotiationLine
	TextHash  string         `json:"text_hash" doc:"Of the current version"`
	Beside    int            `json:"beside" doc:"Versions with other texts that stand beside the current one"`
	Articles  []DraftArticle `json:"articles" doc:"The frame first, then the text's order"`
	Brackets  []DraftBracket `json:"brackets"`
	Comments  []DraftComment `json:"comments"`
	Obstacles []string       `json:"obstacles" doc:"Why the current version may not be signed; none: it may be"`
	Changes   []DraftChange  `json:"changes" doc:"Against the version before"`
	History   []DraftAct     `json:"history"`
	Missing   []DraftSeen    `json:"missing" doc:"Dispatches that have come to others and not here"`
	Forks     []DraftSeen    `json:"forks" doc:"Proof, kept here, that a party said two things under one number"`
	RedLines  []RedLine      `json:"red_lines" doc:"This party's own, as the current version was last held to them"`
	Cases     []DraftCase    `json:"cases" doc:"Of an amendment: cases that are open under the amended text"`
}

// DraftArticle is how an article stands.
type DraftArticle struct {
	Article string   `json:"article" doc:"Its number; frame: title, preamble, and which articles there are"`
	Title   string   `json:"title,omitempty"`
	Digest  string   `json:"digest" doc:"Of its bytes"`
	Status  string   `json:"status" doc:"open, proposed, bracketed or agreed"`
	By      []string `json:"by" doc:"Who opened, proposed or bracketed it"`
	Agreed  []string `json:"agreed"`
	Missing []string `json:"missing" doc:"Who does not agree to it"`
	Text    string   `json:"text,omitempty" doc:"Where it is bracketed: with all words in brackets, each with who wants it"`
}

// DraftBracket is a passage for which a party wants other words.
type DraftBracket struct {
	ID      string `json:"id"`
	Party   string `json:"party"`
	Article string `json:"article"`
	From    string `json:"from"`
	To      string `json:"to"`
	Words   string `json:"words,omitempty"`
}

// DraftComment is what somebody says about the text.
type DraftComment struct {
	Party   string    `json:"party"`
	Person  string    `json:"person,omitempty"`
	Article string    `json:"article,omitempty"`
	About   string    `json:"about,omitempty" doc:"The words that it is about"`
	Words   string    `json:"words"`
	Version int       `json:"version"`
	Sent    time.Time `json:"sent"`
}

// DraftChange is one difference between two versions.
type DraftChange struct {
	Article string `json:"article"`
	Rule    string `json:"rule"`
	Name    string `json:"name"`
	Text    string `json:"text"`
}

// DraftAct is one dispatch in words.
type DraftAct struct {
	Party  string    `json:"party"`
	Number uint64    `json:"number"`
	Sent   time.Time `json:"sent"`
	Says   string    `json:"says"`
	Why    string    `json:"why,omitempty"`
}

// DraftSeen names a dispatch.
type DraftSeen struct {
	Party  string `json:"party"`
	Number uint64 `json:"number"`
	Digest string `json:"digest"`
}

// DraftCase is an open case, whether it moves to the new text, and why it could not.
type DraftCase struct {
	Case  string   `json:"case"`
	Moves bool     `json:"moves" doc:"It goes on under the new text once that is in force; else it ends under the amended one"`
	Lacks []string `json:"lacks" doc:"Of one that moves: why it could not"`
}

// DraftOpening begins a negotiation.
type DraftOpening struct {
	Text    string   `json:"text" minLength:"1"`
	With    []string `json:"with,omitempty" doc:"The other negotiators, whose cards are here"`
	Amends  string   `json:"amends,omitempty" doc:"The agreement that is amended; its parties come by themselves"`
	Accedes string   `json:"accedes,omitempty" doc:"Who joins it, and does nothing else by it"`
	Words   string   `json:"words,omitempty"`
}

// DraftMove is something said in a negotiation.
type DraftMove struct {
	Kind      string   `json:"kind" enum:"version,agree,reopen,bracket,accept,drop,comment,sign"`
	On        string   `json:"on,omitempty" doc:"The version that you looked at, by its number or text_hash: refused where it is no longer the current one"`
	Text      string   `json:"text,omitempty" doc:"version: the whole text"`
	Articles  []string `json:"articles,omitempty" doc:"agree, reopen; an agreement without them is to all that is not bracketed"`
	Article   string   `json:"article,omitempty" doc:"bracket, comment"`
	From      string   `json:"from,omitempty" doc:"bracket: the words that stand; comment: those that it is about"`
	To        string   `json:"to,omitempty" doc:"bracket: the words that are wanted"`
	Bracket   string   `json:"bracket,omitempty" doc:"accept, drop"`
	Words     string   `json:"words,omitempty" doc:"The comment; beside others why"`
	Statement string   `json:"statement,omitempty" doc:"sign: the canonical JSON of the party key's ratification of the current version"`
}

// DraftSaid names what became a dispatch.
type DraftSaid struct {
	Negotiation string `json:"negotiation"`
	Dispatch    string `json:"dispatch"`
}

// Contact is a party with which drafts may be exchanged.
type Contact struct {
	Party   string `json:"party"`
	Address string `json:"address"`
	Key     string `json:"key"`
}

// ContactList is all of them.
type ContactList struct {
	Contacts []Contact `json:"contacts"`
}

// Card is what a party hands another so that their nodes can meet.
type Card struct {
	Party       string `json:"party"`
	Address     string `json:"address"`
	Certificate string `json:"certificate"`
	Key         string `json:"key,omitempty"`
}

// RedLine is a condition over drafts that a party keeps to itself.
type RedLine struct {
	Name      string `json:"name"`
	Condition string `json:"condition,omitempty"`
	Words     string `json:"words,omitempty"`
	Outcome   string `json:"outcome,omitempty" doc:"holds, crossed or unclear"`
	Why       string `json:"why,omitempty" doc:"Why it is unclear"`
}

// RedLineList is all of them.
type RedLineList struct {
	RedLines []RedLine `json:"red_lines"`
}

// Done is the answer of an operation that has nothing to say.
type Done struct {
	Done bool `json:"done"`
}
