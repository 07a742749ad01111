// Asks whether there is something newer than this page, and takes it when there is.
(async (seen) => {
  for (;;) {
    try {
      const answer = await fetch(`/_hustings/after/${seen}`, { cache: 'no-store' });
      if (answer.ok) return location.reload();
    } catch { /* The preview has ended; it may come back. */ }
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
  }
})(document.currentScript.dataset.seen);
