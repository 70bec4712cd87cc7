import { say } from 'backstage-plugin-adoption-metrics-common';
import { parseDay } from '../../time';
import { entityNamed } from '../__testUtils__/testEntities';
import { AppliedRule } from '../rules/StalenessRule';
import { ScanFinding } from '../ScanFinding';
import { judge } from './judge';

const now = 1_000_000;
const today = parseDay('2026-11-27')!;
const exempt = {
  'adoption-metrics/exempt-reason': 'is being sold',
  'adoption-metrics/exempt-until': '2027-01-31',
};

function rule(reason: string, grace = 0): AppliedRule {
  const evaluate = () => ({ sentence: `${reason}.`, hint: 'Repair it.' });
  const definition = say('text', { text: `it is ${reason}` });
  return { reason, definition, grace, evaluate };
}

function judgeBy(
  rules: AppliedRule[],
  {
    annotations,
    previous = [],
  }: { annotations?: Record<string, string>; previous?: ScanFinding[] } = {},
) {
  return judgeAll(rules, { annotations, previous }).found;
}

function judgeAll(
  rules: AppliedRule[],
  {
    annotations,
    previous = [],
  }: { annotations?: Record<string, string>; previous?: ScanFinding[] } = {},
) {
  return judge(
    {
      entity: entityNamed('a', { annotations }),
      owners: [],
      namedOwners: [],
      existingOwners: undefined,
      now,
    },
    previous,
    { rules, now, today },
  );
}

function at(since: number, found: ScanFinding): ScanFinding {
  return { ...found, since };
}

describe('judge', () => {
  it('lets the oldest reason that counts stand for the entity', () => {
    const [orphan, other] = judgeBy([rule('orphan'), rule('other')]);
    const previous = [at(20, orphan), at(10, other)];
    expect(
      judgeBy([rule('orphan'), rule('other')], { previous }),
    ).toMatchObject([
      { reason: 'orphan', since: 20, isFirst: false },
      { reason: 'other', since: 10, isFirst: true },
    ]);
  });

  it('lets none stand for it while none counts', () => {
    expect(judgeBy([rule('orphan', 1)])).toMatchObject([
      { counted: false, isFirst: false },
    ]);
  });

  it('judges by the other rules where one fails, and says so', () => {
    const broken = rule('broken');
    const previous = judgeBy([broken]);
    broken.evaluate = () => {
      throw new TypeError('labels is undefined');
    };
    const failures = [
      "rule 'broken' failed: an unexpected error occurred (type-error)",
    ];
    const rules = [broken, rule('orphan')];
    expect(judgeAll(rules)).toMatchObject({
      found: [{ reason: 'orphan', isFirst: true }],
      failures,
    });
    const known = [at(10, previous[0])];
    expect(judgeAll(rules, { previous: known })).toMatchObject({
      found: [
        { reason: 'broken', since: 10, isFirst: true },
        { reason: 'orphan', isFirst: false },
      ],
      failures,
    });
  });

  it('applies a rule to its kinds only', () => {
    const apis = { ...rule('a'), kinds: new Set(['api']) };
    const components = { ...rule('b'), kinds: new Set(['component']) };
    expect(judgeBy([apis, components])).toMatchObject([{ reason: 'b' }]);
  });

  it('counts nothing of an exempted entity, and says why', () => {
    const found = judgeBy([rule('b'), rule('a')], { annotations: exempt });
    const exemption = { reason: 'is being sold', until: '2027-01-31' };
    expect(found).toMatchObject([
      { reason: 'b', counted: false, isFirst: false, exemption },
      { reason: 'a', counted: false, isFirst: true, exemption },
    ]);
  });

  it('counts despite an exemption that is not valid, and says what is wrong', () => {
    const annotations = {
      ...exempt,
      'adoption-metrics/exempt-until': '2026-11-26',
    };
    expect(judgeBy([rule('a')], { annotations })).toMatchObject([
      {
        counted: true,
        hint: 'Repair it. Its exemption is not valid: it ended on 26 Nov 2026.',
      },
    ]);
  });
});
