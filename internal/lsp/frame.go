package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The bounds of what is read: the bytes of one message, of one line of its
// header, and how many such lines there can be.
const (
	maxMessage     = 32 << 20
	maxHeader      = 1 << 10
	maxHeaderLines = 16
)

// errTooLarge says that a message was skipped because it is too large.
var errTooLarge = errors.New("the message is too large")

// A frameReader reads messages, each with a header that says its length.
type frameReader struct{ in *bufio.Reader }

func newFrameReader(r io.Reader) *frameReader {
	return &frameReader{in: bufio.NewReaderSize(r, maxHeader)}
}

// next returns the body of the next message. After errTooLarge the reader can
// go on; after any other error it cannot.
func (f *frameReader) next() ([]byte, error) {
	length, err := f.header()
	if err != nil {
		return nil, err
	}
	if length > maxMessage {
		if _, err := io.CopyN(io.Discard, f.in, length); err != nil {
			return nil, err
		}
		return nil, errTooLarge
	}
	// A message that claims more than it holds must not cost the memory.
	var body bytes.Buffer
	if _, err := io.CopyN(&body, f.in, length); err != nil {
		return nil, err
	}
	return body.Bytes(), nil
}

// header reads the lines before a message and returns the length they say.
func (f *frameReader) header() (int64, error) {
	length := int64(-1)
	for range maxHeaderLines {
		line, err := f.in.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			if length < 0 {
				return 0, errors.New("a message has no Content-Length")
			}
			return length, nil
		}
		if name, value, _ := strings.Cut(text, ":"); strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.ParseInt(strings.TrimSpace(value), 10, 64); err != nil || length < 0 {
				return 0, fmt.Errorf("%q is no length", value)
			}
		}
	}
	return 0, errors.New("a message has too many header lines")
}

// writeFrame writes a message with its header.
func writeFrame(w io.Writer, message any) error {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(message); err != nil {
		return err
	}
	text := bytes.TrimSuffix(body.Bytes(), []byte("\n"))
	_, err := fmt.Fprintf(w, "Content-Length: %d\r\n\r\n%s", len(text), text)
	return err
}
