// Gives the service worker the list of files to keep and a version: a hash over their names and contents. A library
// for this would bring a run-time of its own for what is fifty lines (docs/decisions).
const { createHash } = require('node:crypto');

const SCRIPT = 'service-worker.js';
/** Not needed to run. */
const isLeftOut = (file) => file === SCRIPT || /\.(?:map|txt)$/.test(file);

class OfflinePlugin {
  /** `alsoKept`: files that are kept only once they were asked for, as a regular expression over their names. */
  constructor({ alsoKept = null } = {}) {
    this.alsoKept = alsoKept;
  }

  apply(compiler) {
    const { ConcatSource, RawSource } = compiler.webpack.sources;
    const { Compilation } = compiler.webpack;
    const isAsked = this.alsoKept === null ? null : new RegExp(this.alsoKept);
    compiler.hooks.thisCompilation.tap('Offline', (compilation) => {
      compilation.hooks.processAssets.tap(
        // After the names have got their hashes and the page was made.
        { name: 'Offline', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        (assets) => {
          const files = Object.keys(assets)
            .filter((file) => !isLeftOut(file) && !isAsked?.test(file.replaceAll('\\', '/')))
            .sort();
          const hash = createHash('sha256');
          for (const file of files) hash.update(file).update('\0').update(assets[file].buffer());
          const site = {
            version: hash.digest('hex').slice(0, 16),
            files: files.map((file) => file.replaceAll('\\', '/')),
            alsoKept: this.alsoKept,
          };
          compilation.updateAsset(
            SCRIPT,
            (script) => new ConcatSource(new RawSource(`self.site=${JSON.stringify(site)};\n`), script),
          );
        },
      );
    });
  }
}

/** The name of a script: the service worker's is always the same, so that browsers find its next version. */
const scriptName = (pattern) => (data) => (data.chunk.name === 'service-worker' ? SCRIPT : pattern);

module.exports = { OfflinePlugin, scriptName };
