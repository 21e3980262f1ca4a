// Package seal owns what is signed: acts, receipts, commitments, disclosures, bundles, letters,
// certificates and their strict canonical form.
//
// It never decides what is permitted: that is casework. It touches no clock, disk, network or database.
package seal
