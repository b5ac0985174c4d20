// What Excel loads, as a static site in dist/addin: the functions as one plain script, their metadata in both
// languages, help pages, icons, and Microsoft's own office.js unmodified.
// PLAFONDWIJZER_ADDIN_URL is the address the site will have; manifest and help addresses follow it.
const path = require('node:path');
const webpack = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const { FunctionsMetadataPlugin } = require('./functions-metadata.js');

const root = path.join(__dirname, '..');
const from = (...parts) => path.join(root, ...parts);
const LOCAL = 'https://localhost:3000';
const baseUrl = (process.env.PLAFONDWIJZER_ADDIN_URL ?? LOCAL).replace(/\/+$/, '');
/** The part of office.js that Excel on Windows, Mac and the web loads, with Dutch and English texts. */
const OFFICE_FILES =
  /^(?:office|o15apptofilemappingtable|excel(?:-(?:web|win32|winrt|mac)-[\d.]+(?:-core)?|-15[\d.]*|webapp-15[\d.]*))\.js$|^(?:nl-nl|nl-be|en-us|en-gb)\/office_strings\.js$|^(?:telemetry|ariatelemetry)\/[\w.-]+(?<!debug)\.js$/;
const office = from('node_modules', '@microsoft', 'office-js', 'dist');

/** Replaces what a folder's modules ask for by a file of src/functions. */
const replaceIn = (folder, request, by) =>
  new webpack.NormalModuleReplacementPlugin(request, (resource) => {
    if (folder.test(resource.context)) resource.request = from('src', 'functions', by);
  });

module.exports = {
  name: 'functions',
  target: ['web', 'es2020'],
  mode: 'production',
  context: root,
  entry: { functions: './src/functions/index.ts' },
  output: {
    path: from('dist', 'addin'),
    filename: '[name].js',
    // The page and its scripts are built by taskpane.config.js.
    clean: { keep: /^(?:pane[\\/]|taskpane\.html$|service-worker\.js$)/ },
    publicPath: '',
  },
  devtool: false,
  resolve: {
    extensions: ['.ts', '.js'],
    // The whole of ICU syntax is an eighth of the file; the sentences need little of it.
    alias: { 'intl-messageformat$': from('src', 'functions', 'sentence-format.ts') },
  },
  module: {
    parser: { javascript: { exportsPresence: 'error' } },
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2020' } },
        // No module of ours does anything by being imported, but for the two entries.
        sideEffects: false,
      },
      { test: /zod[\\/]v4[\\/]core[\\/]util\.js$/, loader: path.join(__dirname, 'without-probe.js') },
      {
        test: /zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/,
        loader: path.join(__dirname, 'without-json-schema.js'),
      },
      {
        test: /src[\\/]messages[\\/]catalogues[\\/](?:checks|finance|forecast|region|steps|tariffs|totals|wlz)\.ts$/,
        enforce: 'pre',
        loader: path.join(__dirname, 'only-spoken.js'),
      },
      {
        test: [/src[\\/]core[\\/]rulebooks[\\/].*\.json$/, /shared-texts\.table\.js$/],
        type: 'javascript/auto',
        loader: path.join(__dirname, 'shared-texts.js'),
        sideEffects: false,
      },
      { test: /src[\\/]functions[\\/]index\.ts$/, sideEffects: true },
    ],
  },
  plugins: [
    // Never reached once the probe says no, and forbidden by a strict content-security policy.
    replaceIn(/zod[\\/]v4[\\/]core$/, /^\.\/doc\.js$/, 'no-compiler.js'),
    replaceIn(
      /src[\\/]messages$/,
      /^\.\/catalogues\/(?:allocations|anonymise|charts|cli|corrections|desk|excel|fill|flow|format|intake|messages-in|months|outlook|pane|prognosis|report|scenarios|snapshots|submissions|ways|workbook)$/,
      'no-messages.js',
    ),
    replaceIn(/src[\\/]core[\\/]production$/, /^\.\/rule-fields$/, 'no-rule-fields.js'),
    new FunctionsMetadataPlugin(baseUrl),
    new CopyPlugin({
      patterns: [
        { from: 'src/functions/page/help.css', to: 'help/help.css' },
        { from: 'assets/ribbon/*.png', to: 'assets/ribbon/[name][ext]' },
        {
          from: 'manifest.xml',
          to: 'manifest.xml',
          transform: (content) => content.toString('utf8').replaceAll(LOCAL, baseUrl),
        },
        {
          from: office,
          to: 'office-js',
          filter: (file) => OFFICE_FILES.test(path.relative(office, file).replaceAll('\\', '/')),
        },
        { from: from('node_modules', '@microsoft', 'office-js', 'LICENSE.md'), to: 'office-js/LICENSE.md' },
      ],
    }),
  ],
  performance: false,
  stats: 'errors-warnings',
};
