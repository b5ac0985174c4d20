const { existsSync } = require('node:fs');
const path = require('node:path');

const workbench = path.join(__dirname, 'webpack', 'workbench.config.js');

/** One configuration per thing that is built; `--config-name` picks one. */
module.exports = [
  require('./webpack/cli.config.js'),
  ...(existsSync(workbench) ? [require(workbench)].flat() : []),
];
