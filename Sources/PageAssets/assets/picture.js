// The picture: moving, zooming, and the marks of what is chosen.

const stage = document.getElementById("stage");
const drawing = stage.querySelector("svg");
const view = { x: 0, y: 0, scale: 1 };
// Whether the reader has moved or zoomed the picture, which is then left as it is when its room changes.
let isMoved = false;
// Where the whole picture would be smaller than this, it begins at its upper left, readable.
const leastScale = 0.55;
const readableScale = 0.85;
const natural = { width: drawing.viewBox.baseVal.width, height: drawing.viewBox.baseVal.height };
const zoomRange = [0.05, 8];
// Graphviz gives the size in points; here one unit of the drawing is one pixel.
drawing.setAttribute("width", natural.width);
drawing.setAttribute("height", natural.height);

function showView() {
  drawing.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
}

/** Shows the whole picture, or its beginning where it would be too small to read. */
function begin() {
  if (isMoved) return;
  fit();
  if (view.scale >= leastScale || stage.clientWidth === 0) return;
  Object.assign(view, { x: 0, y: 0, scale: Math.min(readableScale, 1.5 * stage.clientHeight / natural.height) });
  if (view.scale < leastScale) view.scale = leastScale;
  showView();
}

/** Shows the whole picture. */
function fit() {
  isMoved = false;
  const { width, height } = stage.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  view.scale = Math.min(width / natural.width, height / natural.height);
  view.x = (width - natural.width * view.scale) / 2;
  view.y = (height - natural.height * view.scale) / 2;
  showView();
}

/** Zooms by a factor so that a point of the stage stays where it is. */
function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const scale = Math.min(Math.max(view.scale * factor, zoomRange[0]), zoomRange[1]);
  view.x = x - (x - view.x) * (scale / view.scale);
  view.y = y - (y - view.y) * (scale / view.scale);
  view.scale = scale;
  isMoved = true;
  showView();
}

function pan(x, y) {
  isMoved ||= x !== 0 || y !== 0;
  view.x += x;
  view.y += y;
  showView();
}

/** Moves the picture so that one of its parts is seen. */
function bringIntoView(part) {
  stage.scrollTo(0, 0);
  const frame = stage.getBoundingClientRect();
  const box = part.getBoundingClientRect();
  const margin = 12;
  const move = (low, high, from, to) => {
    if (low < from + margin) return from + margin - low;
    return high > to - margin ? Math.max(to - margin - high, from + margin - low) : 0;
  };
  pan(move(box.left, box.right, frame.left, frame.right), move(box.top, box.bottom, frame.top, frame.bottom));
}

function listenForMoves() {
  const pointers = new Map();
  let moved = 0;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    moved = 0;
  });
  window.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const frame = stage.getBoundingClientRect();
    if (pointers.size === 2) {
      const other = [...pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
      const distance = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      zoom(distance(event) / Math.max(distance(before), 1),
        (event.clientX + other.clientX) / 2 - frame.left, (event.clientY + other.clientY) / 2 - frame.top);
    } else {
      pan(event.clientX - before.clientX, event.clientY - before.clientY);
    }
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    pointers.set(event.pointerId, event);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => pointers.delete(event.pointerId));
  }
  // A drag that ends on a node is no click on it.
  stage.addEventListener("click", (event) => {
    if (moved > 6) event.stopPropagation();
  }, true);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = stage.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400)), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });
  stage.addEventListener("keydown", (event) => {
    const step = 60;
    const actions = {
      "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": fit,
      ArrowLeft: () => pan(step, 0), ArrowRight: () => pan(-step, 0),
      ArrowUp: () => pan(0, step), ArrowDown: () => pan(0, -step),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.25));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(0.8));
  document.getElementById("zoom-fit").addEventListener("click", () => {
    fit();
    isMoved = true;
  });
  new ResizeObserver(begin).observe(stage);
}

/** Makes nodes and lines reachable with the pointer and the tabulator key. */
function listenForParts() {
  for (const part of drawing.querySelectorAll("g.node, g.edge")) {
    const isNode = nodes.has(part.id);
    if (!isNode && !lines.has(part.id)) continue;
    const title = part.querySelector("title");
    part.setAttribute("tabindex", "0");
    part.setAttribute("role", "button");
    part.setAttribute("aria-label", title?.textContent ?? "");
    const choose = () => (isNode ? chooseNode(part.id, part) : chooseLine(part.id, part));
    part.addEventListener("click", choose);
    part.addEventListener("focus", () => {
      if (!part.matches(":focus-visible")) return;
      bringIntoView(part);
      choose();
    });
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  }
}

/** Marks what is chosen and what it is joined to, and dims the rest. */
function markPicture(chosen, near) {
  drawing.classList.toggle("has-choice", chosen.size > 0);
  for (const part of drawing.querySelectorAll("g.node, g.edge")) {
    part.classList.toggle("chosen", chosen.has(part.id));
    part.classList.toggle("near", near.has(part.id));
    if (part.hasAttribute("tabindex")) part.setAttribute("aria-pressed", String(chosen.has(part.id)));
  }
}

/** Hides the kinds of nodes that are filtered out, with their lines. */
function applyFilter(hidden) {
  const isHidden = (id) => hidden.has(nodes.get(id)?.type);
  for (const part of drawing.querySelectorAll("g.node, g.edge")) {
    const line = lines.get(part.id);
    part.classList.toggle("filtered", line ? isHidden(line.tail) || isHidden(line.head) : isHidden(part.id));
  }
}
