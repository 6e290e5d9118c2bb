// The review from the keyboard. Without this script every button can be reached by Tab.
"use strict";
(() => {
  const tasks = [...document.querySelectorAll(".task")];
  const held = () => tasks.findIndex((task) => task.contains(document.activeElement));

  function go(to) {
    const task = tasks[Math.min(tasks.length - 1, Math.max(0, to))];
    if (!task) return;
    task.focus();
    task.scrollIntoView({ block: "nearest" });
  }

  function correct(task) {
    const mending = task.querySelector(".mending");
    if (!mending) return;
    mending.open = true;
    mending.querySelector("select").focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape") go(held());
      return;
    }
    const at = held();
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "u") document.querySelector(".done [data-key=u]")?.click();
    else if (event.key === "o") tasks[at]?.querySelector("a.act")?.click();
    else if (event.key === "e" && at >= 0) correct(tasks[at]);
    else if (/^[1-9]$/.test(event.key)) document.querySelectorAll(".topics a")[event.key - 1]?.click();
    else if (/^[a-z]$/.test(event.key) && at >= 0) tasks[at].querySelector(`[data-key="${event.key}"]`)?.click();
    else return;
    event.preventDefault();
  });
  go(0);
})();
