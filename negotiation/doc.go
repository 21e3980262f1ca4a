// Package negotiation owns what a text goes through before it is signed: versions, what each party agrees to, brackets,
// comments, signatures by all, amendment and accession; and what a party keeps to itself meanwhile, its red lines and its playbook.
//
// It is pure. The parties' dispatches go in, and the same state comes out for everybody who holds the same dispatches, in whatever
// order they came. It never touches a clock, a disk, a network or a database; it signs nothing and sends nothing, and nothing
// of red lines or playbooks goes into a dispatch: there is no member for it.
package negotiation
