import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { parseDay } from '../time';
import { entityNamed } from './__testUtils__/testEntities';
import { readExemption } from './exemption';

const today = parseDay('2026-11-27')!;
const REASON = 'adoption-metrics/exempt-reason';
const UNTIL = 'adoption-metrics/exempt-until';

function read(annotations: Record<string, string>) {
  return readExemption(entityNamed('a', { annotations }), today);
}

describe('readExemption', () => {
  it('finds none where there is none', () => {
    expect(read({ 'example.com/x': 'y' })).toEqual({ status: 'none' });
  });

  it.each(['2026-11-27', '2027-01-31'])('holds through %s', until => {
    expect(read({ [REASON]: ' is being sold ', [UNTIL]: until })).toEqual({
      status: 'valid',
      exemption: { reason: 'is being sold', until },
    });
  });

  it.each<[Record<string, string>, string]>([
    [{ [REASON]: 'x' }, `${UNTIL} is missing`],
    [{ [UNTIL]: '2027-01-31' }, `${REASON} is missing`],
    [{ [REASON]: ' ', [UNTIL]: '2027-01-31' }, `${REASON} is missing`],
    [
      { [REASON]: 'x', [UNTIL]: '31 January' },
      `${UNTIL} is '31 January'; expected days such as '2027-01-31'`,
    ],
    [{ [REASON]: 'x', [UNTIL]: '2026-11-26' }, 'it ended on 26 Nov 2026'],
  ])('does not hold with %j', (annotations, problem) => {
    const found = read(annotations);
    expect(found.status).toBe('invalid');
    expect('problem' in found && inEnglish(found.problem)).toBe(problem);
  });
});
