import { listRulebooks, type Rulebook } from '../../src/core';
import { RULE_REGISTER, type RuleEntry } from '../../src/core/rules/register';
import { goldenCases, validityCases } from './rules/case';

const FAMILIES: readonly (readonly [start: string, title: string])[] = [
  ['ZUT', 'Zutphen: plafonds van een gemeente'],
  ['ZWO', 'Zwolle: bekostigingsvormen'],
  ['IJS', 'IJsselland: regionale inkoop'],
  ['ACH', 'Achterhoek: lumpsum en segmenten'],
  ['ZK', 'Zilveren Kruis: contracteerruimte en tarieven (Wlz)'],
  ['NAT', 'Landelijk'],
  ['CHK', 'Eigen controles'],
];

const fileLink = (file: string): string => `[${file}](../test/golden/rules/${file})`;

const familyOf = (id: string): string =>
  [...FAMILIES].sort((a, b) => b[0].length - a[0].length).find(([start]) => id.startsWith(start))?.[0] ?? '';

function doorsText({ doors, code }: RuleEntry): string {
  if (code.length === 0) return 'leidraad: alleen te lezen (`rulebook show`)';
  const commands = [...(doors.fill ? ['fill'] : []), ...(doors.check ? ['check'] : []), ...doors.commands];
  return [
    commands.length === 0 ? '' : commands.map((name) => `\`${name}\``).join(' '),
    doors.fill || doors.check ? 'werkbank' : '',
    doors.functions.map((name) => `\`ZORG.${name}\``).join(' '),
    'core',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const codeText = ({ code }: RuleEntry): string =>
  code.length === 0 ? '–' : code.map(({ file, name }) => `[${name}](../src/core/${file})`).join(', ');

/** docs/regels.md: every rule with its source, code, golden cases and doors, from the register and the data. */
export function rulesPage(): string {
  const books = listRulebooks();
  const cases = goldenCases();
  const validities = validityCases();
  const holding = (id: string): Rulebook[] =>
    books.filter((book) => book.rules.some((rule) => rule.id === id));
  const lines = [
    '# De regels',
    '',
    'Deze bladzijde is gemaakt uit de code met `node scripts/rules-page.mjs`; een test faalt wanneer zij verouderd is.',
    'Van elke regel van elk meegeleverd regelboek staat hier: wat hij zegt, de bron, waar hij wordt berekend, de met de',
    'hand uitgerekende gevallen (onder, op en boven een grens; de dag vóór, de eerste, de laatste en de dag ná een',
    'geldigheid) en waar een gebruiker hem tegenkomt. Een bewering over een deur is getest: de deur is geopend en de',
    'regel kwam eruit.',
    '',
    `${RULE_REGISTER.length} regels · ${cases.length} gouden gevallen · ${validities.length} geldigheden van parameters, elk op vier dagen.`,
    '',
  ];
  for (const [family, title] of FAMILIES) {
    lines.push(`## ${title}`, '');
    for (const entry of RULE_REGISTER.filter(({ id }) => familyOf(id) === family)) {
      const own = holding(entry.id);
      const rule = own[0]?.rules.find(({ id }) => id === entry.id);
      const golden = cases.filter(({ rule: id }) => id === entry.id);
      const files = [...new Set(golden.map(({ file }) => file))];
      const spans = validities.filter(({ rule: id }) => id === entry.id).length;
      const source = rule ? `${rule.source.document}, ${rule.source.place}` : '–';
      const counted = [
        golden.length === 0 ? '' : `${golden.length} in ${files.map(fileLink).join(', ')}`,
        entry.threshold ? 'onder, op en boven de grens' : '',
        spans === 0 ? '' : `${spans} geldigheden van parameters`,
      ].filter((part) => part !== '');
      lines.push(
        `### ${entry.id}`,
        '',
        rule?.text.nl ?? '',
        '',
        `- bron: ${source}`,
        `- regelboeken: ${own.map(({ id }) => id).join(', ')}`,
        `- berekend in: ${codeText(entry)}`,
        `- gevallen: ${counted.length === 0 ? '–' : counted.join('; ')}`,
        `- deuren: ${doorsText(entry)}`,
        '',
      );
    }
  }
  lines.push('## De bronnen', '');
  const documents = new Map(books.flatMap((book) => Object.entries(book.documents)));
  for (const [id, title] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`- **${id}** ${title}`);
  return `${lines.join('\n')}\n`;
}
