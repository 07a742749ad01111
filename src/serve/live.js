// Asks whether there is something newer than this page, and shows it when there is. Only while the page is looked at:
// each question holds a connection, and browsers have few.
(() => {
  let { seen } = document.currentScript.dataset;
  const own = document.currentScript.getAttribute('src');
  let asked;

  // How the page looks: its style sheets, which may have changed where the page has not.
  const look = async (page) => {
    const text = ({ href }) => fetch(href, { cache: 'no-store' }).then((sheet) => sheet.text()).catch(() => '');
    return Promise.all([...page.querySelectorAll('link[rel=stylesheet]')].map(text));
  };
  let looks = look(document);

  // Puts the newer page in the place of this one, which is quicker than to load it and keeps the place where one reads. What
  // scripts of the page have done cannot be taken over: then it is loaded.
  const show = async () => {
    const answer = await fetch(location.href, { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const scripts = [...document.scripts, ...page.scripts].filter((script) => script.getAttribute('src') !== own);
    const next = page.querySelector(`script[src="${own}"]`);
    if (answer.redirected || !next || scripts.some((script) => !/json/.test(script.type))) return location.reload();
    seen = next.dataset.seen;
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    const before = await looks;
    looks = look(page);
    document.body.replaceWith(document.adoptNode(page.body));
    // The words are there already; how they look seldom changes.
    if (String(before) !== String(await looks)) return location.reload();
    return ask();
  };

  const ask = async () => {
    asked?.abort();
    if (document.hidden) return;
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`/_hustings/after/${seen}`, { cache: 'no-store', signal });
      if (answer.ok) return await show();
    } catch { /* The preview has ended, and may come back; or nobody looks. */ }
    if (!signal.aborted) setTimeout(ask, 1000);
  };

  document.addEventListener('visibilitychange', ask);
  ask();
})();
