Story: A judge sets the person free
Given ../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose with adult = true and interpreter_needed = false
  detaining.supervisor takes consider
  aid.counsel takes speak
  court.bench takes decline
  state is free
