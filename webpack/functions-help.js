// A help page: the prose and example of docs/functions/NAME.md with the arguments of the metadata, in both
// languages on one page. The markdown it understands: `## ` headings, paragraphs, `code`, fenced blocks.

const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const inline = (text) => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Sections of a page by heading, each as blocks. */
function sections(markdown) {
  const found = new Map();
  let current = null;
  for (const part of markdown.split(/\n(?=## )/)) {
    const [first, ...rest] = part.split('\n');
    current = first.replace(/^#+ /, '').trim();
    found.set(current, rest.join('\n').trim());
  }
  return found;
}

function html(body) {
  return body
    .split(/(```[\s\S]*?```)/)
    .flatMap((part) => {
      if (part.startsWith('```')) {
        const code = part.replace(/^```\w*\n/, '').replace(/\n?```$/, '');
        return `<pre><code>${escape(code)}</code></pre>`;
      }
      return part
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.replace(/\n/g, ' ').trim())
        .filter((paragraph) => paragraph !== '')
        .map((paragraph) => `<p>${inline(paragraph)}</p>`);
    })
    .join('\n');
}

const WORDS = {
  nl: { arguments: 'Argumenten', optional: 'mag ontbreken', example: 'Voorbeeld', other: 'English' },
  en: { arguments: 'Arguments', optional: 'may be left out', example: 'Example', other: 'Nederlands' },
};

function part(language, entry, body, example) {
  const words = WORDS[language];
  const usage = `=ZORG.${entry.name}(${entry.parameters
    .map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name))
    .join('; ')})`;
  const rows = entry.parameters.map(
    (parameter) =>
      `<tr><th scope="row">${escape(parameter.name)}</th><td>${escape(parameter.description)}${
        parameter.optional ? ` <em>(${words.optional})</em>` : ''
      }</td></tr>`,
  );
  return `<section lang="${language}" id="${language}">
<h1>ZORG.${entry.name}</h1>
<p>${escape(entry.description)}</p>
<pre><code>${escape(usage)}</code></pre>
<h2>${words.arguments}</h2>
<table>${rows.join('\n')}</table>
${html(body)}
<h2>${words.example}</h2>
${html(example)}
</section>`;
}

/** The page of one function; `entries` holds its metadata in Dutch (`nl`) and English (`en`). */
function helpPage(markdown, entries) {
  const found = sections(markdown);
  for (const heading of ['Nederlands', 'English', 'Voorbeeld']) {
    if (!found.has(heading)) throw new Error(`ZORG.${entries.nl.name}: help page lacks "## ${heading}"`);
  }
  const example = found.get('Voorbeeld');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>ZORG.${entries.nl.name} – Plafondwijzer</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<nav><a href="#nl">Nederlands</a> · <a href="#en">English</a></nav>
${part('nl', entries.nl, found.get('Nederlands'), example)}
${part('en', entries.en, found.get('English'), example)}
</body>
</html>
`;
}

const INDEX = { nl: 'Functies in cellen', en: 'Functions in cells' };

/** The list of all functions, in both languages; `entries` holds the metadata per language. */
function helpIndex(entries) {
  const list = (language) => `<section lang="${language}" id="${language}">
<h1>${INDEX[language]}</h1>
<table>${entries[language]
    .map(
      ({ id, name, description }) =>
        `<tr><th scope="row"><a href="${id.toLowerCase()}.html${language === 'en' ? '#en' : ''}">ZORG.${name}</a></th><td>${escape(description)}</td></tr>`,
    )
    .join('\n')}</table>
</section>`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>${INDEX.nl} – Plafondwijzer</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<nav><a href="#nl">Nederlands</a> · <a href="#en">English</a></nav>
${list('nl')}
${list('en')}
</body>
</html>
`;
}

module.exports = { helpIndex, helpPage, sections };
