// Takes an open page, gives what does not fit on its screen. Each function runs inside the page.

/** The page's width and the first thing that sticks out, when it scrolls sideways; else null. */
export function sideways() {
  const root = document.documentElement;
  const width = Math.max(root.scrollWidth, document.body.scrollWidth);
  if (width <= root.clientWidth) return null;
  const out = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5);
  return { width, what: out ? out.outerHTML.slice(0, 120) : 'nothing visible' };
}

/** Elements whose text is cut off. */
export function clipped() {
  return [...document.body.querySelectorAll('*')]
    .filter((e) => {
      const { overflowX, overflowY } = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if (box.width < 8 || box.height < 8 || !e.innerText?.trim()) return false;
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      return (hides(overflowX) && e.scrollWidth > e.clientWidth + 1) || (hides(overflowY) && e.scrollHeight > e.clientHeight + 1);
    })
    .map((e) => e.outerHTML.slice(0, 120));
}

/** Texts that lie over one another: pairs of blocks next to each other in the page whose words share a place. What is clipped
 * away to nothing is there for those who listen only. */
export function overlapping() {
  const blocks = [...document.body.querySelectorAll('h1, h2, h3, p, li, dt, dd, summary, caption, th, td')]
    .filter((e) => e.checkVisibility() && e.innerText.trim() && !e.closest('.skip') && getComputedStyle(e).clipPath !== 'inset(50%)');
  const boxOf = (e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return range.getBoundingClientRect();
  };
  const found = [];
  for (let i = 1; i < blocks.length; i += 1) {
    if (blocks[i - 1].contains(blocks[i])) continue;
    const [a, b] = [boxOf(blocks[i - 1]), boxOf(blocks[i])];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 4 && high > 12) found.push(`“${blocks[i - 1].innerText.slice(0, 40)}” and “${blocks[i].innerText.slice(0, 40)}”`);
  }
  return found;
}
