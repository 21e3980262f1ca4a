// Package chart lays out the drawings of the pages: scales, ticks, axes, lines with their uncertainty, bars, and places on a
// small map. It gives shapes and texts with their coordinates; the pages draw them as SVG, by attributes alone.
//
// It knows no page, no language and no figure: numbers come in, and words come ready made.
package chart
