package lsp

// The names here are the protocol's own, version 3.17.

type (
	// A position counts lines and UTF-16 code units from 0.
	position struct {
		Line      int `json:"line"`
		Character int `json:"character"`
	}
	textRange struct {
		Start position `json:"start"`
		End   position `json:"end"`
	}
	location struct {
		URI   string    `json:"uri"`
		Range textRange `json:"range"`
	}
	textEdit struct {
		Range   textRange `json:"range"`
		NewText string    `json:"newText"`
	}
	workspaceEdit struct {
		Changes map[string][]textEdit `json:"changes"`
	}
	documentID struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
	}
	// atPosition are the parameters of what is asked about a place.
	atPosition struct {
		Document documentID `json:"textDocument"`
		Position position   `json:"position"`
	}
	markup struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	}
)

type (
	initializeParams struct {
		Locale       string       `json:"locale"`
		RootURI      string       `json:"rootUri"`
		Folders      []folderID   `json:"workspaceFolders"`
		Capabilities capabilities `json:"capabilities"`
	}
	folderID struct {
		URI string `json:"uri"`
	}
	capabilities struct {
		Workspace struct {
			WatchedFiles struct {
				Dynamic bool `json:"dynamicRegistration"`
			} `json:"didChangeWatchedFiles"`
		} `json:"workspace"`
		TextDocument struct {
			Diagnostics struct {
				Related bool `json:"relatedInformation"`
			} `json:"publishDiagnostics"`
		} `json:"textDocument"`
	}
	initializeResult struct {
		Capabilities map[string]any    `json:"capabilities"`
		Info         map[string]string `json:"serverInfo"`
	}
)

type (
	didOpenParams struct {
		Document struct {
			documentID
			Text string `json:"text"`
		} `json:"textDocument"`
	}
	didChangeParams struct {
		Document documentID `json:"textDocument"`
		Changes  []change   `json:"contentChanges"`
	}
	// A change replaces a range, or the whole text when there is none.
	change struct {
		Range *textRange `json:"range"`
		Text  string     `json:"text"`
	}
	documentParams struct {
		Document documentID `json:"textDocument"`
	}
	didChangeFoldersParams struct {
		Event struct {
			Added   []folderID `json:"added"`
			Removed []folderID `json:"removed"`
		} `json:"event"`
	}
)

type (
	publishParams struct {
		URI         string       `json:"uri"`
		Version     *int         `json:"version,omitempty"`
		Diagnostics []diagnostic `json:"diagnostics"`
	}
	diagnostic struct {
		Range    textRange `json:"range"`
		Severity int       `json:"severity"`
		Code     string    `json:"code"`
		Source   string    `json:"source"`
		Message  string    `json:"message"`
		Related  []related `json:"relatedInformation,omitempty"`
	}
	related struct {
		Location location `json:"location"`
		Message  string   `json:"message"`
	}
	codeActionParams struct {
		Document documentID `json:"textDocument"`
		Range    textRange  `json:"range"`
		Context  struct {
			Only []string `json:"only"`
		} `json:"context"`
	}
	codeAction struct {
		Title       string        `json:"title"`
		Kind        string        `json:"kind"`
		Diagnostics []diagnostic  `json:"diagnostics"`
		IsPreferred bool          `json:"isPreferred,omitempty"`
		Edit        workspaceEdit `json:"edit"`
	}
)

type (
	referenceParams struct {
		atPosition
		Context struct {
			Definition bool `json:"includeDeclaration"`
		} `json:"context"`
	}
	renameParams struct {
		atPosition
		NewName string `json:"newName"`
	}
	hoverResult struct {
		Contents markup    `json:"contents"`
		Range    textRange `json:"range"`
	}
	completionItem struct {
		Label         string   `json:"label"`
		Kind          int      `json:"kind"`
		Detail        string   `json:"detail,omitempty"`
		Documentation string   `json:"documentation,omitempty"`
		Sort          string   `json:"sortText"`
		Edit          textEdit `json:"textEdit"`
	}
)
