// Rulebooks of one purchaser and several years say most things in the same words, but too far apart in the file for
// it to compress well. In the functions file the rules and parameters of all rulebooks stand together in one table,
// in order of their id, equal ones once; each rulebook refers to them. A value that holds as long as its rulebook is
// written without its days, so that the same value of two years is one entry. The table is the module
// shared-texts.table.js; what comes out is equal to the JSON (test/functions/shared-texts.test.ts).
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, '..', 'src', 'core', 'rulebooks');
const table = path.join(__dirname, 'shared-texts.table.js');

const LISTS = ['rules', 'parameters', 'productGroups'];

const nameOf = (file) => `book_${path.basename(file, '.json').replace(/[^a-z0-9]/gi, '_')}`;

const quoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** An entry without the days that are its rulebook's own. */
function dateless(entry, { from, until }) {
  if (!entry.values) return JSON.stringify(entry);
  const values = entry.values.map((value) => ({
    ...value,
    from: value.from === from ? undefined : value.from,
    until: value.until === until ? undefined : value.until,
  }));
  return JSON.stringify({ ...entry, values });
}

/** How an entry gets those days back. */
const DATED = `({from,until})=>(index)=>{const entry=all[index];return entry.values?{...entry,values:entry.values.map((value)=>({from,until,...value}))}:entry}`;

function tableCode() {
  const books = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, json: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }));
  const entries = new Map();
  for (const { json } of books) {
    for (const list of LISTS) {
      for (const entry of json[list]) entries.set(dateless(entry, json.validity), `${list} ${entry.id}`);
    }
  }
  const order = [...entries]
    .sort(([a, keyA], [b, keyB]) => (keyA === keyB ? (a < b ? -1 : 1) : keyA < keyB ? -1 : 1))
    .map(([text]) => text);
  const at = new Map(order.map((text, index) => [text, index]));
  const bookCode = (json) =>
    `{${Object.entries(json)
      .map(([key, value]) =>
        LISTS.includes(key)
          ? `${key}:[${value.map((entry) => at.get(dateless(entry, json.validity))).join(',')}].map(dated(${JSON.stringify(json.validity)}))`
          : `${JSON.stringify(key)}:${JSON.stringify(value)}`,
      )
      .join(',')}}`;
  return [
    // One text: a minifier would put single entries back into their rulebooks.
    `const all=JSON.parse(${quoted(`[${order.join(',')}]`)}),dated=${DATED};`,
    ...books.map(({ name, json }) => `export const ${nameOf(name)}=${bookCode(json)};`),
  ].join('\n');
}

module.exports = function sharedTexts() {
  this.addContextDependency(folder);
  if (this.resourcePath === table) return tableCode();
  return `export{${nameOf(this.resourcePath)} as default}from${JSON.stringify(table)};`;
};
module.exports.tableCode = tableCode;
module.exports.nameOf = nameOf;
