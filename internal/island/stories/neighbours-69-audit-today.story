Story: An audit of silence is asked for
Given ../../../models/neighbours.md
Case audit between asking arland and auditing court and audited caldera

At 2027-08-27 11:00
  asking.liaison takes ask as edda.nyholm with matter = "How often in the first eighteen months an answer was owed and did not come, by article, and what silence then led to."
