import { findRulebook, parseRulebook, treatmentOf } from '../../../src/core';

const rulebook = findRulebook('zutphen-2023');
const treat = (description: string | null, code = 'X1'): string =>
  treatmentOf(rulebook, code, description, 'Jeugdwet').treatment;

describe('ZUT-06 and ZUT-09: products are known by name', () => {
  it.each([
    'SGGZ crisiszorg',
    'Crisiszorg SGGZ',
    'S-GGZ crisis',
    'Jeugd SGGZ (crisisdienst)',
    'Specialistische GGZ: crisis',
    'sggz-crisisbehandeling',
  ])('%s is excluded', (name) => expect(treat(name)).toBe('excluded'));

  it.each([
    'SGGZ behandeling',
    'Crisiszorg jeugd',
    'Crisisopvang Wmo',
    'Basis GGZ crisis',
    'Thuis GGZ crisis',
    'Begeleiding individueel',
    'Werk en meedoen',
  ])('%s counts', (name) => expect(treat(name)).toBe('counts'));

  it.each(['WerktMee arbeidsmatige dagbesteding', 'Dagbesteding Werkt Mee', 'WERKTMEE'])(
    '%s raises the ceiling',
    (name) => expect(treat(name)).toBe('volume-raised'),
  );

  it('a negated name counts and is doubtful', () => {
    const found = treatmentOf(rulebook, 'X', 'Behandeling excl. SGGZ crisis', 'Jeugdwet');
    expect([found.treatment, found.doubtful?.id]).toEqual(['counts', 'sggz-crisis']);
  });

  it('never by a code of its own: the sample codes mean nothing without their description', () => {
    expect([treat(null, '46G01'), treat(null, '07W01')]).toEqual(['counts', 'counts']);
    expect(JSON.stringify(rulebook)).not.toMatch(/46G01|07W01/);
  });

  it('a derived rulebook may list codes, and a product known by name only describes itself', () => {
    const json = {
      ...rulebook,
      productGroups: rulebook.productGroups.map((group) => ({ ...group, codes: ['46A03'] })),
    };
    const derived = parseRulebook(json, 'eigen.json');
    if (!('rulebook' in derived)) throw new Error('not valid');
    expect(treatmentOf(derived.rulebook, '46a03', null, 'Jeugdwet').by).toBe('code');
    expect(treat(null, 'SGGZ crisiszorg')).toBe('excluded');
  });
});
