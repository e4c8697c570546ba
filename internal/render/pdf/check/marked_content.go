package check

// artifactsStandAlone is PDF/UA-1 7.1-1: artifacts are not within tagged
// content.
func artifactsStandAlone(d *document, say report) {
	for _, s := range d.sequences {
		if s.tag == "Artifact" && s.outer.around().tagged {
			say(s.at, "An artifact on page %d is within tagged content.", s.at.page)
		}
	}
}

// tagsStandAlone is PDF/UA-1 7.1-2: tagged content is not within artifacts.
func tagsStandAlone(d *document, say report) {
	for _, s := range d.sequences {
		if s.mark != none && s.outer.around().artifact {
			say(s.at, "Tagged content (MCID %d) on page %d is within an artifact.", s.mark, s.at.page)
		}
	}
}

// everythingIsMarked is PDF/UA-1 7.1-3: everything painted is part of exactly
// one element or an artifact.
func everythingIsMarked(d *document, say report) {
	for _, p := range d.paints {
		is := p.within.around()
		switch n := p.within.marks(); {
		case is.apart:
		case !is.tagged && !is.artifact:
			say(p.at, "On page %d %s is neither tagged nor an artifact.", p.at.page, p.what)
		case n > 1:
			say(p.at, "On page %d %s is tagged as part of %d elements, one within the other.", p.at.page, p.what, n)
		}
	}
}

// contentMakesSense is ISO 32000-1 7.8.2-1: the content of pages and forms can
// be read.
func contentMakesSense(d *document, say report) {
	for _, b := range d.unreadable {
		say(b.place, "The content of page %d cannot be read: %s.", b.page, b.why)
	}
}

// markingBalances is ISO 32000-1 14.6-1: each content stream ends the marked
// content that it begins.
func markingBalances(d *document, say report) {
	for _, at := range d.unbalanced {
		say(at, "On page %d marked content is begun and not ended, or ended and not begun.", at.page)
	}
}

// operatorsAreKnown is PDF/A 6.2.2-1: content has no operators other than those
// of ISO 32000-1.
func operatorsAreKnown(d *document, say report) {
	for _, o := range d.unknown {
		say(o.place, "The content of page %d has the operator %q, which PDF does not define.", o.page, o.operator)
	}
}

// statesAreShallow is PDF/A 6.1.13-8: graphics states are nested no more than 28
// deep.
func statesAreShallow(d *document, say report) {
	for _, at := range d.deep {
		say(at, "The content of page %d nests graphics states more than %d deep.", at.page, mostSaved)
	}
}
