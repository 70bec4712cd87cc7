import { parseDay, ReportingZone } from '../../time';
import { readTable } from './readTable';

const zone = ReportingZone.create('Europe/Stockholm');

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
    ['', "has no column 'day'"],
    ['day\n', "has no column 'person'"],
    ['2026-11-27,user:default/ada\n', "has no column 'day'"],
    ['day,person,day\n', "has the column 'day' twice"],
    ['day,person,team\n', 'has an unknown column as number 3'],
    ['day person\n', "has no column 'day'"],
  ])('refuses %j, whose first line is no header', async (text, fault) => {
    await expect(readTable(text, zone)).rejects.toThrow(
      `the first line of 'csv' ${fault}; expected the names of its columns, each once: day, person, and any of plugin, action, count`,
    );
  });
});
