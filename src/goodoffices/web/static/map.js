// Drags the map and zooms it by wheel: the server draws anew what is then seen, so that no mark comes to lie on another.
// Without this script the same is done by the links above the map.
"use strict";
(() => {
  const box = document.querySelector(".map-box");
  if (!box) return;
  let from = null, wheel = 0, waiting = 0, asked = 0;
  const shown = () => [...box.querySelectorAll(".map")].find((svg) => svg.clientWidth > 0);
  const step = (title) => box.querySelector(`[data-window="${title}"]`);

  async function go(address) {
    const number = ++asked;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(".map-box");
    if (!fresh) return;
    const held = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.window : "";
    box.replaceChildren(...fresh.childNodes);
    history.replaceState(null, "", address);
    if (held && step(held)) step(held).focus();
  }

  // The address of the window whose middle is moved by so many parts of what is seen.
  function moved(across, down) {
    const [lon, lat, wide] = new URL(step("closer").href).searchParams.get("at").split(",").map(Number);
    const left = new URL(step("←").href).searchParams.get("at").split(",").map(Number);
    const up = new URL(step("↑").href).searchParams.get("at").split(",").map(Number);
    const address = new URL(step("closer").href);
    address.searchParams.set("at", [lon + across * 3 * (lon - left[0]), lat + down * 3 * (up[1] - lat), wide * 2].join(","));
    return address.href;
  }

  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-window]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.href);
    } else if (from && from.moved) {
      event.preventDefault();
    }
  }, true);
  box.addEventListener("wheel", (event) => {
    if ((!event.ctrlKey && !event.altKey) || !event.target.closest(".map")) return;
    event.preventDefault();
    wheel += event.deltaY;
    clearTimeout(waiting);
    waiting = setTimeout(() => { go(step(wheel < 0 ? "closer" : "farther").href); wheel = 0; }, 120);
  }, { passive: false });
  box.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse" && event.target.closest(".map")) {
      from = { x: event.clientX, y: event.clientY, moved: false };
    }
  });
  window.addEventListener("pointermove", (event) => {
    const svg = from && shown();
    if (!svg) return;
    if (Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y) > 5) from.moved = true;
    if (from.moved) svg.setAttribute("transform", `translate(${event.clientX - from.x} ${event.clientY - from.y})`);
  });
  window.addEventListener("pointerup", (event) => {
    const svg = from && from.moved && shown();
    if (svg) go(moved((from.x - event.clientX) / svg.clientWidth, (event.clientY - from.y) / svg.clientHeight));
    setTimeout(() => { from = null; });
  });
  box.addEventListener("dragstart", (event) => event.preventDefault());
})();
