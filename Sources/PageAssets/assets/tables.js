// Tables of what the graph holds: people, events in the order of time, figures, statements.

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const months = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A whole or partial ISO 8601 date as a reader writes it. */
function dayText(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return String(year);
  return (day ? days : months).format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

function chooser(node, text = node.label) {
  const button = element("button", { type: "button", className: "chooser" }, text);
  button.addEventListener("click", () => chooseNode(node.id, button));
  return button;
}

/** The nodes as buttons with commas between. */
function choosers(list) {
  return element("span", {}, ...list.flatMap((node, place) => (place === 0 ? [chooser(node)] : [", ", chooser(node)])));
}

function table(panel, headings, rows, empty) {
  const place = document.getElementById(`panel-${panel}`);
  if (rows.length === 0) {
    place.append(element("p", { className: "empty" }, empty));
    return;
  }
  const head = element("tr", {}, ...headings.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell ?? ""))));
  place.append(element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)));
}

function officesOf(person) {
  const offices = edgesOf.get(person.id).filter((edge) => edge.type === "holds" && edge.source === person.id);
  const texts = offices.map((edge) => {
    const role = nodes.get(edge.target);
    const owners = targets(role, "roleOf").map((owner) => owner.label);
    return (edge.former ? "former " : "") + [role.label, ...owners].join(", ");
  });
  return [...texts, ...targets(person, "memberOf").map((body) => body.label)].join("; ");
}

function buildTables() {
  const all = (type) => data.nodes.filter((node) => node.type === type);
  table("people", ["Name", "Offices", "Mentions"],
    all("person").sort((a, b) => b.mentions.length - a.mentions.length)
      .map((person) => [chooser(person), officesOf(person), String(person.mentions.length)]),
    "No people were found.");
  const dated = (node) => node.date ?? "9999";
  table("events", ["Day", "Event", "Who", "Whom or what", "Where"],
    all("event").sort((a, b) => (dated(a) < dated(b) ? -1 : dated(a) > dated(b) ? 1 : 0)).map((event) => [
      dayText(event.date),
      element("span", {}, chooser(event), eventStatus(event)),
      choosers(targets(event, "agent")),
      choosers([...targets(event, "patient"), ...targets(event, "recipient")]),
      choosers(targets(event, "place")),
    ]),
    "No events were found.");
  table("figures", ["Figure", "At least", "At most", "Event", "Where", "According to"],
    all("casualtyFigure").map((figure) => [
      chooser(figure, figure.text),
      number(figure.minimum), number(figure.maximum),
      choosers(targets(figure, "resultOf")),
      choosers(targets(figure, "place")),
      choosers(targets(figure, "reportedBy")),
    ]),
    "No figures of people harmed were found.");
  const speakerOf = (statement) => targets(statement, "speaker")[0];
  table("statements", ["Speaker", "Statement"],
    all("statement").sort((a, b) => {
      const names = [a, b].map((statement) => speakerOf(statement)?.label ?? "\uffff");
      return names[0] < names[1] ? -1 : names[0] > names[1] ? 1 : 0;
    }).map((statement) => [
      speakerOf(statement) ? chooser(speakerOf(statement)) : "unknown",
      chooser(statement, statement.direct ? `“${statement.text}”` : statement.text),
    ]),
    "No statements were found.");
}

function eventStatus(event) {
  const words = { planned: "planned", hypothetical: "possible", negated: "did not happen" };
  const reporters = targets(event, "reportedBy").map((reporter) => reporter.label);
  const notes = [words[event.status], reporters.length > 0 ? `says ${reporters.join(", ")}` : null].filter(Boolean);
  return notes.length > 0 ? element("span", { className: "note" }, ` (${notes.join("; ")})`) : "";
}

function number(value) {
  return value === undefined || value === null ? "" : value.toLocaleString("en-GB");
}

const tabs = [...document.querySelectorAll("[role=tab]")];

function showTab(name) {
  for (const tab of tabs) {
    const isChosen = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(`panel-${tab.dataset.tab}`).classList.toggle("is-shown", isChosen);
  }
}

function listenForTabs() {
  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener("click", () => showTab(tab.dataset.tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = tabs[(place + step + tabs.length) % tabs.length];
      showTab(next.dataset.tab);
      next.focus();
    });
  }
}
