const path = require('node:path');

/** The command line: one readable file for Node, everything it needs inside. */
module.exports = {
  name: 'cli',
  target: 'node20',
  mode: 'production',
  context: path.resolve(__dirname, '..'),
  entry: {
    plafondwijzer: './src/cli/main.ts',
    // One thread of the pool that checks a folder; found beside the command line itself.
    'check-worker': './src/cli/parallel/check-worker.ts',
  },
  node: { __dirname: false },
  output: {
    path: path.resolve(__dirname, '..', 'dist', 'cli'),
    filename: '[name].js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    // A name that isn't there is a defect, not a warning.
    parser: { javascript: { exportsPresence: 'error' } },
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
        },
      },
    ],
  },
  // Readable stack traces are worth more than a smaller file.
  optimization: { minimize: false },
  devtool: false,
  performance: false,
  stats: 'errors-warnings',
};
