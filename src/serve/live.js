// Asks whether there is something newer than this page, and takes it when there is. Only while the page is looked at:
// each question holds a connection, and browsers have few.
((seen) => {
  let asked;
  const ask = async () => {
    asked?.abort();
    if (document.hidden) return;
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`/_hustings/after/${seen}`, { cache: 'no-store', signal });
      if (answer.ok) return location.reload();
    } catch { /* The preview has ended, and may come back; or nobody looks. */ }
    if (!signal.aborted) setTimeout(ask, 1000);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
})(document.currentScript.dataset.seen);
