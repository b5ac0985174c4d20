import { referencesOf, tokenise, translateFormula } from '../../src/workbook/formula';

describe('formula text', () => {
  it.each([
    'SUM(A1:B2,\'It\'\'s\'!$C$3:D4)*2%-"a ""b"" A1"',
    "IF(Tabel1[[#This Row],[Kop '] x]]>=1.5E-3,#N/A,{1,2;3,4})",
    '_xlfn.XLOOKUP(A1,Blad1:Blad3!A:A,$1:2)&[1]Ander!A1',
    'A1:INDEX(B:B,5) + naam_1.x\\y',
  ])('splits and joins back: %s', (formula) => {
    expect(
      tokenise(formula)
        .map(({ text }) => text)
        .join(''),
    ).toBe(formula);
  });

  it.each([
    ['A1+$A1+A$1+$A$1', 2, 3, 'D3+$A3+D$1+$A$1'],
    ['SUM(A:A,$B:C,1:1,$2:3)', 1, 1, 'SUM(B:B,$B:D,2:2,$2:4)'],
    ['A1', -1, 0, '#REF!'],
    ['\'A1\'!B2&"A1"&LOG10(A1)&A1x', 1, 0, '\'A1\'!B3&"A1"&LOG10(A2)&A1x'],
    ['A1:INDEX(B1:B5,2)', 1, 0, 'A2:INDEX(B2:B6,2)'],
    ['Tabel1[A1]+A1', 1, 0, 'Tabel1[A1]+A2'],
  ])('moves %s by %d rows and %d columns', (formula, rows, cols, moved) => {
    expect(translateFormula(formula, rows, cols)).toBe(moved);
  });

  it('tells what a formula reads', () => {
    expect(referencesOf("SUM('Blad 2'!A1:B2)+naam+Tabel1[Kop]+TRUE+[1]X!C3")).toEqual({
      areas: [
        {
          sheet: 'Blad 2',
          lastSheet: null,
          range: { top: 0, left: 0, bottom: 1, right: 1 },
          isRelative: true,
        },
      ],
      names: ['naam'],
      tables: ['Tabel1'],
      isOpaque: false,
    });
    expect(referencesOf('SUM(Blad1:Blad3!$A:$A)').areas).toEqual([
      {
        sheet: 'Blad1',
        lastSheet: 'Blad3',
        range: { top: 0, left: 0, bottom: 1048575, right: 0 },
        isRelative: false,
      },
    ]);
  });

  it.each([
    'OFFSET(A1,1,1)',
    'indirect("A1")',
    'A1:INDEX(B:B,2)',
    'A1#',
    '_xlfn.ANCHORARRAY(A1)',
    '[0]!Naam',
  ])('says when it cannot tell: %s', (formula) => {
    expect(referencesOf(formula).isOpaque).toBe(true);
  });

  it.each(['NOW()', 'TODAY()-A1', 'RAND()'])(
    'the clock and chance do not depend on what is written: %s',
    (formula) => {
      expect(referencesOf(formula).isOpaque).toBe(false);
    },
  );
});
