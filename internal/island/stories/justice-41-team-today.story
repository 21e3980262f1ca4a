Story: A team is proposed, and silence would decline it
Given ../../../models/justice.md
Case team between proposing caldera and host belmark

At 2027-08-20 10:00
  proposing.prosecutor takes propose with offence = "trafficking" and purpose = "To find the firm behind the harvest buses that keep people's passports" and leader = "Oriana Salvete"
