// Package keystore owns the keys under which erasable things are encrypted: one random AES-256 key for
// each compartment, in a folder outside the database and outside its back-ups. Erasure is the destruction
// of such a key.
//
// It never sees the database, never knows what a compartment stands for, and never hands a key out:
// who held a key could go on using it after it was destroyed. What is destroyed stays so: a tombstone keeps
// the compartment from ever getting a key again.
//
// A key is on the disk (file and folder synced) before the first thing is encrypted under it, and its
// tombstone is there before the key goes. So a crash at any point leaves a key that works or one that is gone,
// never ciphertext whose key was lost.
//
// One process uses a folder at a time: another one would go on with a key that it holds in memory.
//
// # Trust
//
// Whoever reads the folder, with its file "master", can open everything that is not yet erased in any copy
// of the database that he also has; without the database he learns how many compartments there are and were,
// and when, but not their names. Whoever writes it can destroy, which nothing undoes, or bring back the file
// of a destroyed key from a copy of the folder: the tombstone is what the program goes by, so he must
// remove that too. Therefore the folder must never be backed up together with the database, and a
// copy kept against loss must itself forget what is destroyed; on a medium that remaps blocks (flash) overwriting
// is no promise, and the file system below should be encrypted. Keys in use are in the process's memory,
// the most recently used ones, until they are destroyed or pushed out; Go gives no promise that memory is wiped.
package keystore
