package check

// pdf makes a rule of ISO 32000-1, which belongs to every profile.
func pdf(number string, check func(*document, report)) rule {
	return rule{iso: number, check: check}
}

// access makes a rule of PDF/UA-1.
func access(number string, check func(*document, report)) rule {
	return rule{ua: number, check: check}
}

// archive makes a rule of PDF/A-2 and PDF/A-3.
func archive(number string, check func(*document, report)) rule {
	return rule{a2: number, a3: number, check: check}
}

// both makes a rule that all profiles have, under different numbers.
func both(access, archive string, check func(*document, report)) rule {
	return rule{ua: access, a2: archive, a3: archive, check: check}
}

// rules returns everything that is judged.
func rules() []rule {
	groups := [][]rule{
		catalogRules(), contentRules(), structureRules(), tableRules(), languageRules(),
		annotationRules(), fontRules(), graphicsRules(), metadataRules(), fileRules(), encryptionRules(),
	}
	var all []rule
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// encryptionRules returns what is judged of a file that is encrypted, as the
// rest of it says nothing.
func encryptionRules() []rule {
	return []rule{{iso: "7.6.1-1", a2: "6.1.3-2", a3: "6.1.3-2", check: isEncrypted}}
}

func catalogRules() []rule {
	return []rule{
		both("6.2-1", "6.7.2.2-1", isMarked),
		access("7.1-4", nothingIsSuspect),
		access("7.1-10", titleIsShown),
		both("7.1-11", "6.7.3.3-1", hasStructure),
		archive("6.1.3-1", hasIdentifier),
		archive("6.5.1-1", actionsArePermitted),
		archive("6.5.1-2", namesArePermitted),
		archive("6.5.2-1", catalogDoesNothing),
		archive("6.5.2-2", pagesDoNothing),
	}
}

func contentRules() []rule {
	return []rule{
		pdf("7.8.2-1", contentMakesSense),
		pdf("14.6-1", markingBalances),
		pdf("14.7.2-1", structureIsTree),
		pdf("14.7.4.2-1", numbersAreUnique),
		pdf("14.7.4.2-2", marksExist),
		pdf("14.7.4.4-1", marksLeadBack),
		pdf("14.7.4.4-2", parentsAgree),
		pdf("14.7.4.4-3", objectsLeadBack),
		pdf("14.7.4.4-4", keysAreUnique),
		access("7.1-1", artifactsStandAlone),
		access("7.1-2", tagsStandAlone),
		access("7.1-3", everythingIsMarked),
		archive("6.1.13-8", statesAreShallow),
		archive("6.2.2-1", operatorsAreKnown),
	}
}

func structureRules() []rule {
	return []rule{
		both("7.1-5", "6.7.3.4-1", typesAre(isUnknown, "is not standard and not mapped to a standard type")),
		both("7.1-6", "6.7.3.4-2", typesAre(isCircular, "is mapped to itself")),
		both("7.1-7", "6.7.3.4-3", standardStays),
		access("7.1-12", elementsHaveParents),
		access("7.2-17", parentsAre("LI", "L")),
		access("7.2-18", parentsAre("LBody", "LI")),
		access("7.2-19", kidsAre("L", "L", "LI", "Caption")),
		access("7.2-20", kidsAre("LI", "Lbl", "LBody")),
		access("7.2-26", parentsAre("TOCI", "TOC")),
		access("7.2-27", kidsAre("TOC", "TOC", "TOCI", "Caption")),
		access("7.2-28", captionComesFirst("TOC")),
		access("7.2-40", captionComesFirst("L")),
		access("7.3-1", haveWords("Figure")),
		access("7.4.2-1", headingsDescend),
		access("7.7-1", haveWords("Formula")),
		access("7.9-1", notesAreNamed),
		access("7.9-2", notesDiffer),
	}
}

func tableRules() []rule {
	return []rule{
		access("7.2-3", kidsAre("Table", "TR", "THead", "TBody", "TFoot", "Caption")),
		access("7.2-4", parentsAre("TR", "Table", "THead", "TBody", "TFoot")),
		access("7.2-5", parentsAre("THead", "Table")),
		access("7.2-6", parentsAre("TBody", "Table")),
		access("7.2-7", parentsAre("TFoot", "Table")),
		access("7.2-8", parentsAre("TH", "TR")),
		access("7.2-9", parentsAre("TD", "TR")),
		access("7.2-10", kidsAre("TR", "TH", "TD")),
		access("7.2-11", partIsSingle("THead")),
		access("7.2-12", partIsSingle("TFoot")),
		access("7.2-13", partNeedsBody("TFoot")),
		access("7.2-14", partNeedsBody("THead")),
		access("7.2-15", tablesAre(cellsOverlap, fault.overlap)),
		access("7.2-16", captionIsOutermost),
		access("7.2-36", kidsAre("THead", "TR")),
		access("7.2-37", kidsAre("TBody", "TR")),
		access("7.2-38", kidsAre("TFoot", "TR")),
		access("7.2-39", partIsSingle("Caption")),
		access("7.2-41", tablesAre(cellLeavesRows, fault.leave)),
		access("7.2-42", tablesAre(rowIsLonger, fault.differ)),
		access("7.2-43", tablesAre(rowIsShorter, fault.differ)),
		access("7.5-1", headersAreFound),
	}
}

func languageRules() []rule {
	return []rule{
		access("7.2-2", outlineHasLanguage),
		access("7.2-24", contentsHaveLanguage),
		both("7.2-29", "6.7.4-1", languagesAreTags),
		access("7.2-33", metadataHasLanguage),
		access("7.2-34", textHasLanguage),
	}
}

func annotationRules() []rule {
	return []rule{
		access("7.18.1-1", annotationsAreTagged),
		access("7.18.1-2", annotationsHaveWords),
		access("7.18.3-1", tabsFollowStructure),
		access("7.18.4-1", fieldsAreTagged),
		access("7.18.5-1", linksAreTagged),
		access("7.18.5-2", linksHaveWords),
		archive("6.3.1-1", annotationsArePermitted),
		archive("6.3.2-1", annotationsHaveFlags),
		archive("6.3.2-2", annotationsArePrinted),
		archive("6.3.3-1", annotationsHaveLooks),
	}
}

func fontRules() []rule {
	return []rule{
		both("7.21.3.2-1", "6.2.11.3.2-1", cidsAreMapped),
		both("7.21.4.1-1", "6.2.11.4.1-1", fontsAreEmbedded),
		both("7.21.4.1-2", "6.2.11.4.1-2", glyphsAreThere),
		both("7.21.5-1", "6.2.11.5-1", widthsAgree),
		both("7.21.7-1", "6.2.11.7.2-1", codesAreCharacters),
		both("7.21.7-2", "6.2.11.7.2-2", charactersAreValid),
		both("7.21.8-1", "6.2.11.8-1", noGlyphIsMissing),
	}
}

func graphicsRules() []rule {
	return []rule{
		archive("6.2.3-1", profileIsValid),
		archive("6.2.3-2", profilesAgree),
		archive("6.2.4.3-2", colorsAreIntended(deviceRGB, "DeviceRGB", "RGB ")),
		archive("6.2.4.3-3", colorsAreIntended(deviceCMYK, "DeviceCMYK", "CMYK")),
		archive("6.2.4.3-4", colorsAreIntended(deviceGray, "DeviceGray", "RGB ", "CMYK", "GRAY")),
		archive("6.2.8-3", imagesAreNotSmoothed),
		archive("6.2.10-1", blendsAreDefined),
	}
}

func metadataRules() []rule {
	return []rule{
		access("5-1", accessibilityIsClaimed),
		access("5-2", accessibilityIsPart1),
		both("7.1-8", "6.6.2.1-1", hasMetadata),
		access("7.1-9", hasTitle),
		archive("6.6.2.1-4", metadataMakesSense),
		archive("6.6.2.3.1-1", metadataIsDescribed),
		archive("6.6.3-1", infoAgrees),
		archive("6.6.4-1", archiveIsClaimed),
		{a2: "6.6.4-2", check: archiveIsPart("2")},
		{a3: "6.6.4-2", check: archiveIsPart("3")},
		archive("6.6.4-3", archiveIsLevelA),
	}
}

func fileRules() []rule {
	return []rule{
		both("7.11-1", "6.8-2", filesAreNamed),
		{a2: "6.8-5", check: filesAreArchival},
		{a3: "6.8-1", check: filesHaveTypes},
		{a3: "6.8-3", check: filesAreRelated},
		{a3: "6.8-4", check: filesAreAssociated},
	}
}
