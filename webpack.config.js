const { existsSync } = require('node:fs');
const path = require('node:path');

const functions = path.join(__dirname, 'webpack', 'functions.config.js');
const workbench = path.join(__dirname, 'webpack', 'workbench.config.js');
const taskpane = path.join(__dirname, 'webpack', 'taskpane.config.js');

/** One configuration per thing that is built; `--config-name` picks one. */
module.exports = [
  require('./webpack/cli.config.js'),
  ...(existsSync(functions) ? [require(functions)] : []),
  ...(existsSync(workbench) ? [require(workbench)].flat() : []),
  ...(existsSync(taskpane) ? [require(taskpane)] : []),
];
