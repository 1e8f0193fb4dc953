"""From scores to structures: spanning trees and entity spans."""


def decode_names(scores, labels):
    """The best sequence of BIO labels in which I-x follows only B-x or I-x."""
    kinds = [(x[0], x[2:]) for x in labels]
    allowed = [[p for p, (_, kind) in enumerate(kinds) if prefix != "I" or kind == k2]
               for prefix, k2 in kinds]
    best = [s if kinds[i][0] != "I" else -1e9 for i, s in enumerate(scores[0])] if scores else []
    back = []
    for row in scores[1:]:
        came = [max(allowed[i], key=lambda p: best[p]) for i in range(len(labels))]
        best = [best[came[i]] + row[i] for i in range(len(labels))]
        back.append(came)
    if not scores:
        return []
    at = max(range(len(labels)), key=lambda i: best[i])
    path = [at]
    for came in reversed(back):
        at = came[at]
        path.append(at)
    return [labels[i] for i in reversed(path)]


def spanning_tree(scores):
    """Heads (0 is the root) of the best tree with one root; scores[dependent][head], dependents counted from 1."""
    n = len(scores)
    heads = [max((h for h in range(n + 1) if h != d + 1), key=lambda h: scores[d][h]) for d in range(n)]
    if heads.count(0) == 1 and is_tree(heads):
        return heads
    best = None
    roots = sorted(range(n), key=lambda d: -scores[d][0])[:4]
    for root in roots:
        limited = [[-1e9 if h == 0 and d != root else scores[d][h] for h in range(n + 1)] for d in range(n)]
        tree = edmonds(limited)
        value = sum(limited[d][h] for d, h in enumerate(tree))
        if best is None or value > best[0]:
            best = (value, tree)
    return best[1]


def is_tree(heads):
    for d in range(len(heads)):
        seen, at = set(), d + 1
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return True


def edmonds(scores):
    """Chu-Liu/Edmonds; nodes 1..n with scores[d-1][h]."""
    n = len(scores)
    edges = {(h, d + 1): scores[d][h] for d in range(n) for h in range(n + 1) if h != d + 1}
    chosen = _edmonds(set(range(n + 1)), edges, n + 1)
    return [chosen[d] for d in range(1, n + 1)]


def _edmonds(nodes, edges, fresh):
    best = {}
    for (h, d), s in edges.items():
        if d and (d not in best or s > edges[(best[d], d)]):
            best[d] = h
    cycle = None
    for start in best:
        seen, at = [], start
        while at in best and at not in seen:
            seen.append(at)
            at = best[at]
        if at in seen:
            cycle = seen[seen.index(at):]
            break
    if not cycle:
        return best
    inside, new = set(cycle), fresh
    total = sum(edges[(best[d], d)] for d in cycle)
    merged, origin = {}, {}
    for (h, d), s in edges.items():
        if h in inside and d in inside:
            continue
        if d in inside:
            key, value = (h, new), s - edges[(best[d], d)] + total
        elif h in inside:
            key, value = (new, d), s
        else:
            key, value = (h, d), s
        if key not in merged or value > merged[key]:
            merged[key], origin[key] = value, (h, d)
    result = _edmonds((nodes - inside) | {new}, merged, fresh + 1)
    heads = {d: best[d] for d in cycle}
    for d, h in result.items():
        real_head, real_dependent = origin[(h, d)]
        heads[real_dependent] = real_head
    return heads
