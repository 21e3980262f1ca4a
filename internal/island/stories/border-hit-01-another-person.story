Story: A name on the watch list, and another man at the counter
Given ../../../models/border.md
Case hit between checking arland

At 2026-04-14 09:12
  checking.officer takes open as jon.aske with register = "watch list" and number = "B31907755" and issuing_state = "XB" and answer = "Wanted for questioning: Anselm Kuhr, born 4 May 1979, last seen at Feldau." and nationality = null
  checking.officer takes compare as jon.aske with comparison = "another" and reasons = "The traveller was born on 4 May 1997, not 1979, and is a head shorter than the man described."
  clock review ends 2026-04-14 09:27

At 2026-04-14 09:20
  checking.supervisor takes clear with reasons = "Same name, eighteen years younger, and he carries his apprentice's papers. He goes on; Belmark is asked to mend the entry."
  state is cleared
