import { distinctProviders, findProvider } from '../../src/flow/providers';

describe('providers in files', () => {
  it('are told apart as everywhere, each in its first spelling; blank names are nobody', () => {
    expect(
      distinctProviders(['', 'Stichting Voorbeeld 1', 'VOORBEELD-1', 'Voorbeeld 2 B.V.', ' ', 'voorbeeld 2']),
    ).toEqual(['Stichting Voorbeeld 1', 'Voorbeeld 2 B.V.']);
  });

  it('are found by another spelling', () => {
    expect(findProvider(['Voorbeeld 1', 'Voorbeeld 2'], 'stichting voorbeeld  2')).toBe('Voorbeeld 2');
    expect(findProvider(['Voorbeeld 1'], 'Voorbeeld 3')).toBeUndefined();
  });
});
