Story: A worker comes, changes the employer, and goes home
Given ../../models/border.md
Case season between asking belmark and granting arland

At 2026-03-16 08:00
  asking.permit-officer takes apply
  clock decision ends 2026-03-31 08:00
  granting.permit-officer is refused grant with assessment_equal-conditions = {"wage": "yes", "lodging": "yes", "contract": "yes", "papers": "no"} because condition-unmet (Article 16)
  granting.permit-officer is refused grant given that quota:seasonal_work = 500 because quota-used (Article 16)
After P15D
  granting.permit-officer may explain, grant, refuse
After PT1S
  clock decision ends 2026-04-15 08:00
  granting.permit-officer takes explain
  granting.permit-officer takes grant given that quota:seasonal_work = 499
  effects: issues seasonal-permit, uses seasonal_work
  granting.officer takes enter
  granting.employers-desk may nothing
  granting.employers-desk sees nothing
  granting.labour-inspector takes change-employer with new_employer = "Orchard by the ford"
  granting.permit-officer may nothing
  asking.officer takes return
  state is returned
