import fc from 'fast-check';
import { parseDay, ReportingZone } from '../../time';
import { parseTable } from '../../http';
import { readTable } from './readTable';

const zone = ReportingZone.create('Europe/Stockholm');

describe('parseTable', () => {
  const cellsOf = (text: string) =>
    [...parseTable(text)].map(({ cells }) => cells);

  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa,b\r\n1,\r\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['a\n\n"x, ""y""\nz"\n', [['a'], ['x, "y"\nz']]],
    ['a,b', [['a', 'b']]],
    ['', []],
    ['a\n"b', [['a'], []]],
    ['a\nb"c\n', [['a'], []]],
  ])('reads %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('says on which line a row begins', () => {
    const lines = [...parseTable('a\n"1\n2"\nb\n')].map(({ line }) => line);
    expect(lines).toEqual([1, 2, 4]);
  });

  it('reads whatever is written as RFC 4180 has it', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r'),
    });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }));
    fc.assert(
      fc.property(rows, given => {
        const text = given
          .map(row =>
            row.map(each => `"${each.replaceAll('"', '""')}"`).join(','),
          )
          .join('\r\n');
        expect(cellsOf(text)).toEqual(given);
      }),
    );
  });
});

describe('readTable', () => {
  it('takes days, and instants in the reporting zone, and adds up', async () => {
    const { uses, faults } = await readTable(
      [
        'person,day,plugin,action,count',
        'user:default/ada,2026-10-01,catalog,navigate,2',
        'user:default/ada,2026-10-01T20:00:00Z,catalog,navigate,3',
        'user:default/ada,2026-10-01T22:30:00Z,catalog,,',
      ].join('\n'),
      zone,
    );
    expect(faults).toEqual([]);
    const use = {
      entityRef: 'user:default/ada',
      pluginId: 'catalog',
      action: 'navigate',
    };
    expect(uses).toEqual([
      { ...use, day: parseDay('2026-10-01'), count: 5 },
      { ...use, day: parseDay('2026-10-02'), count: 1 },
    ]);
  });

  it('names the lines that it cannot read, and quotes nothing of them', async () => {
    const { uses, faults } = await readTable(
      [
        'day,person,count',
        '2026-13-01,user:default/ada,1',
        '2026-10-01,ada,1',
        '2026-10-01,user:default/ada,many',
        '2026-10-01,user:default/ada',
        '2026-10-01,user:default/ada,1',
      ].join('\n'),
      zone,
    );
    expect(uses).toHaveLength(1);
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(JSON.stringify(faults)).not.toContain('ada,');
  });

  it.each([
    '',
    'day\n',
    'day,person,day\n',
    'day,person,team\n',
    'day;person\n',
  ])('refuses %j, whose first line is no header', async text => {
    await expect(readTable(text, zone)).rejects.toThrow('day and person');
  });
});
