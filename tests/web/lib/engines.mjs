// Takes nothing, gives the accessibility engines: their sources, and how each judges the page it was loaded into.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const SOURCES = ['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js', 'html_codesniffer/build/HTMLCS.js'];

/** The engines' programs. Each must be run once in a page before it can judge it. */
export async function load() {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(SOURCES.map((name) => readFile(resolve(name), 'utf8')));
}

/**
 * Every engine with its way to judge: `faults` are sure, each with a rule and an example; `human` names the rules about which
 * the engine asks a person. `judge` runs inside the page.
 */
export const ENGINES = [
  { name: 'axe', judge: judgeWithAxe },
  { name: 'ibm', judge: judgeWithIbm },
  { name: 'htmlcs', judge: judgeWithSniffer },
];

async function judgeWithAxe() {
  const values = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Sizes of targets and contrast at AAA are off unless asked for by name.
  const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
  const { violations, incomplete } = await globalThis.axe.run(document, {
    runOnly: { type: 'tag', values }, rules, resultTypes: ['violations', 'incomplete'], elementRef: false,
  });
  const faults = violations.map(({ id, help, nodes: [first, ...more] }) => ({
    rule: id,
    what: `${help} (${more.length + 1} times, e.g. ${first.html.slice(0, 160)}: ${(first.failureSummary ?? '').split('\n').slice(1).join('; ').trim()})`,
  }));
  return { faults, human: incomplete.map(({ id }) => id) };
}

async function judgeWithIbm() {
  const { results } = await new globalThis.ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
  const faults = results
    .filter(({ value: [, outcome] }) => outcome === 'FAIL')
    // A box that scrolls on a narrower screen than this has to be in reach of the keyboard, and nothing tells how wide a screen is.
    .filter(({ ruleId, snippet }) => !(ruleId === 'element_tabbable_role_valid' && snippet.includes('class="scroll"')))
    .map(({ ruleId, message, snippet }) => ({ rule: ruleId, what: `${message} ${snippet.slice(0, 160)}` }));
  const human = results.filter(({ value: [, outcome] }) => ['POTENTIAL', 'MANUAL'].includes(outcome)).map(({ ruleId }) => ruleId);
  return { faults, human };
}

async function judgeWithSniffer() {
  const messages = await new Promise((resolve, reject) => {
    globalThis.HTMLCS.process('WCAG2AAA', document, () => resolve(globalThis.HTMLCS.getMessages()), reject);
  });
  const rule = (code) => code.split('.').slice(3).join('-').toLowerCase();
  const isError = ({ type }) => type === globalThis.HTMLCS.ERROR;
  const faults = messages.filter(isError).map(({ code, msg, element }) => ({
    rule: rule(code), what: `${msg} ${element.outerHTML?.slice(0, 160) ?? ''}`,
  }));
  return { faults, human: messages.filter((m) => !isError(m)).map(({ code }) => rule(code)) };
}
