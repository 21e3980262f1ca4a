// Package island owns the invented island of the demonstration: its land, rivers and roads (island.geojson), the
// people of each party and the roles that they hold under the four model agreements, what the parties' registers
// hold, and what the first page says of each.
//
// It is data with its checks. It starts no node and plays no case: that is package world's. Everything here is made
// up, and stands in a piece of ocean where there is no land, so that nobody finds a real place or person.
package island
