
"use strict";
(() => {
  const MOST_MARKS = 2000;
  const box = document.getElementById("search");
  const field = document.getElementById("words");
  const said = document.getElementById("found");
  const entries = [...document.querySelectorAll(".entry")];
  const groups = [...document.querySelectorAll("[data-group]")].reverse();
  let texts = null, marks = [], at = -1, timer = 0;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

  const textOf = (entry) => {
    const day = entry.closest(".day"), month = entry.closest(".month");
    const when = [day, month].map((one) => (one ? one.querySelector("h3, h4").textContent : "")).join(" ");
    return fold(entry.textContent + " " + when).replace(/\s+/g, " ");
  };

  const unmark = () => {
    const parents = new Set();
    for (const mark of marks) {
      parents.add(mark.parentNode);
      mark.replaceWith(...mark.childNodes);
    }
    for (const parent of parents) if (parent) parent.normalize();
    marks = [];
    at = -1;
  };

  const spans = (text, words) => {
    let folded = "";
    const starts = [];
    let place = 0;
    for (const letter of text) {
      const piece = fold(letter);
      for (let index = 0; index < piece.length; index += 1) starts.push(place);
      folded += piece;
      place += letter.length;
    }
    starts.push(place);
    const found = [];
    for (const word of words) {
      for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
        const last = starts[from + word.length - 1];
        found.push([starts[from], last + String.fromCodePoint(text.codePointAt(last)).length]);
      }
    }
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };

  const markIn = (entry, words) => {
    const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const text = node.data, pieces = [];
      let end = 0;
      for (const [from, to] of spans(text, words)) {
        if (from < end || marks.length >= MOST_MARKS) continue;
        const mark = document.createElement("mark");
        mark.append(text.slice(from, to));
        pieces.push(text.slice(end, from), mark);
        marks.push(mark);
        end = to;
      }
      if (pieces.length) node.replaceWith(...pieces, text.slice(end));
    }
  };

  const search = () => {
    unmark();
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    texts = texts || entries.map(textOf);
    let count = 0;
    entries.forEach((entry, index) => {
      const isFound = words.every((word) => texts[index].includes(word));
      entry.hidden = !isFound;
      if (isFound) count += 1;
      if (isFound && words.length) markIn(entry, words);
    });
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
    document.body.classList.toggle("searching", words.length > 0);
    if (!words.length) said.textContent = "";
    else if (!count) said.textContent = "Nothing here says that";
    else said.textContent = count === 1 ? "1 found" : count + " found";
  };

  const go = (step) => {
    if (!marks.length) return;
    if (marks[at]) marks[at].classList.remove("here");
    at = (at + step + marks.length) % marks.length;
    marks[at].classList.add("here");
    marks[at].scrollIntoView({ block: "center" });
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { search(); window.scrollTo(0, 0); }, 90);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      go(event.shiftKey ? (at < 0 ? 0 : -1) : 1);
    } else if (event.key === "Escape") {
      field.value = "";
      search();
      field.blur();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
  box.hidden = entries.length === 0;
})();
