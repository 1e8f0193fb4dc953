// The graph as the page's own program reads it. The files of this folder are joined into one module in the order of
// PageAssets.c; whatever comes from an article reaches the document as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
const lines = new Map(data.lines.map((line) => [line.id, line]));
const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  edgesOf.get(edge.source)?.push(edge);
  edgesOf.get(edge.target)?.push(edge);
}

const typeNames = {
  person: ["person", "people"],
  organization: ["organisation", "organisations"],
  place: ["place", "places"],
  group: ["group", "groups"],
  thing: ["thing", "things"],
  role: ["office", "offices"],
  event: ["event", "events"],
  casualtyFigure: ["figure", "figures"],
  statement: ["statement", "statements"],
};

// What an edge says of its target, seen from its source, and the other way round.
const relationNames = {
  holds: ["office", "held by"],
  roleOf: ["office of", "has the office"],
  memberOf: ["belongs to", "has the member"],
  locatedIn: ["lies in", "holds"],
  agent: ["who", "acts in"],
  patient: ["whom or what", "is affected by"],
  recipient: ["to whom", "receives in"],
  instrument: ["with what", "is used in"],
  place: ["where", "is the place of"],
  origin: ["from where", "is the origin of"],
  resultOf: ["caused by", "harmed people"],
  reportedBy: ["according to", "is the source of"],
  speaker: ["said by", "says"],
  addressee: ["said to", "is told"],
  about: ["about", "is spoken of in"],
};

/** Makes an element with properties, attributes under `attributes`, and children that are nodes or text. */
function element(name, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(name), rest);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** The nodes at the other end of the edges of a type that leave a node. */
function targets(node, type) {
  return edgesOf.get(node.id).filter((edge) => edge.type === type && edge.source === node.id)
    .map((edge) => nodes.get(edge.target));
}

/** The nodes that edges of a type come from. */
function sources(node, type) {
  return edgesOf.get(node.id).filter((edge) => edge.type === type && edge.target === node.id)
    .map((edge) => nodes.get(edge.source));
}

/** The places that light up with a node: the sentences of its edges, else where it is mentioned. */
function evidenceOf(node) {
  const found = edgesOf.get(node.id).flatMap((edge) => edge.evidence);
  return unique(found.length > 0 && node.type !== "statement" ? found : node.mentions);
}

/** The same places once each, in the order of the text. */
function unique(places) {
  const seen = new Map(places.map((place) => [place.slice(0, 3).join(), place]));
  return [...seen.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

/** Lower case without accents, for searching. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words at a place: `[article, start, end, text]`. */
function wordsAt(place) {
  return place[3] ?? "";
}

/** The address of a place in its article on the web, or null where the article has none. */
function addressOf(place) {
  const url = data.articles[place[0]]?.url;
  if (!url) return null;
  const words = wordsAt(place).split(/\s+/).filter(Boolean);
  const encode = (part) => encodeURIComponent(part.join(" ")).replace(/-/g, "%2D");
  const range = words.length > 10 ? [words.slice(0, 4), words.slice(-4)] : [words];
  return `${url.split("#")[0]}#:~:text=${range.map(encode).join(",")}`;
}
