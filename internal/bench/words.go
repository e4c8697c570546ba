package bench

import "strings"

// The words are put together as Norwegian puts them together, so that a corpus
// has as many different and as long words as an application has.

// firsts are the first parts of compounds.
func firsts() []string {
	return strings.Fields(`
		malm kvarts grafitt skifer drifts vinter energi havne lager gruve knuse male bore sprengnings kompetanse lærlinge
		fag miljø vann avgangs natur nabo kommune region markeds kunde produkt kvalitets vedlikeholds reservedels
		logistikk jernbane skips laste data prøvetakings ressurs lete kjerne kart sikkerhets verne prosjekt samarbeids
		partner leverandør teknologi foredlings forsknings student rekrutterings arbeidsgiver klima vei kraft støv
		kalksteins marmor berggrunns naturstein industrimineral landsdels`)
}

// heads are the last parts of compounds: the definite form, and the plural.
func heads() [][2]string {
	return [][2]string{
		{"transporten", "transporter"}, {"prøven", "prøver"}, {"målingen", "målinger"}, {"avtalen", "avtaler"},
		{"kartleggingen", "kartlegginger"}, {"planen", "planer"}, {"analysen", "analyser"}, {"verkstedet", "verksteder"},
		{"samlingen", "samlinger"}, {"ordningen", "ordninger"}, {"kostnaden", "kostnader"}, {"metoden", "metoder"},
		{"modellen", "modeller"}, {"leveransen", "leveranser"}, {"prosessen", "prosesser"}, {"oppgaven", "oppgaver"},
		{"tjenesten", "tjenester"}, {"utredningen", "utredninger"}, {"erfaringen", "erfaringer"}, {"løsningen", "løsninger"},
		{"kontrollen", "kontroller"}, {"beregningen", "beregninger"}, {"oversikten", "oversikter"}, {"satsingen", "satsinger"},
		{"gruppen", "grupper"}, {"rutinen", "rutiner"}, {"registreringen", "registreringer"}, {"vurderingen", "vurderinger"},
		{"tilpasningen", "tilpasninger"}, {"undersøkelsen", "undersøkelser"},
	}
}

// sentences are the patterns of what people write: {d} stands for a compound
// in its definite form, {p} for one in the plural, {c} for a participant, {v}
// for what somebody does, {t} for a time, {n} for a number.
func sentences() []string {
	return []string{
		"{D} er i dag spredt på mange steder, og {p} blir derfor planlagt hver for seg.",
		"Bedriftene vil {v}, slik at {d} kan sammenlignes fra år til år.",
		"{C} har arbeidet med {p} i {n} år og stiller med folk som kjenner {d} godt.",
		"Når {d} kommer på plass {t}, blir det lettere å {v} og å gi lærlingene oppgaver som fører fram.",
		"Om lag {n} prosent av {p} i landsdelen gjelder {p} som flere av partnerne har behov for.",
		"Forprosjektet viste at {d} stanser oftere enn nødvendig, særlig når {p} faller sammen med kulde og snø.",
		"Vi begynner med {p}, fordi de ligger nærmest driften, og går videre til {p} {t}.",
		"Uten felles {p} ville {c} ha måttet {v} alene, og de minste bedriftene ville ha stått utenfor.",
		"Det er enighet om at {d} skal eies av bedriftene, mens {d} blir lagt åpent fram for alle som vil lese den.",
		"{D} koster mye for én bedrift, men lite når {n} partnere deler på den.",
		"Samtidig må {d} tåle at prisene svinger: Faller de, blir {p} det første som blir utsatt.",
		"I intervjuene pekte {n} av partnerne på {d} som det viktigste hinderet, og nesten like mange nevnte {p}.",
		"Resultatene blir skrevet ned i en veiledning om {p}, som {c} holder ved like etter prosjektet.",
		"Styringsgruppen følger {d} hvert kvartal og avgjør {t} om {p} skal fortsette, legges om eller avsluttes.",
		"Naboer og reindrift blir tatt med tidlig, slik at {p} bygger på tall som begge sider kjenner igjen.",
		"For {c} betyr dette at {d} kan bli {n} prosent rimeligere, og at {p} kan settes bort til leverandører i nærheten.",
		"{D} henger nøye sammen med {d}, og begge deler forutsetter {p} av jevn kvalitet.",
		"Ingen av partnerne er store nok til å {v} på egen hånd, verken i {p} eller i {p}.",
	}
}

// deeds are what somebody does, in the infinitive.
func deeds() []string {
	return []string{
		"måle forbruk og stans på samme måte", "ta imot flere lærlinger", "prøve ut nye metoder i full drift",
		"samle lastene til færre og større skip", "bruke mer av massene som blir brutt", "dele erfaringer fra vinterdrift",
		"rekruttere fagfolk fra hele landsdelen", "bygge opp et felles delelager", "utvikle produkter sammen med kundene",
		"dokumentere utslipp til luft og vann", "regne på lønnsomheten i små forekomster", "tilby etterutdanning på arbeidsplassen",
	}
}

// times say when something happens.
func times() []string {
	return []string{
		"høsten 2012", "våren 2013", "etter det første året", "før vinteren", "i løpet av prosjektet", "senest sommeren 2014",
		"når nullpunktet er målt", "i det siste prosjektåret",
	}
}

// places and trades are the parts of participants' names.
func places() []string {
	return strings.Fields(`Storfjell Kvitberg Ofot Salten Sandnes Skjerv Rombak Ranfjord Tysfjord Dønna Brattli Fonn Gråtind
		Isvik Kobberdal Lakselv Malmhaug Nordbotn Polar Ripnes Rødvatn Skogså Steinvåg Sulit Svartnes Tind Tromsdal Ulvsvåg
		Vadsø Vest Vågan Øksnes Øver Åmot Bjørnfjell Dyrøy Elgs Finneid Glomfjord Hamarøy`)
}

func trades() []string {
	var all []string
	for _, what := range strings.Fields("Malm Mineral Gruve Berg Kvarts Stein Boring Transport Logistikk Mekaniske") {
		for _, form := range []string{"AS", "Drift AS", "Nord AS", "Partner AS", "Teknikk AS", "Service AS", "Eiendom AS", "Utvikling AS", "Holding AS", "Invest AS"} {
			all = append(all, what+" "+form)
		}
	}
	return all
}

// capital writes a text's first letter as a capital.
func capital(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
