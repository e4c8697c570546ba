// Keeps a page as the files are: when the server tells of another version, the
// content is fetched and put in the old one's place. What the reader has
// scrolled to, opened or focused stays.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const news = at("page:news");
  const keys = at("page:keys");
  const letters = at("page:letters");
  let found = []; // the findings, in the order of the page

  // settle looks at content that is new.
  function settle() {
    found = [...document.querySelectorAll(".findings > li")];
    keys.hidden = found.length === 0;
    // What can be moved sideways must be so by the keyboard too.
    for (const box of document.querySelectorAll(".table")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  }

  // landmark finds what stands at the top of the window, by the words that it
  // begins with, and how far down.
  function landmark() {
    for (const e of document.querySelectorAll(".text > *, .source li, .findings > li")) {
      const box = e.getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0) return { name: nameOf(e), top: box.top };
    }
    return null;
  }
  function nameOf(e) {
    return e.id || e.tagName + e.textContent.slice(0, 80);
  }
  function returnTo(mark) {
    if (!mark || window.scrollY === 0) return;
    for (const e of document.querySelectorAll(".text > *, .source li, .findings > li")) {
      if (nameOf(e) === mark.name) {
        window.scrollBy(0, e.getBoundingClientRect().top - mark.top);
        return;
      }
    }
  }

  // focused tells what has the focus in the content, so that it can be found
  // again: by its id, or as the link to somewhere.
  function focused() {
    const e = document.activeElement;
    if (!e || !at("page:content").contains(e)) return null;
    return e.id ? { id: e.id } : { href: e.getAttribute("href"), summary: e.closest("details") };
  }
  function focus(was) {
    if (!was) return;
    const e = was.id ? at(was.id) : [...document.links].find((a) => a.getAttribute("href") === was.href);
    if (e) e.focus({ preventScroll: true });
  }

  const folded = () => [...document.querySelectorAll("details")].map((d) => d.open);

  function swap(next) {
    const mark = landmark(), was = focused(), open = folded();
    const from = next.getElementById("page:content");
    if (at("page:content").querySelector("article") && from.querySelector("article")) renew(from);
    else at("page:content").replaceWith(from);
    document.querySelectorAll("details").forEach((d, i) => { if (i in open) d.open = open[i]; });
    document.title = next.title;
    settle();
    focus(was);
    returnTo(mark);
    say(next.getElementById("page:news"));
  }

  // renew puts in what is new around the document, and in it the sections that
  // are not as they were: a long document takes its time to be laid out.
  function renew(from) {
    const main = at("page:document"), article = main.querySelector("article");
    main.querySelector(".elsewhere")?.remove();
    const elsewhere = from.querySelector(".elsewhere");
    if (elsewhere) main.prepend(elsewhere);
    article.lang = from.querySelector("article").lang;
    let old = article.firstElementChild;
    for (const section of [...from.querySelectorAll("article > section")]) {
      let same = old;
      while (same && same.dataset.version !== section.dataset.version) same = same.nextElementSibling;
      if (!same) {
        article.insertBefore(section, old);
        continue;
      }
      while (old !== same) old = drop(old);
      old = old.nextElementSibling;
    }
    while (old) old = drop(old);
    at("page:side").replaceWith(from.querySelector(".side"));
  }
  function drop(e) {
    const next = e.nextElementSibling;
    e.remove();
    return next;
  }

  // say tells the news; it is read aloud when it is other than before.
  function say(other) {
    news.className = other.className;
    if (news.textContent !== other.textContent) news.textContent = other.textContent;
  }

  let wanted = document.body.dataset.version;
  async function update(version) {
    wanted = version;
    if (version === document.body.dataset.version) return;
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (version !== wanted) return;
    if (!answer.ok) return lose(); // The page is one of a file that is no longer there.
    document.body.dataset.version = next.body.dataset.version;
    swap(next);
  }

  const events = new EventSource("/events");
  let lost = null; // what the news were before the server was lost
  events.onmessage = (e) => {
    if (lost) say(lost);
    lost = null;
    update(e.data).catch(lose);
  };
  events.onerror = lose;
  function lose() {
    if (lost) return;
    lost = news.cloneNode(true);
    news.className = "broken";
    news.textContent = document.body.dataset.lost;
  }

  // step goes to the next finding, or the one before, from where the reader is.
  function step(by) {
    if (found.length === 0) return;
    const here = found.indexOf(document.activeElement.closest(".findings > li"));
    let to = here + by;
    if (here < 0) {
      const below = found.findIndex((f) => f.getBoundingClientRect().top > 80);
      to = below < 0 ? (by > 0 ? 0 : found.length - 1) : (by > 0 ? below : below - 1);
    }
    const next = found[(to + found.length) % found.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
  keys.addEventListener("click", (e) => {
    const button = e.target.closest("button");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (e) => {
    if (!letters.checked || e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input")) return;
    if (e.key === "n") step(1);
    if (e.key === "p") step(-1);
  });

  settle();
})();
