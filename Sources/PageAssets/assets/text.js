// The articles' text: marked phrases, and the sentences that light up.

const textPanel = document.getElementById("panel-text");
const pieces = [];
const phrases = [];

const markedTypes = new Set(["person", "organization", "place", "group", "thing", "event", "casualtyFigure"]);

/** Mentions of an article that do not overlap, the longer first where they begin together. */
function mentionsIn(article) {
  const all = data.nodes.filter((node) => markedTypes.has(node.type)).flatMap((node) =>
    node.mentions.filter((place) => place[0] === article).map((place) => ({ node, start: place[1], end: place[2] })));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((mention) => {
    if (mention.start < end || mention.end <= mention.start) return false;
    end = mention.end;
    return true;
  });
}

function buildText() {
  data.articles.forEach((article, number) => {
    if (!article.text) return;
    const points = Array.from(article.text);
    const cuts = new Set();
    const cut = (place) => place[0] === number && cuts.add(place[1]).add(place[2]);
    for (const edge of data.edges) edge.evidence.forEach(cut);
    for (const node of data.nodes) node.mentions.forEach(cut);
    const sorted = [...cuts].sort((a, b) => a - b);
    const mentions = mentionsIn(number);
    const block = element("article", { lang: "en" });
    let titles = 0;
    for (const [kind, start, end] of article.regions) {
      if (kind === "title") titles += 1;
      const region = element(kind === "title" ? (titles === 1 ? "h2" : "h3") : "p", { className: kind });
      fillRegion(region, { points, sorted, mentions, number, start, end });
      block.append(region);
    }
    textPanel.append(block);
  });
  if (textPanel.childElementCount === 0) {
    textPanel.append(element("p", { className: "empty" }, "The text of the article is not part of this page."));
  }
}

function fillRegion(region, { points, sorted, mentions, number, start, end }) {
  let position = start;
  const addPieces = (parent, from, to) => {
    const inner = sorted.filter((point) => point > from && point < to);
    for (const [place, point] of [...inner, to].entries()) {
      const begin = place === 0 ? from : inner[place - 1];
      const made = element("span", {}, points.slice(begin, point).join(""));
      pieces.push({ element: made, article: number, start: begin, end: point });
      parent.append(made);
    }
  };
  for (const mention of mentions) {
    if (mention.start < position || mention.end > end) continue;
    if (mention.start > position) addPieces(region, position, mention.start);
    region.append(phrase(mention, addPieces));
    position = mention.end;
  }
  if (position < end) addPieces(region, position, end);
}

function phrase({ node, start, end }, addPieces) {
  const made = element("span", {
    className: `phrase ${node.type}`,
    attributes: { tabindex: "0", role: "button", "data-node": node.id, title: describe(node) },
  });
  addPieces(made, start, end);
  const choose = () => chooseNode(node.id, made);
  made.addEventListener("click", choose);
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  });
  phrases.push(made);
  return made;
}

/** Lights up places of the text and scrolls to the first, unless the choice was made in the text itself. */
function lightUp(places, nodeIDs, staysPut) {
  let first = null;
  for (const piece of pieces) {
    const isLit = places.some((place) =>
      place[0] === piece.article && place[1] < piece.end && piece.start < place[2]);
    piece.element.classList.toggle("lit", isLit);
    if (isLit && !first) first = piece.element;
  }
  for (const made of phrases) made.classList.toggle("chosen", nodeIDs.has(made.dataset.node));
  if (!first || staysPut) return;
  showTab("text");
  scrollWithin(textPanel, first);
}

function scrollWithin(panel, target) {
  const frame = panel.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  if (panel.scrollHeight > panel.clientHeight) {
    panel.scrollTop += box.top - frame.top - panel.clientHeight / 4;
  } else {
    target.scrollIntoView({ block: "center" });
  }
}
