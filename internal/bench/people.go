package bench

import (
	"fmt"
	"strings"
)

// Of forty participants thirty are partners, twenty of them companies.
const (
	companies = 20
	partners  = 30
)

// company returns a company by its number among the companies, and partner a
// partner by its number among the partners; the numbers go round.
func (c *corpus) company(n int) int { return c.among(n, companies) }
func (c *corpus) partner(n int) int { return c.among(n, partners) }

// among returns the participant with a number among those that are the first
// so many of each forty.
func (c *corpus) among(n, first int) int {
	n %= first * c.scale
	return n/first*participantsPerUnit + n%first
}

// kindOf returns the kind of a participant.
func kindOf(i int) string {
	switch i %= participantsPerUnit; {
	case i < 12:
		return "core-company"
	case i < companies:
		return "company"
	case i < 23:
		return "research"
	case i < 26:
		return "education"
	case i < 28:
		return "public"
	case i < partners:
		return "capital"
	default:
		return "interest-organisation"
	}
}

// somebody returns the name of a participant.
func (c *corpus) somebody() string { return nameOf(c.random.below(participantsPerUnit * c.scale)) }

// nameOf returns the name of a participant, which no other has.
func nameOf(i int) string {
	p, t := places(), trades()
	return p[i%len(p)] + " " + t[(i/len(p)+i%len(p)*7)%len(t)]
}

// orgNumber returns an organisation number with its check digit. It begins
// with the digit of synthetic ones, and no two participants share one.
func orgNumber(i int) string {
	for n := 31000000 + i*7; ; n++ {
		sum := 0
		digits := fmt.Sprint(n)
		for k, weight := range []int{3, 2, 7, 6, 5, 4, 3, 2} {
			sum += int(digits[k]-'0') * weight
		}
		if check := (11 - sum%11) % 11; check < 10 {
			return digits + fmt.Sprint(check)
		}
	}
}

// participant writes a participant's file.
func (c *corpus) participant(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "participants:\n  - id: %s\n    name: %s\n    org_number: %q\n    kind: %s\n", id("p", i), nameOf(i), orgNumber(i), kindOf(i))
	role := "partner"
	if i%participantsPerUnit >= partners {
		role = "supporter"
	}
	fmt.Fprintf(&b, "    role: %s\n    value_chain: [%s]\n    municipality: \"1805\"\n    industry_code: \"07.100\"\n    employees: %d\n",
		role, stages()[i%len(stages())], 20+i*37%400)
	fmt.Fprintf(&b, "    contact:\n      name: Kari Nordli %d\n      email: post-%d@soknad.example\n      phone: \"00 00 00 00\"\n", i+1, i+1)
	fmt.Fprintf(&b, "    interest: >-\n      %s\n    contribution:\n      text: >-\n        %s\n", c.paragraph(3), c.paragraph(2))
	if role == "partner" {
		c.money(&b, i)
	}
	b.WriteString("    priorities:\n")
	for a := range areas {
		fmt.Fprintf(&b, "      %s: %d\n", id("area", a), interest(c.random.below(3), a))
	}
	fmt.Fprintf(&b, "    commitment:\n      status: signed\n      date: 2012-03-%02d\n      letter: annexes/avtale.pdf\n", 1+i%20)
	return b.String()
}

// interest makes the areas that are ranked first matter more.
func interest(drawn, area int) int { return max(0, min(3, drawn+1-area/4)) }

// money writes what a partner brings, year by year.
func (c *corpus) money(b *strings.Builder, i int) {
	b.WriteString("      cash:\n")
	for y := range years {
		fmt.Fprintf(b, "        - {year: %d, amount: %d}\n", firstYear+y, c.own(y))
	}
	hours, ok := c.hours[i]
	if !ok {
		return
	}
	b.WriteString("      hours:\n")
	for y, h := range hours {
		if h > 0 {
			fmt.Fprintf(b, "        - {year: %d, hours: %d, rate: %d}\n", firstYear+y, h, rate)
		}
	}
}
