// Command parse reads the description in a folder and parses its YAML, and
// nothing more: the least that checking it can take.
package main

import (
	"fmt"
	"os"

	"soknad/internal/bench/reading"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "parse: say the folder")
		os.Exit(1)
	}
	n, err := reading.Description(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "parse:", err)
		os.Exit(1)
	}
	fmt.Println(n, "values")
}
