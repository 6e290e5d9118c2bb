// Zooms the timeline by wheel or keys and drags it. Distances grow, marks keep their least width: none comes to lie on
// another. Without this script the drawing can be scrolled, and periods are links.
"use strict";
(() => {
  const LEAST = 12, MOST_ZOOM = 40;
  const box = document.querySelector(".timeline .scroll");
  const svg = box && box.querySelector("svg");
  if (!svg) return;
  const width = Number(svg.dataset.width), height = svg.getAttribute("height");
  const placed = [...svg.querySelectorAll("[data-x]")];
  const ticks = [...svg.querySelectorAll(".tick")];
  const lanes = [...svg.querySelectorAll(".lane")];
  const least = Math.max(1, box.clientWidth / width);
  let zoom = least, from = null;

  function place() {
    svg.setAttribute("width", width * zoom);
    svg.setAttribute("viewBox", `0 0 ${width * zoom} ${height}`);
    for (const line of svg.querySelectorAll(".rule")) line.setAttribute("x2", width * zoom);
    for (const one of placed) {
      one.setAttribute("transform", `translate(${Number(one.dataset.x) * zoom} 0)`);
      if (!("days" in one.dataset)) continue;
      const wide = Math.max(LEAST, Number(one.dataset.days) * zoom);
      one.querySelector(".hit").setAttribute("width", wide);
      const span = one.querySelector(".span"), label = one.querySelector(".label:not(.before)");
      if (span) span.setAttribute("width", wide);
      if (label) label.setAttribute("x", wide + 3);
    }
    thin();
    keepTitles();
  }

  // A tick's name is left out where it would stand on one of its own or a higher level.
  function thin() {
    const taken = [];
    for (const level of ["l1", "l2", "l3"]) {
      for (const tick of ticks.filter((one) => one.classList.contains(level))) {
        const x = Number(tick.dataset.x) * zoom;
        const isFree = taken.every((other) => Math.abs(other - x) >= 34);
        tick.querySelector("text").style.visibility = isFree ? "" : "hidden";
        if (isFree) taken.push(x);
      }
    }
  }

  function keepTitles() {
    for (const lane of lanes) lane.setAttribute("x", box.scrollLeft + 4);
  }

  function zoomTo(wanted, at) {
    const day = (box.scrollLeft + at) / zoom;
    zoom = Math.min(MOST_ZOOM, Math.max(least, wanted));
    place();
    box.scrollLeft = day * zoom - at;
  }

  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.altKey) return;
    event.preventDefault();
    zoomTo(zoom * Math.exp(-event.deltaY / 300), event.clientX - box.getBoundingClientRect().left);
  }, { passive: false });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "+" && event.key !== "-") return;
    event.preventDefault();
    zoomTo(event.key === "+" ? zoom * 1.5 : zoom / 1.5, box.clientWidth / 2);
  });
  box.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse") from = { x: event.clientX, left: box.scrollLeft, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (Math.abs(event.clientX - from.x) > 4) from.moved = true;
    if (from.moved) {
      box.classList.add("dragged");
      box.scrollLeft = from.left - (event.clientX - from.x);
    }
  });
  window.addEventListener("pointerup", () => { setTimeout(() => { from = null; box.classList.remove("dragged"); }); });
  box.addEventListener("click", (event) => { if (from && from.moved) event.preventDefault(); }, true);
  box.addEventListener("dragstart", (event) => event.preventDefault());
  box.addEventListener("scroll", keepTitles, { passive: true });

  const tools = document.querySelector(".timeline .tools");
  const buttons = document.createElement("span");
  for (const [sign, says, by] of [["−", "Zoom out", 1 / 1.5], ["+", "Zoom in", 1.5]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", says);
    button.addEventListener("click", () => zoomTo(zoom * by, box.clientWidth / 2));
    buttons.append(button, " ");
  }
  tools.append(buttons);
  box.title = "Drag to move; Ctrl and wheel, or + and −, to zoom";
  place();
  box.scrollLeft = svg.clientWidth;
})();
