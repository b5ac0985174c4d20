// The writer of reports packs large sheets in a worker made from a text. A strict content-security policy
// forbids such a worker, and then the report never comes: in what a browser loads they are packed at once.
const IMPORT = /import \{ zip \} from 'fflate';/;

module.exports = function withoutWorker(source) {
  if (!IMPORT.test(source))
    throw new Error('write-excel-file/modules/zip has changed: look at webpack/without-worker.js');
  return source.replace(
    IMPORT,
    "import { zipSync } from 'fflate';\nconst zip = (files, done) => done(null, zipSync(files));",
  );
};
