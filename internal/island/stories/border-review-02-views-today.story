Story: The review of the second year is opened, and the views are coming in
Given ../../../models/border.md
Case review between depositary-side secretariat and moving belmark and second arland

At 2027-09-01 08:00
  depositary-side.depositary-officer takes open with agenda = "The pilot that was stopped and resumed in April, the months of shared revenue, and the hours of waiting of which people complain."

At 2027-09-01 08:40
  role.liaison takes give-views with views = "Waiting is counted at the counter and not at the gate. Count it from the gate."
  state is open
