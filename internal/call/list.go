package call

import "soknad/internal/syntax"

// IDs returns the ids of one of the call's lists, such as "criteria", and
// whether the list is known: written, and read in full. An empty list is
// known, unlike one that the call leaves out.
func (c *Call) IDs(list string) (ids []string, known bool) {
	n := c.Node(list)
	if n == nil || n.Kind != syntax.Sequence || n.Truncated {
		return nil, false
	}
	for _, item := range n.Items {
		id := item.Lookup("id")
		if id == nil || id.Kind != syntax.String {
			return nil, false
		}
		ids = append(ids, id.Value)
	}
	return ids, true
}
