package casework

import (
	"slices"

	"github.com/entente-net/entente/agreement"
)

// duties holds what an example says about duties to tell, and whom ladders have told, against the case.
func (x *example) duties() {
	done := map[agreement.NoticeID]bool{} // of those that have begun
	for _, d := range x.c.Notices() {
		done[d.Notice.ID] = !d.Done.IsZero()
	}
	for _, id := range x.expect.Owes {
		if kept, begun := done[id]; kept || !begun {
			x.fail("change the example, or the duty to tell", "%q should be owed and is not", id)
		}
	}
	for _, id := range x.expect.Kept {
		if !done[id] {
			x.fail("change the example, or the duty to tell", "%q should have been told and has not", id)
		}
	}
	if len(x.expect.Told) == 0 {
		return
	}
	var told []agreement.RoleID
	for _, d := range x.c.Ladders(x.now) {
		for _, w := range d.Rung.Tells {
			told = append(told, w.Role)
		}
	}
	for _, r := range x.expect.Told {
		if !slices.Contains(told, r) {
			x.fail("change the example, or the ladder", "a ladder should have told the %s by then and has not", roleTitle(x.model, r))
		}
	}
	for _, r := range told {
		if !slices.Contains(x.expect.Told, r) {
			x.fail("state it under told, or change the ladder", "a ladder has told the %s by then", roleTitle(x.model, r))
		}
	}
}
