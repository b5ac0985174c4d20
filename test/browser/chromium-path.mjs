// Unpacks the Chromium that comes with the test dependencies and prints where it is. Apart, because that package
// is an ES module that has to see these variables before it is loaded.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
// A fresh folder: a binary that an earlier version left behind would be used as it is.
const folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-chromium-'));
process.env.TMPDIR = folder;
const { default: chromium } = await import('@sparticuz/chromium');
const path = await chromium.executablePath();
// The package's own font configuration looks in /tmp/fonts; without a font, text fields bring the page down.
writeFileSync(
  join(folder, 'fonts', 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
);
const { LD_LIBRARY_PATH } = process.env;
process.stdout.write(
  JSON.stringify({ path, folder, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH: join(folder, 'fonts') } }),
);
