// What is chosen, shown in the picture, the text and the details at once.

const details = document.getElementById("details");

/** What a node is, in a line. */
function describe(node) {
  const parts = [typeNames[node.type][0], ...node.notes];
  if (node.date) parts.unshift(dayText(node.date));
  return `${node.text ?? node.label} – ${parts.join(", ")}`;
}

function chooseNode(id, origin) {
  const node = nodes.get(id);
  if (!node) return;
  const drawn = node.at ? document.getElementById(node.at) : null;
  const joined = data.lines.filter((line) => line.tail === node.at || line.head === node.at);
  markPicture(
    new Set(drawn ? [node.at] : []),
    new Set(drawn ? joined.flatMap((line) => [line.id, line.tail, line.head]) : []),
  );
  if (drawn && !drawing.contains(origin)) bringIntoView(drawn);
  const places = evidenceOf(node);
  lightUp(places, new Set([id]), textPanel.contains(origin));
  const related = edgesOf.get(id).map((edge) => {
    const isSource = edge.source === id;
    return [relationNames[edge.type][isSource ? 0 : 1], nodes.get(isSource ? edge.target : edge.source)];
  });
  showDetails({
    heading: node.text && node.type === "statement" ? node.text : node.label,
    type: node.type,
    notes: [typeNames[node.type][0], dayText(node.date), ...node.notes,
      drawn ? "" : "not drawn in the picture"].filter(Boolean),
    related,
    places,
  });
}

function chooseLine(id) {
  const line = lines.get(id);
  if (!line) return;
  markPicture(new Set([id]), new Set([line.tail, line.head]));
  const read = line.edges.map((edge) => edges.get(edge)).filter(Boolean);
  const places = unique(read.flatMap((edge) => edge.evidence));
  lightUp(places, new Set([line.tail, line.head]), false);
  const [tail, head] = [nodes.get(line.tail), nodes.get(line.head)];
  showDetails({
    heading: `${tail.label} → ${head.label}`,
    type: "line",
    notes: read.map((edge) => relationNames[edge.type][0]).filter((word, place, all) => all.indexOf(word) === place),
    related: [["from", tail], ["to", head]],
    places,
  });
}

function chooseNothing() {
  markPicture(new Set(), new Set());
  lightUp([], new Set(), true);
  details.replaceChildren();
  details.hidden = true;
}

function showDetails({ heading, type, notes, related, places }) {
  const close = element("button", { type: "button", className: "close", attributes: { "aria-label": "Close" } }, "×");
  close.addEventListener("click", chooseNothing);
  const relations = related.filter(([, node]) => node).slice(0, 40).map(([words, node]) =>
    element("li", {}, element("span", { className: "note" }, `${words} `), chooser(node, node.text ?? node.label)));
  const quotations = places.slice(0, 30).map((place) => {
    const address = addressOf(place);
    const link = address
      ? element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, "in the article")
      : null;
    return element("blockquote", {}, wordsAt(place), link ? " " : null, link);
  });
  details.replaceChildren(
    close,
    element("h2", {}, element("span", { className: `dot ${type}` }), heading),
    element("p", { className: "note" }, notes.join(" · ")),
    relations.length > 0 ? element("ul", {}, ...relations) : "",
    ...quotations,
  );
  details.hidden = false;
  details.scrollTop = 0;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target !== searchField) chooseNothing();
});

buildText();
buildTables();
buildFilter();
listenForTabs();
listenForSearch();
listenForParts();
listenForMoves();
showTab("text");
fit();
document.documentElement.dataset.ready = "true";
