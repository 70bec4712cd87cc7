import { formatCsv } from './csv';

describe('formatCsv', () => {
  it('leaves cells of the unknown empty', () => {
    const rows = [{ name: 'a', people: 0 }, { people: null }];
    expect(formatCsv(['name', 'people'], rows)).toBe(
      'name,people\r\na,0\r\n,\r\n',
    );
  });

  it('quotes what would end a cell', () => {
    const rows = [{ name: 'Tools, "core"' }, { name: 'a\nb' }];
    expect(formatCsv(['name'], rows)).toBe(
      'name\r\n"Tools, ""core"""\r\n"a\nb"\r\n',
    );
  });

  it('quotes what would end a cell where spreadsheets use semicolons', () => {
    const rows = [{ name: 'a;=1+1' }, { name: 'a\t=1+1' }];
    expect(formatCsv(['name'], rows)).toBe('name\r\n"a;=1+1"\r\n"a\t=1+1"\r\n');
  });

  it.each(['=1', '+1', '-1', '@a', ' =1', '\t=1', '\n=1', '＝1', '＠a'])(
    'disarms %j',
    name => {
      const [, cell] = formatCsv(['name'], [{ name }]).split(/\r\n"?/);
      expect(cell).toMatch(/^'/);
    },
  );

  it('disarms texts that a spreadsheet would run, and no numbers', () => {
    const rows = [{ name: '=HYPERLINK(1)', change: -3 }];
    expect(formatCsv(['name', 'change'], rows)).toBe(
      "name,change\r\n'=HYPERLINK(1),-3\r\n",
    );
  });
});
