Story: A worker complains about the lodging, is punished for it, and is protected
Given ../../../models/border.md
Case worker-complaint between aid ombuds and inspecting arland

At 2026-07-02 19:30
  aid.workers-adviser takes file with worker = "Theres Kallin" and may_be_named = false and workplace = "Granvik farm, Tavel" and grievance = "Nine of us sleep in a loft with one tap. The foreman takes two hours' wage a day for it and writes down nothing."

At 2026-07-08 09:00
  inspecting.labour-inspector takes admit with reasons = "It is about lodging and wages at a place of work in Arland, and recent."
  aid.workers-adviser takes tell with told = "That the inspector goes there within twenty days and does not know her name."

At 2026-07-09 20:10
  aid.workers-adviser takes say-punished with punished = "The foreman guessed, and gave her the rows at the ditch and no ride to the shop."

At 2026-07-13 11:00
  clock protection has lapsed
  inspecting.labour-inspector takes protect as jens.orm with protection = "She sleeps at the parish house from tonight, and the employers' desk looks for another farm." and reasons = "Whoever complains must not pay for it. We should have acted yesterday."

At 2026-07-20 14:00
  inspecting.labour-inspector takes answer with answer = "The loft is closed. The deductions are paid back to all nine, 1,840 in all, and the farm is on the plan for a second visit." and reasons = "I counted nine beds, one tap and no receipt."

At 2026-07-21 18:00
  aid.workers-adviser takes tell with told = "The answer, the sum that is hers, and that she may change the farm without losing the permit."
  state is answered
