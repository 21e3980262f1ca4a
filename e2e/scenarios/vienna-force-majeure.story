Story: Force majeure keeps a team out, nobody contests it, and the inspectors learn what was kept
Given ../../docs/examples/vienna-document.md
Case inspection between requesting caldera and receiving dorne

At 2026-01-12 12:00
  requesting.verification-centre takes request with inspectors = 3
  receiving.verification-centre takes accept
After PT36H
  receiving.verification-centre may let-in, plead-force-majeure
After PT1S
  state is not-admitted
  receiving.verification-centre is refused plead-force-majeure with reasons = null because reasons-missing (Article 8)
  receiving.verification-centre is refused plead-force-majeure on the ground "necessity" because ground-unknown (Article 8)
  requesting.verification-centre is refused plead-force-majeure because wrong-side (Article 8)
  receiving.verification-centre takes plead-force-majeure with reasons = "An avalanche closed the only road." on the ground "force-majeure"
  state is impeded
  effects: nothing
  clock objection-impeded ends 2026-01-24 00:00:01
  receiving.delegation sees doubt, inspectors, point_of_entry, reasons, specified_area

After P10D
  requesting.verification-centre may confirm-impeded, contest-impeded
After PT1S
  state is not-carried-out
  requesting.verification-centre is refused contest-impeded because clock-lapsed (Article 8)
  receiving.escort sees doubt, inspectors, names, point_of_entry, reasons, specified_area
  requesting.verification-centre takes tell-inspectors

After P1Y
  destroyed: doubt, inspectors, names, point_of_entry, reasons, specified_area
  receiving.escort sees nothing
