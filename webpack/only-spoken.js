// Of a message catalogue, only the sentences that the functions can say: those whose code stands in a source
// file named below. A test of the built file holds that none is missing.
const { readdirSync, readFileSync, statSync } = require('node:fs');
const path = require('node:path');

const src = path.join(__dirname, '..', 'src');

/** Folders and files whose messages can reach a cell. */
const SPEAKERS = [
  'core/ceilings',
  'core/checks/across.ts',
  'core/checks/ceiling-findings.ts',
  'core/checks/ceiling-parameters.ts',
  'core/checks/evaluate.ts',
  'core/checks/figures.ts',
  'core/checks/finding.ts',
  'core/checks/outcome.ts',
  'core/checks/scope-findings.ts',
  'core/contracting-space/crisis-places.ts',
  'core/contracting-space/space-cut.ts',
  'core/contracting-space/treatment-share.ts',
  'core/financing/liability.ts',
  'core/financing/payable-above.ts',
  'core/forecast',
  'core/forecast-totals/domain-chance.ts',
  'core/region/equalisation.ts',
  'core/region/shares.ts',
  'core/rulebook',
  'core/tariffs',
  'functions',
];

function textOf(file) {
  if (statSync(file).isFile()) return readFileSync(file, 'utf8');
  return readdirSync(file)
    .map((name) => textOf(path.join(file, name)))
    .join('\n');
}

let spoken = null;
function readSpoken() {
  const text = SPEAKERS.map((name) => textOf(path.join(src, name))).join('\n');
  const found = (pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
  return {
    codes: new Set(found(/['"`]([a-z]+\.[a-z0-9.-]*[a-z0-9])['"`]/g)),
    starts: found(/`([a-z]+\.[a-z0-9.-]*)\$\{/g),
    ends: found(/`\$\{[a-zA-Z]+\}(-[a-z0-9-]+)`/g),
  };
}

function isSpoken(code, { codes, starts, ends }) {
  return (
    codes.has(code) ||
    starts.some((start) => code.startsWith(start)) ||
    ends.some((end) => code.endsWith(end) && codes.has(code.slice(0, -end.length)))
  );
}

module.exports = function onlySpoken(source) {
  spoken ??= readSpoken();
  for (const name of SPEAKERS) this.addDependency(path.join(src, name));
  const [head, ...entries] = source.split(/\n(?= {2}['"][a-z]+\.)/);
  const last = entries.pop() ?? '';
  const end = last.lastIndexOf('\n};');
  const kept = [...entries, last.slice(0, end)].filter((entry) =>
    isSpoken(/^ {2}['"]([^'"]+)['"]/.exec(entry)?.[1] ?? '', spoken),
  );
  return [head, ...kept].join('\n') + last.slice(end);
};
