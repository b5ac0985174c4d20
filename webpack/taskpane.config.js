// The task pane in Excel: the pane of the workbench on top of Office's library, beside the functions in dist/addin.
// taskpane.html is the one page of the shared runtime: it loads office.js and the functions as plain scripts first.
const { join } = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const { OfflinePlugin, scriptName } = require('./offline.js');
const workbench = require('./workbench.config.js');

const root = join(__dirname, '..');
const from = (...parts) => join(root, ...parts);

module.exports = {
  ...workbench,
  name: 'taskpane',
  // Excel for Mac shows pages in the Safari of its system.
  target: ['web', 'es2020'],
  entry: {
    taskpane: './src/taskpane/excel/start.tsx',
    'service-worker': './src/taskpane/offline/service-worker.ts',
  },
  output: {
    path: from('dist', 'addin'),
    filename: scriptName('pane/[name].[contenthash:10].js'),
    chunkFilename: 'pane/[name].[contenthash:10].js',
    assetModuleFilename: 'pane/[name].[contenthash:10][ext]',
    // A worker in pane/ finds its parts from where it stands itself.
    publicPath: 'auto',
    // The rest of the folder belongs to the functions.
    clean: { keep: (file) => !file.replace(/\\/g, '/').startsWith('pane/') },
  },
  devtool: false,
  plugins: [
    new HtmlPlugin({
      template: from('src', 'taskpane', 'taskpane.html'),
      filename: 'taskpane.html',
      scriptLoading: 'defer',
      chunks: ['taskpane'],
    }),
    // The functions, their texts and Office's library come from other builds or from Microsoft.
    new OfflinePlugin({
      alsoKept: '^(?:functions[.\\w-]*\\.(?:js|json)|office-js/.+\\.js|help/.+|assets/.+)$',
    }),
  ],
};
