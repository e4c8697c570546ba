// Command corpus writes a corpus of a scale to a folder: corpus 10 folder.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"soknad/internal/bench"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("say the scale and the folder, such as 10 corpus")
	}
	scale, err := strconv.Atoi(args[0])
	if err != nil || scale < 1 {
		return fmt.Errorf("the scale %q is not a number from 1", args[0])
	}
	return bench.Write(args[1], bench.Corpus(scale))
}
