import { providerKey, sameProvider } from '../../../src/core';

describe('provider names', () => {
  it.each([
    ['Stichting Voorbeeld 11', 'stichting  voorbeeld 11'],
    ['Zorg & Co B.V.', 'Zorg en Co'.replace(' en ', ' & ')],
    ['Coöperatie De Brug U.A.', 'de brug'],
    ['', 'Stichting Voorbeeld 11'],
  ])('%p and %p are one', (a, b) => expect(sameProvider(a, b)).toBe(true));

  it.each([
    ['Stichting Voorbeeld 11', 'Stichting Voorbeeld 12'],
    ['Stichting Voorbeeld 1', 'Stichting Voorbeeld 11'],
  ])('%p and %p are two', (a, b) => expect(providerKey(a) === providerKey(b)).toBe(false));
});
