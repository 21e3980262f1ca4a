// Package scenario reads and plays stories about agreements, in a small language that a lawyer can read:
//
//	Story: Nobody upholds an urgent measure
//	Given bench/northgate.md
//	Case assistance between requesting arland and requested belmark
//
//	At 2026-03-02 10:00
//	  requesting.prosecutor takes request with urgency = "danger to life"
//	After PT1H
//	  requested.prosecutor takes act-at-once
//	  state is measure-in-force
//	  clock review ends 2026-03-04 11:00
//	After PT48H
//	  requested.judge may uphold, quash
//	  requesting.prosecutor sees evidence, facts
//	After PT1S
//	  requested.judge is refused uphold because clock-lapsed
//
// A story may be about several cases, each called something; then what one does to the agreement counts for the others:
//
//	Case review between moving belmark and second caldera called leaving
//	Case complaint between filing secretariat and concerned belmark called grievance
//	…
//	  Article 3 is not in force between arland and belmark because party-withdrawn
//	In grievance
//	  concerned.liaison may carry-out
//
// It owns the language and the playing of a story, on the engine or on another Stage. A story states exactly: "may" lists every step
// that is open to somebody, "sees" every field. What an act does not state is invented (a sample value, the first
// ground), as in the expect blocks of an agreement.
//
// It never touches a node, a network or a clock: the instants stand in the story.
package scenario
