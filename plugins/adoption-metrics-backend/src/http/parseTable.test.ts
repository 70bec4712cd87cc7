import fc from 'fast-check';
import { parseTable, TableRow } from './parseTable';

async function rowsOf(text: string): Promise<TableRow[]> {
  const rows = [];
  for await (const row of parseTable(text)) {
    rows.push(row);
  }
  return rows;
}

async function cellsOf(text: string): Promise<string[][]> {
  return (await rowsOf(text)).map(({ cells }) => cells);
}

jest.setTimeout(60_000);

/** Characters of the largest table that a route takes. */
const LARGEST = 16_000_000;

describe('parseTable', () => {
  it.each([
    ['a,b\n1,2\n', ['a|b', '1|2']],
    ['\ufeffa,b\r\n1,\r\n', ['a|b', '1|']],
    ['a;b\n"1,5";2\n', ['a|b', '1,5|2']],
    ['a\tb\r1\t2;3\r', ['a|b', '1|2;3']],
    ['a\n1;2\n', ['a', '1;2']],
    ['a\n\n"x, ""y""\nz"\n', ['a', 'x, "y"\nz']],
    ['a,b\n1, "2" \n', ['a|b', '1|2']],
    ['a\nb"c\n', ['a', 'b"c']],
    ['a,b', ['a|b']],
    ['a,b\n1,', ['a|b', '1|']],
    ['', []],
    ['\ufeff', []],
  ])('reads %j', async (text, rows) => {
    const read = await cellsOf(text);
    expect(read.map(cells => cells.join('|'))).toEqual(rows);
  });

  it('says on which line a row begins', async () => {
    const rows = await rowsOf('a\n"1\r\n2"\n\nb\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['a quotation mark that nothing closes', 'a,b\n1,"2\n3,4\n'],
    ['one that only doubled ones follow', 'a,b\n1,"""\n3,4\n'],
    ['text after a quoted cell', 'a,b\n1,"2"x\n3,4\n'],
    ['a quoted cell without end', `a,b\n1,"${'x'.repeat(20_000)}"\n3,4\n`],
    ['too many cells', `a,b\n${','.repeat(50)}\n3,4\n`],
  ])('reads the line after %s', async (_, text) => {
    const [, wrong, ...others] = await rowsOf(text);
    expect(wrong).toEqual({
      line: 2,
      cells: [],
      fault: expect.stringMatching(/^has .*; expected /),
    });
    expect(others).toEqual([{ line: 3, cells: ['3', '4'] }]);
  });

  it('reads whatever is written as RFC 4180 has it', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', '\t', ' '),
    });
    const row = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row), async given => {
        const text = ['a,b,c', ...given.map(written)].join('\r\n');
        expect(await cellsOf(text)).toEqual([['a', 'b', 'c'], ...given]);
      }),
    );
  });

  it.each([
    ['an endless cell', 'x', LARGEST],
    ['an endless quoted cell', '"x', LARGEST],
    ['quotation marks', '"', 1_000_000],
    ['separators', ',', LARGEST],
    ['empty lines', '\n', 1_000_000],
    ['quotation marks that open lines', '"x\n', 300_000],
    ['spaces', ' ', LARGEST],
  ])('reads %s to the end', async (_, piece, length) => {
    const text = `a,b\n1,${piece}${piece
      .slice(piece.length === 2 ? 1 : 0)
      .repeat(length)}`;
    await expect(countRows(text)).resolves.toBeGreaterThan(1);
  });
});

async function countRows(text: string): Promise<number> {
  let rows = 0;
  for await (const { line } of parseTable(text)) {
    rows += Math.sign(line);
  }
  return rows;
}

function written(cells: string[]): string {
  return cells.map(each => `"${each.replaceAll('"', '""')}"`).join(',');
}
