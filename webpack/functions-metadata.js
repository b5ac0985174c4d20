// Metadata and help pages of the Excel functions. The structure and the English texts come from the doc
// comments (custom-functions-metadata), the Dutch texts from src/functions/metadata.nl.json, the names of the
// arguments from the message catalogue. What is missing makes the build fail.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');
const { generateCustomFunctionsMetadata } = require('custom-functions-metadata');
const { helpIndex, helpPage } = require('./functions-help.js');

const root = path.join(__dirname, '..');
const definitions = path.join(root, 'src', 'functions', 'definitions');
const LANGUAGES = ['nl', 'en'];

/** Names of the arguments in both languages, as the messages use them. */
function argumentNames() {
  const file = path.join(root, 'src', 'messages', 'catalogues', 'functions.ts');
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const exported = {};
  new Function('exports', 'require', code)(exported, require);
  const { functionsMessages } = exported;
  return Object.fromEntries(
    Object.entries(functionsMessages)
      .filter(([key]) => key.startsWith('functions.argument.'))
      .map(([key, names]) => [key.slice('functions.argument.'.length), names]),
  );
}

/** Definition files that hold functions. */
const sources = () =>
  readdirSync(definitions)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(definitions, file))
    .filter((file) => /@customfunction/.test(readFileSync(file, 'utf8')))
    .sort();

/**
 * `{ nl, en }`: the metadata of each language, helpUrls starting with `baseUrl`. Errors: an Error that lists
 * everything that is wrong.
 */
async function functionsMetadata(baseUrl) {
  const generated = await generateCustomFunctionsMetadata(sources(), false);
  const problems = [...generated.errors];
  const names = argumentNames();
  const dutch = JSON.parse(readFileSync(path.join(root, 'src', 'functions', 'metadata.nl.json'), 'utf8'));
  const plain = generated.metadataJson ? JSON.parse(generated.metadataJson).functions : [];
  const functions = plain.sort((a, b) => (a.id < b.id ? -1 : 1));
  const translate = (language) =>
    functions.map((entry) => {
      const own = dutch.functions[entry.id];
      const description = language === 'nl' ? own?.description : entry.description;
      if (!description) problems.push(`${entry.id}: no ${language} description`);
      return {
        id: entry.id,
        // The same in every language: a workbook is shared between languages.
        name: entry.name,
        description,
        helpUrl: `${baseUrl}/help/${entry.id.toLowerCase()}.html${language === 'en' ? '#en' : ''}`,
        result: Object.keys(entry.result).length > 0 ? entry.result : { type: 'any' },
        parameters: entry.parameters.map((parameter) => {
          const name = names[parameter.name]?.[language];
          const about =
            language === 'nl'
              ? (own?.parameters?.[parameter.name] ?? dutch.parameters[parameter.name])
              : parameter.description;
          if (!name) problems.push(`${entry.id}.${parameter.name}: no ${language} name`);
          if (!about) problems.push(`${entry.id}.${parameter.name}: no ${language} description`);
          const { optional, repeating, dimensionality, type } = parameter;
          return {
            name,
            description: about,
            type,
            ...(dimensionality ? { dimensionality } : {}),
            ...(optional ? { optional } : {}),
            ...(repeating ? { repeating } : {}),
          };
        }),
      };
    });
  const result = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      // Error cells come in as such, so that a message can say which row holds one.
      {
        allowCustomDataForDataTypeAny: false,
        allowErrorForDataTypeAny: true,
        functions: translate(language),
      },
    ]),
  );
  for (const { id } of functions) {
    const file = path.join(root, 'docs', 'functions', `${id.toLowerCase()}.md`);
    if (!existsSync(file)) problems.push(`${id}: no help page docs/functions/${id.toLowerCase()}.md`);
  }
  if (problems.length > 0) throw new Error(`Excel functions:\n${problems.join('\n')}`);
  return result;
}

/** Emits `functions.nl.json`, `functions.en.json` and a help page per function. */
class FunctionsMetadataPlugin {
  constructor(baseUrl) {
    this.baseUrl = baseUrl;
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    const { Compilation, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: 'FunctionsMetadata', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          try {
            const metadata = await functionsMetadata(this.baseUrl);
            for (const language of LANGUAGES) {
              compilation.emitAsset(
                `functions.${language}.json`,
                new RawSource(`${JSON.stringify(metadata[language], null, 2)}\n`),
              );
            }
            metadata.nl.functions.forEach((entry, index) => {
              const file = path.join(root, 'docs', 'functions', `${entry.id.toLowerCase()}.md`);
              compilation.fileDependencies.add(file);
              const page = helpPage(readFileSync(file, 'utf8'), {
                nl: entry,
                en: metadata.en.functions[index],
              });
              compilation.emitAsset(`help/${entry.id.toLowerCase()}.html`, new RawSource(page));
            });
            compilation.emitAsset(
              'help/index.html',
              new RawSource(helpIndex({ nl: metadata.nl.functions, en: metadata.en.functions })),
            );
          } catch (error) {
            compilation.errors.push(new WebpackError(error.message));
          }
        },
      );
    });
  }
}

module.exports = { functionsMetadata, FunctionsMetadataPlugin };
