// Makes one stylesheet of one that imports others, so that a page asks for one file: `@import './x.css';` becomes what
// x.css says.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

module.exports = function joined(style) {
  return style.replace(/^@import '(.+)';$/gm, (_, name) => {
    const file = join(this.context, name);
    this.addDependency(file);
    return readFileSync(file, 'utf8');
  });
};
