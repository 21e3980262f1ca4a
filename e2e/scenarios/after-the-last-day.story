Story: A request that was made before the agreement's last day
Given ../../bench/northgate.md
Case assistance between requesting arland and requested belmark

At 2029-02-27 10:00
  requesting.prosecutor takes request
After P1D
  requested.judge takes authorise
  clock execution runs
