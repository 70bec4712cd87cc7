import {
  Metric,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import { ReportingZone } from '../../time';
import { answersOf, publishedWith } from '../__testUtils__/decisionFixtures';
import { AnswerValues } from '../answers';
import { conditionsOf } from '../checklist/conditions';
import { Facts } from '../facts';
import { factsOf, metric } from './__testUtils__/organization';
import { OptionsReporter } from './OptionsReporter';
import { optionsToCsv } from './table';

interface Organization {
  answers: Partial<AnswerValues>;
  readiness?: Record<string, boolean>;
  facts: Partial<Facts>;
  deadline?: 'missed' | 'at-risk';
}

/** 150 people, 2 of them on the portal, 12 months, 20 plugins, no sponsor. */
const failed: Organization = {
  answers: {
    team: 2,
    hosting: 'self-hosted',
    sponsor: false,
    months: 12,
    frontendSkills: 'weak',
    horizonYears: 1,
    customization: 'limited',
    monthsUntilNeeded: 6,
    internalTools: false,
    budgetPerYear: 350_000,
    catalogDiscipline: false,
  },
  facts: {
    developers: 150,
    active: 12,
    metrics: metricsOf('missed', 12, 150),
    usedPlugins: Array.from({ length: 20 }, (_, index) => `plugin-${index}`),
  },
  deadline: 'missed',
};

/** 500 people, 5 of them on a managed portal, 18 months, a sponsor. */
const succeeded: Organization = {
  answers: { team: 5, hosting: 'managed', sponsor: true, months: 18 },
  facts: {
    developers: 500,
    active: 250,
    metrics: metricsOf('met', 250, 500),
    usedPlugins: ['a', 'b', 'c', 'd', 'e'],
  },
};

function metricsOf(
  status: Metric['status'],
  numerator: number,
  denominator: number,
): Metric[] {
  return [
    metric('active-users', { status, numerator, denominator }),
    metric('page-load', { status }),
    metric('uptime', { status }),
    metric('stale-entities', { status }),
  ];
}

function report({ answers, readiness, facts, deadline }: Organization) {
  const published = publishedWith();
  const known = {
    answers: answersOf(answers, readiness),
    facts: factsOf(facts),
  };
  const conditions: PortalCondition[] = conditionsOf({
    answers: known.answers,
    published,
    usedPlugins: facts.usedPlugins,
    goal: 0.3,
  });
  const status = deadline && {
    state: deadline,
    sentence: `It is ${deadline}.`,
    deadline: { goal: 0.3 },
  };
  return new OptionsReporter({
    zone: ReportingZone.create('UTC'),
    published: { read: async () => published },
    answers: { read: async () => known.answers },
    facts: { read: async () => known.facts },
    pilot: {
      read: async () => ({
        firstVisitOn: undefined,
        months: undefined,
        teams: undefined,
      }),
    },
    deadlineStatus: { read: async () => status as never },
    conditions: async () => conditions,
  }).report('rank');
}

async function statesOf(organization: Organization) {
  const { options } = await report(organization);
  return Object.fromEntries(options.map(({ id, state }) => [id, state]));
}

describe('a portal that failed', () => {
  it('meets no target, has five causes, and has missed its deadline: pivot', async () => {
    const { verdict } = await report(failed);
    expect(verdict).toMatchObject({
      state: 'pivot',
      met: 0,
      deadline: 'missed',
    });
    expect(verdict.causes).toHaveLength(5);
  });

  it('is told to move to Port, and why not to a custom portal', async () => {
    const { recommendation, approach, options } = await report(failed);
    expect(recommendation).toMatchObject({
      state: 'recommended',
      options: ['port'],
    });
    expect(recommendation.reasons).toEqual([
      'Your team of 2 FTE covers the 0.5 to 1 FTE it takes.',
      'It costs $125,000 to $350,000 per year, all-in.',
    ]);
    const custom = recommendation.others.find(
      ({ option }) => option === 'custom-portal',
    );
    expect(custom!.reason).toBe(
      'Internal tools: Internal tools to build on. You have no internal tools. Customization: Unique customization. You need limited customization.',
    );
    expect(approach.label).toBe('buy');
    expect(options[0]).toMatchObject({ id: 'port', rank: 1 });
  });

  it('takes Port for the closest before it has answered everything', async () => {
    const { team, hosting, sponsor, months } = failed.answers;
    const answers = { team, hosting, sponsor, months };
    const { recommendation } = await report({ ...failed, answers });
    expect(recommendation).toMatchObject({
      state: 'provisional',
      options: ['port'],
    });
    expect(recommendation.toAnswer).toContainEqual({
      option: 'port',
      questions: ['customization', 'monthsUntilNeeded'],
    });
  });

  it('is short of 5 people by itself, of 2 with a provider, of none for products', async () => {
    const { options, staffing } = await report(failed);
    const gaps = options.map(({ id, team }) => [id, team!.gap]);
    expect(Object.fromEntries(gaps)).toEqual({
      'self-hosted-backstage': 5,
      'simplified-backstage': 2,
      'managed-backstage': 2,
      port: 0,
      cortex: 0,
      'custom-portal': 0,
    });
    expect(staffing.state).toBe('not-viable');
  });
});

describe('a portal that succeeded', () => {
  it('meets all four targets and every condition: stay', async () => {
    const { verdict, staffing } = await report(succeeded);
    expect(verdict).toMatchObject({ state: 'stay', met: 4, causes: [] });
    expect(verdict.unknown).toEqual([]);
    expect(staffing.state).toBe('managed-only');
  });

  it('knows of no option that fits before it is asked', async () => {
    const states = Object.values(await statesOf(succeeded));
    expect(states).not.toContain('fits');
  });
});

describe('the published options', () => {
  const able: Partial<AnswerValues> = {
    team: 7,
    frontendSkills: 'strong',
    horizonYears: 3,
    customization: 'unique',
    monthsUntilNeeded: 18,
    internalTools: true,
    budgetPerYear: 300_000,
    catalogDiscipline: true,
  };
  const stateOf = async (
    id: string,
    answers: Partial<AnswerValues>,
    developers: number,
  ) =>
    (await statesOf({ answers, facts: { ...failed.facts, developers } }))[id];

  it.each<[string, number, Partial<AnswerValues>, string]>([
    ['self-hosted-backstage', 500, {}, 'fits'],
    ['self-hosted-backstage', 499, {}, 'unfit'],
    ['self-hosted-backstage', 500, { team: 6.9 }, 'unfit'],
    ['self-hosted-backstage', 500, { frontendSkills: 'moderate' }, 'unfit'],
    ['self-hosted-backstage', 500, { catalogDiscipline: false }, 'unfit'],
    ['self-hosted-backstage', 500, { horizonYears: 2.9 }, 'unfit'],
    ['self-hosted-backstage', 500, { customization: 'moderate' }, 'unfit'],
    ['self-hosted-backstage', 500, { monthsUntilNeeded: 17 }, 'unknown'],
    ['self-hosted-backstage', 500, { monthsUntilNeeded: 5 }, 'unfit'],
    ['simplified-backstage', 300, { team: 4 }, 'fits'],
    ['simplified-backstage', 300, { team: 3.9 }, 'unfit'],
    ['managed-backstage', 300, { team: 4 }, 'fits'],
    ['managed-backstage', 300, { team: 3.9 }, 'unfit'],
    ['port', 499, { customization: 'limited' }, 'fits'],
    ['port', 500, { customization: 'limited' }, 'unfit'],
    ['port', 499, { customization: 'limited', team: 0.5 }, 'fits'],
    ['port', 499, { customization: 'limited', team: 0.4 }, 'unfit'],
    ['port', 499, { customization: 'moderate' }, 'unfit'],
    ['cortex', 199, { customization: 'moderate' }, 'unfit'],
    ['cortex', 200, { customization: 'moderate' }, 'fits'],
    ['cortex', 1_000, { customization: 'moderate' }, 'fits'],
    ['cortex', 1_001, { customization: 'moderate' }, 'unfit'],
    ['cortex', 200, { customization: 'moderate', team: 0.9 }, 'unfit'],
    ['custom-portal', 50, { team: 2 }, 'fits'],
    ['custom-portal', 50, { team: 1.9 }, 'unfit'],
    ['custom-portal', 50, { internalTools: false }, 'unfit'],
    ['custom-portal', 50, { budgetPerYear: 299_999 }, 'unfit'],
    ['custom-portal', 50, { customization: 'limited' }, 'unfit'],
  ])(
    '%s with %d developers and %j: %s',
    async (id, developers, answers, state) => {
      expect(await stateOf(id, { ...able, ...answers }, developers)).toBe(
        state,
      );
    },
  );

  it('rule themselves out by a need in 5 months', async () => {
    const timeStates = async (monthsUntilNeeded: number) => {
      const { options } = await report({
        answers: { monthsUntilNeeded },
        facts: failed.facts,
      });
      const states = options.map(({ id, requirements }) => [
        id,
        requirements.find(each => each.id === 'timeToValue')!.state,
      ]);
      return Object.fromEntries(states);
    };
    expect(await timeStates(5)).toEqual({
      'self-hosted-backstage': 'not-met',
      'simplified-backstage': 'not-met',
      'managed-backstage': 'not-met',
      port: 'met',
      cortex: 'met',
      'custom-portal': 'unknown',
    });
  });

  it('say which way to go', async () => {
    const labelOf = async (
      answers: Partial<AnswerValues>,
      developers: number,
    ) =>
      (await report({ answers, facts: { ...failed.facts, developers } }))
        .approach.label;
    expect(await labelOf(able, 500)).toBe('build');
    const few = { ...able, team: 1, customization: 'limited' } as const;
    expect(await labelOf(few, 300)).toBe('buy');
    expect(
      await labelOf({ ...able, internalTools: false, team: 5 }, 1_500),
    ).toBe('extend');
    expect(await labelOf({}, 300)).toBeNull();
  });

  it('expect people by their adoption, and cost what they are reckoned at', async () => {
    const { options } = await report({
      answers: {},
      facts: { ...failed.facts, developers: 300 },
    });
    const people = options.map(({ id, adoption }) => [id, adoption?.people]);
    expect(Object.fromEntries(people)).toMatchObject({
      'self-hosted-backstage': { low: 30, high: 30 },
      port: { low: 120, high: 180 },
      cortex: { low: 90, high: 150 },
      'custom-portal': { low: 90, high: 210 },
    });
    const allIn = options.map(({ id, cost }) => [id, cost.allIn]);
    expect(Object.fromEntries(allIn)).toMatchObject({
      port: { low: 125_000, high: 350_000 },
      cortex: { low: 190_000, high: 450_000 },
      'managed-backstage': { low: 650_000, high: 1_200_000 },
      'custom-portal': { low: 300_000, high: 750_000 },
      'self-hosted-backstage': { low: 1_050_000, high: 2_250_000 },
    });
  });

  it('are ready only if every question is answered with yes', async () => {
    const ids = ['staff', 'skills', 'catalog', 'sponsor', 'patience'];
    const yes = Object.fromEntries(ids.map(id => [id, true]));
    const stateWith = async (readiness: Record<string, boolean>) =>
      (await report({ ...failed, readiness })).readiness.state;
    expect(await stateWith(yes)).toBe('ready');
    expect(await stateWith({ ...yes, sponsor: false })).toBe('wrong-choice');
    expect(await stateWith({ staff: true })).toBe('undecided');
  });

  it('make a table', async () => {
    const lines = optionsToCsv(await report(failed)).split('\r\n');
    expect(lines[0]).toMatch(/^id,title,approach,isCurrent,state,rank,/);
    expect(lines[1]).toMatch(/^port,Port,buy,false,fits,1,/);
    expect(lines[1]).toContain(',USD,50000,200000,75000,150000,125000,350000,');
  });
});
