// Search as you type, and the filter by type.

const searchField = document.getElementById("search");
const results = document.getElementById("results");
const mostResults = 12;
let found = [];
let active = -1;

const searched = data.nodes.map((node) => ({
  node,
  names: [node.label, ...node.aliases, node.text ?? ""].filter(Boolean).map(folded),
}));

function find(query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const rank = ({ names }) => {
    const matching = names.filter((name) => words.every((word) => name.includes(word)));
    if (matching.length === 0) return -1;
    return matching.some((name) => name.startsWith(words[0])) ? 1 : 0;
  };
  return searched.map((entry, place) => ({ node: entry.node, rank: rank(entry), place }))
    .filter((entry) => entry.rank >= 0)
    .sort((a, b) => b.rank - a.rank || b.node.mentions.length - a.node.mentions.length || a.place - b.place)
    .map((entry) => entry.node);
}

function showResults() {
  const all = find(searchField.value);
  found = all.slice(0, mostResults);
  active = -1;
  results.replaceChildren(...found.map((node, place) => {
    const item = element("li", { id: `result-${place}`, attributes: { role: "option", "aria-selected": "false" } },
      element("span", { className: `dot ${node.type}` }), node.text && node.type === "statement" ? node.text : node.label,
      element("span", { className: "note" }, ` ${typeNames[node.type][0]}`));
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(place));
    return item;
  }));
  const isOpen = searchField.value.trim() !== "";
  if (isOpen && found.length === 0) results.append(element("li", { className: "empty" }, "Nothing is called so."));
  results.hidden = !isOpen;
  searchField.setAttribute("aria-expanded", String(isOpen));
  searchField.removeAttribute("aria-activedescendant");
  const drawn = new Set(all.map((node) => node.at).filter(Boolean));
  drawing.classList.toggle("has-matches", isOpen && drawn.size > 0);
  for (const part of drawing.querySelectorAll("g.node")) part.classList.toggle("match", isOpen && drawn.has(part.id));
}

function closeResults() {
  results.hidden = true;
  searchField.setAttribute("aria-expanded", "false");
  drawing.classList.remove("has-matches");
}

function take(place) {
  const node = found[place];
  if (!node) return;
  closeResults();
  chooseNode(node.id, searchField);
}

function listenForSearch() {
  searchField.addEventListener("input", showResults);
  searchField.addEventListener("blur", closeResults);
  searchField.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      searchField.value = "";
      closeResults();
    } else if (event.key === "Enter") {
      take(Math.max(active, 0));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (results.hidden) showResults();
      if (found.length === 0) return;
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      [...results.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
      searchField.setAttribute("aria-activedescendant", `result-${active}`);
      results.children[active]?.scrollIntoView({ block: "nearest" });
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input")) return;
    event.preventDefault();
    searchField.focus();
  });
}

function buildFilter() {
  const hidden = new Set();
  const drawn = new Set([...drawing.querySelectorAll("g.node")].map((part) => nodes.get(part.id)?.type).filter(Boolean));
  for (const type of Object.keys(typeNames).filter((name) => drawn.has(name))) {
    const box = element("input", { type: "checkbox", checked: true, id: `filter-${type}` });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(type);
      else hidden.add(type);
      applyFilter(hidden);
    });
    document.getElementById("filters").append(
      element("label", { className: `filter ${type}` }, box, element("span", { className: `dot ${type}` }), typeNames[type][1]));
  }
}
