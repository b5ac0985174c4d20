// The example of thirty submissions, made while the workbench is built: scripts/desk-demo.mjs.

/** Emits the files of the example into a folder of the build. */
module.exports = class DeskDemoPlugin {
  constructor(folder) {
    this.folder = folder;
  }

  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('DeskDemo', (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: 'DeskDemo', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const { deskDemo, deskDemoIndex } = await import('../scripts/desk-demo.mjs');
          const files = deskDemo();
          files.set('index.json', Buffer.from(JSON.stringify(deskDemoIndex(files))));
          for (const [file, bytes] of files)
            compilation.emitAsset(`${this.folder}/${file}`, new sources.RawSource(bytes));
        },
      );
    });
  }
};
