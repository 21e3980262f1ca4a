Story: Shots or fireworks: two accounts, and one on which both agree
Given ../../../models/border.md
Case incident between reporting belmark and other arland and watching ombuds

At 2026-05-10 09:30
  reporting.liaison takes report with place = [-22.38, -31.02] and time = "2026-05-09T23:40:00+02:00" and account = "Six cracks were heard from the west bank and the glass of a lamp on the bridge broke. Two children were cut on the hands."

At 2026-05-11 16:00
  other.liaison takes account with other_account = "A wedding at the mill let off fireworks without asking. One rocket flew low. No weapon was there."

At 2026-05-12 11:00
  watching.monitor takes add with seen = "Paper tubes and a burnt stick under the lamp; no bullet mark. The two families were visited."

At 2026-05-20 10:00
  reporting.liaison takes agree with joint_account = "A rocket of a wedding on the west bank broke a lamp on the bridge. Two children were cut by the glass. Nobody fired a weapon."
  other.liaison takes agree as edda.nyholm with joint_account = "A rocket of a wedding on the west bank broke a lamp on the bridge. Two children were cut by the glass. Nobody fired a weapon."
  reporting.liaison takes tell with told = "Both families were visited and told what was found; Arland pays the doctor."
  state is agreed
