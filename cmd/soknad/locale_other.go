//go:build !windows

package main

// locale returns "": the environment says which language to speak.
func locale() string { return "" }
