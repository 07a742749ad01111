// Takes an open page, presses Tab through it, and tells what the keyboard cannot reach or does not show.
const MOST = 120;
const LEAST_RING = 2;

export async function checkFocus(tab, report) {
  const count = await tab.evaluate(markFocusable);
  const order = [];
  // Not once more: the next stop may be a bar of the browser, out of which no key of the page leads back.
  const presses = Math.min(count, MOST);
  for (let i = 0; i < presses; i += 1) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(lookAtFocus);
    if (!stop) break;
    if (order.includes(stop.index)) {
      if (stop.index !== order[0]) report('focus-trap', `the keyboard goes round at ${stop.what}`);
      break;
    }
    order.push(stop.index);
    if (stop.ring < LEAST_RING) report('no-focus-ring', `${stop.what} shows no ring (${stop.ring} px) when it has the focus`);
    if (!stop.seen) report('focus-hidden', `${stop.what} has the focus but cannot be seen`);
  }
  const missed = await tab.evaluate(notIn, [order, Math.min(count, MOST)]);
  if (count < MOST) for (const what of missed) report('not-reached', `the keyboard does not reach ${what}`);
  if (order.some((n, i) => i > 0 && n < order[i - 1])) report('focus-order', 'the keyboard does not follow the order of the text');
}

/* The functions below run inside the page. */

function markFocusable() {
  const all = [...document.querySelectorAll('a[href], area[href], button, input, select, textarea, summary, [tabindex]')];
  const shown = all.filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.type !== 'hidden');
  shown.forEach((e, i) => e.setAttribute('data-test-stop', i));
  return shown.length;
}

async function lookAtFocus() {
  // The page scrolls to what has the focus on the next frame.
  for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const style = getComputedStyle(e);
  const hasRing = !['none', 'hidden'].includes(style.outlineStyle) && !/, 0\)$|transparent/.test(style.outlineColor);
  const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
  // Browsers leave in part below the edge what they can show in part.
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
  return {
    index: Number(e.getAttribute('data-test-stop') ?? -1),
    what: e.outerHTML.replace(/ data-test-stop="\d+"/, '').slice(0, 100),
    ring: hasRing ? parseFloat(style.outlineWidth) : 0,
    seen: box.width > 1 && box.height > 1 && top !== null && (e.contains(top) || top.contains(e)),
  };
}

/** What shows no ring when it has the focus. Runs inside the page, and presses no key. */
export function ringless() {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].slice(0, 300);
  return all.filter((e) => {
    e.focus({ preventScroll: true, focusVisible: true });
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
    const ground = getComputedStyle(document.body).backgroundColor;
    const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== ground;
    return document.activeElement === e && !isSeen;
  }).map((e) => e.outerHTML.slice(0, 100));
}

function notIn([order, count]) {
  const reached = new Set(order);
  return [...document.querySelectorAll('[data-test-stop]')]
    .filter((e) => Number(e.dataset.testStop) < count && !reached.has(Number(e.dataset.testStop)))
    .map((e) => e.outerHTML.replace(/ data-test-stop="\d+"/, '').slice(0, 100));
}
