package lsp

import (
	"encoding/json"
	"errors"
)

// The codes of errors, as JSON-RPC and the protocol give them.
const (
	parseError     = -32700
	invalidRequest = -32600
	methodNotFound = -32601
	invalidParams  = -32602
	notInitialized = -32002
	requestFailed  = -32803
)

// An rpcError is what a request is answered with when it cannot be met.
type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// Error returns the message.
func (e *rpcError) Error() string { return e.Message }

// An incoming is a message from the editor: a request when it has an id and a
// method, a notification without an id, an answer without a method.
type incoming struct {
	ID     json.RawMessage `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// The messages to the editor.
type (
	answer struct {
		JSONRPC string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Result  any             `json:"result"`
	}
	refusal struct {
		JSONRPC string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Error   *rpcError       `json:"error"`
	}
	notification struct {
		JSONRPC string `json:"jsonrpc"`
		Method  string `json:"method"`
		Params  any    `json:"params"`
	}
	request struct {
		JSONRPC string `json:"jsonrpc"`
		ID      string `json:"id"`
		Method  string `json:"method"`
		Params  any    `json:"params"`
	}
)

// answerTo makes the answer to a request.
func answerTo(id json.RawMessage, result any, err error) any {
	if err == nil {
		return answer{"2.0", id, result}
	}
	var failed *rpcError
	if !errors.As(err, &failed) {
		failed = &rpcError{requestFailed, err.Error()}
	}
	return refusal{"2.0", id, failed}
}

// A handler does what a method asks for. What it returns answers a request,
// and is nothing to a notification.
type handler func(s *server, params json.RawMessage) (any, error)

// asking makes a handler of a function of decoded parameters.
func asking[P any](do func(*server, P) (any, error)) handler {
	return func(s *server, raw json.RawMessage) (any, error) {
		var params P
		if len(raw) > 0 {
			if err := json.Unmarshal(raw, &params); err != nil {
				return nil, &rpcError{invalidParams, err.Error()}
			}
		}
		return do(s, params)
	}
}

// telling makes a handler of a function that answers nothing.
func telling[P any](do func(*server, P)) handler {
	return asking(func(s *server, params P) (any, error) {
		do(s, params)
		return nil, nil
	})
}

// handlers lists what the server can do, by method.
func handlers() map[string]handler {
	return map[string]handler{
		"initialize":  asking((*server).initialize),
		"initialized": telling((*server).initialized),
		"shutdown":    asking((*server).shutdown),

		"textDocument/didOpen":   telling((*server).didOpen),
		"textDocument/didChange": telling((*server).didChange),
		"textDocument/didSave":   telling((*server).didSave),
		"textDocument/didClose":  telling((*server).didClose),

		"workspace/didChangeWatchedFiles":     telling((*server).didChangeFiles),
		"workspace/didChangeWorkspaceFolders": telling((*server).didChangeFolders),

		"textDocument/codeAction":    asking((*server).codeAction),
		"textDocument/completion":    asking((*server).completion),
		"textDocument/hover":         asking((*server).hover),
		"textDocument/definition":    asking((*server).definition),
		"textDocument/references":    asking((*server).references),
		"textDocument/prepareRename": asking((*server).prepareRename),
		"textDocument/rename":        asking((*server).rename),
	}
}

// handle does what a message asks for and returns what is to be sent.
func (s *server) handle(body []byte) []any {
	var m incoming
	if err := json.Unmarshal(body, &m); err != nil {
		return []any{refusal{"2.0", nil, &rpcError{notJSON(body), err.Error()}}}
	}
	s.send = nil
	switch isRequest := len(m.ID) > 0 && string(m.ID) != "null"; {
	case m.Method == "exit":
		s.exited = true
	case isRequest && m.Method != "":
		result, err := s.call(m)
		s.send = append(s.send, answerTo(m.ID, result, err))
	case m.Method != "":
		_, _ = s.call(m) // Nobody waits for an answer to a notification.
	case !isRequest:
		s.send = append(s.send, refusal{"2.0", nil, &rpcError{invalidRequest, "the message has no method"}})
	}
	return s.send
}

// notJSON returns the code for a text that is no message: it may be JSON all
// the same.
func notJSON(body []byte) int {
	if json.Valid(body) {
		return invalidRequest
	}
	return parseError
}

// call runs the handler of a method, if now is the time for it.
func (s *server) call(m incoming) (any, error) {
	do, ok := s.handlers[m.Method]
	switch {
	case s.down:
		return nil, &rpcError{invalidRequest, "the server was shut down"}
	case !s.ready && m.Method != "initialize":
		return nil, &rpcError{notInitialized, "the server is not initialized"}
	case s.ready && m.Method == "initialize":
		return nil, &rpcError{invalidRequest, "the server is initialized already"}
	case !ok:
		return nil, &rpcError{methodNotFound, "there is no method " + m.Method}
	}
	return do(s, m.Params)
}
