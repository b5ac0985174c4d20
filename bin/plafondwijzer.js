#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', 'dist', 'cli', 'plafondwijzer.js');

if (existsSync(program)) {
  require(program);
} else {
  process.stderr.write(
    'plafondwijzer: nog niet gebouwd / not built yet. ' +
      'Voer uit / run: npm install && npm run build:cli\n',
  );
  process.exitCode = 3;
}
