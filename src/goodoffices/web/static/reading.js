// Looks every second how far it is with what is being read, and shows the page anew when that is over or changes.
"use strict";
(() => {
  const box = document.querySelector("#reading");
  if (!box) return;
  const told = (page) => JSON.stringify([page.state, page.asked, page.articles]);
  let before = null;

  async function look() {
    let page;
    try {
      const answer = await fetch(box.dataset.json, { headers: { Accept: "application/json" } });
      if (!answer.ok) return location.reload();
      page = await answer.json();
    } catch {
      // The server may be busy, or gone: it is asked again.
      return setTimeout(look, 3000);
    }
    if (page.is_over || (before !== null && told(page) !== before)) return location.reload();
    before = told(page);
    const found = box.querySelector(".found"), now = box.querySelector(".now");
    if (found) found.textContent = `${page.found} ${page.found === 1 ? "article" : "articles"} found`;
    if (now && page.now) now.textContent = page.now;
    setTimeout(look, 1000);
  }

  look();
})();
