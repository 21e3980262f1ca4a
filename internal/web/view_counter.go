package web

import (
	"context"
	"time"

	"github.com/entente-net/entente/casework"
)

// Counter is what an office does beside the acts of a case: notes to itself, words with the person who filed, and the code
// for somebody who came in person. None of it is an act, and none of it leaves this node.
type Counter interface {
	// Beside gives what stands beside a case; nil where the viewer's office has no part in it.
	Beside(ctx context.Context, v Viewer, id casework.CaseID) (*BesideView, error)
	// Note keeps an internal note.
	Note(ctx context.Context, v Viewer, id casework.CaseID, text string) error
	// Reply puts a message into the mailbox of the person who filed.
	Reply(ctx context.Context, v Viewer, id casework.CaseID, text string) error
	// GiveCode makes the code for the person whose report the office entered. It is shown once; a new one ends the old.
	GiveCode(ctx context.Context, v Viewer, id casework.CaseID) (*Slip, error)
}

// BesideView is what stands beside a case.
type BesideView struct {
	Notes    []Note
	Mailbox  bool // the person can read and write: whoever holds the code
	Messages []Message
	Code     bool // the viewer may give the person a code
	Given    time.Time
}

// Note is an internal note.
type Note struct {
	At   time.Time
	By   string // the person's name here
	Text string
}

// Slip is what is printed for the person.
type Slip struct {
	Filed
	Title    string // of the procedure
	Clocks   []ClockView
	Zone     *time.Location
	Office   string
	Language string // of the person, where the filing states it; "": the reader's
}
