//go:build !unix

package main

import "os"

// peak returns nothing: this system does not say how much memory a process
// held.
func peak(*os.ProcessState) int64 { return 0 }
