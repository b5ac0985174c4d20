// The browser workbench: a static site in dist/workbench, content-hashed, that asks nothing of other addresses.
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const DeskDemoPlugin = require('./desk-demo.js');
const { OfflinePlugin, scriptName } = require('./offline.js');

const root = join(__dirname, '..');
const from = (...parts) => join(root, ...parts);

module.exports = {
  name: 'workbench',
  target: ['web', 'es2022'],
  context: root,
  entry: {
    workbench: './src/taskpane/index.tsx',
    'service-worker': './src/taskpane/offline/service-worker.ts',
  },
  output: {
    path: from('dist', 'workbench'),
    filename: scriptName('[name].[contenthash:10].js'),
    chunkFilename: '[name].[contenthash:10].js',
    assetModuleFilename: '[name].[contenthash:10][ext]',
    publicPath: '',
    clean: true,
  },
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    // An import that isn't there is an error, not a warning.
    parser: { javascript: { strictExportPresence: true } },
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2022',
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      },
      // No module of ours does anything by being imported, but for these.
      { test: /src[\\/].*\.tsx?$/, sideEffects: false },
      {
        test: /src[\\/]taskpane[\\/](?:index\.tsx|fabric-config\.ts|excel[\\/]start\.tsx|worker[\\/]engine\.worker\.ts|offline[\\/]service-worker\.ts)$/,
        sideEffects: true,
      },
      { test: /\.(png|svg)$/, type: 'asset/resource' },
      { test: /\.css$/, type: 'asset/resource', use: require.resolve('./joined-css.js') },
      {
        test: /write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/,
        use: require.resolve('./without-worker.js'),
      },
    ],
  },
  optimization: {
    splitChunks: {
      cacheGroups: {
        vendor: {
          test: /node_modules[\\/](react|react-dom|scheduler|@fluentui|office-ui-fabric-react)[\\/]/,
          name: 'vendor',
          chunks: 'initial',
        },
      },
    },
  },
  plugins: [
    new HtmlPlugin({
      template: from('src', 'taskpane', 'index.html'),
      scriptLoading: 'defer',
      chunks: ['workbench'],
    }),
    new CopyPlugin({
      patterns: ['a', 'demo'].map((name) => ({
        from: '*.{xlsx,csv}',
        context: from('samples', name),
        to: 'demo',
      })),
    }),
    new DeskDemoPlugin('demo/inzendingen'),
    // The thirty submissions of the example are fetched when somebody asks for them.
    new OfflinePlugin({ alsoKept: '^demo/inzendingen/' }),
  ],
  // Engine code that slips into the first bundle is told by the build: the first view would wait for it.
  performance: { hints: 'warning', maxAssetSize: 1_750_000, maxEntrypointSize: 2_300_000 },
  stats: { preset: 'errors-warnings' },
};
