// The test reads what is published; no app loads it.
/* eslint-disable no-restricted-imports */
import { readFileSync } from 'fs';
import { resolve } from 'path';
/* eslint-enable no-restricted-imports */
import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  choices,
  decisionAnswers,
  decisionMoney,
  decisionNumbers,
  decisionOptions,
  decisionProofs,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
  section,
} from '../../__testUtils__/renderWithApi';
import { threePortals } from '../../__fixtures__/portals';
import { DecisionTab } from './DecisionTab';

/** They are folded, and asked for once they are not. */
async function openNumbers() {
  await userEvent.click(
    (await section('Published numbers')).getByText('Show all numbers'),
  );
  return screen.findByRole('table', { name: /^Published numbers/ });
}

describe('DecisionTab', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('says what to do first, and how the deadline stands', async () => {
    const { container } = renderWithApi(<DecisionTab />, api);
    const recommendation = await section('Recommendation');
    expect(await recommendation.findByText('at risk')).toBeInTheDocument();
    expect(
      recommendation.getByText(/^Goal: 30% of developers active by Jan 27/),
    ).toBeInTheDocument();
    expect(
      recommendation.getByRole('link', { name: 'View deadline' }),
    ).toHaveAttribute('href', '/adoption/deadline');
    expect(
      recommendation.getByRole('link', { name: 'View report' }),
    ).toHaveAttribute('href', '/adoption/report');
    await screen.findByRole('heading', { name: 'Record the decision' });
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Recommendation',
      'Options',
      'Costs',
      'Ready for Lighthouse?',
      'Questions',
      'Proof of concept',
      'Record the decision',
      'Recovery checklist',
      'Published numbers',
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says what it would do without a deadline', async () => {
    renderWithApi(<DecisionTab />, new FixtureApi(nothingSeen));
    const recommendation = await section('Recommendation');
    expect(
      await recommendation.findByText(/^No deadline is set/),
    ).toBeInTheDocument();
    expect(
      recommendation.getByRole('link', { name: 'Set a deadline' }),
    ).toHaveAttribute('href', '/adoption/deadline');
  });

  it('holds what an older or newer backend answers', async () => {
    const { pilot, ...older } = decisionOptions;
    api.answers['GET /decision/options'] = async () =>
      ({
        ...older,
        verdict: {
          ...decisionOptions.verdict,
          state: 'wait',
          sentence: 'Wait for the tide.',
        },
        options: decisionOptions.options.map(option => ({
          ...option,
          state: 'drifts',
        })),
      } as unknown as typeof decisionOptions);
    const logged = jest.spyOn(console, 'error').mockReturnValue();
    renderWithApi(<DecisionTab />, api);
    expect(
      await (await section('Recommendation')).findByRole('alert'),
    ).toHaveTextContent(/^This section could not be shown/);
    expect(
      (await section('Options')).getAllByText('drifts').length,
    ).toBeGreaterThan(0);
    expect(
      await screen.findByRole('table', { name: 'Cost of each option' }),
    ).toBeInTheDocument();
    logged.mockRestore();
  });

  it('ticks off the checklist, step by step', async () => {
    renderWithApi(<DecisionTab />, api);
    const checklist = await section('Recovery checklist');
    expect(
      await checklist.findByText('1 of 5 steps completed.'),
    ).toBeInTheDocument();
    const steps = checklist.getAllByRole('listitem');
    expect(steps).toHaveLength(5 + 3);
    expect(
      checklist.getByText('1 of 3 conditions met under which portals succeed'),
    ).toBeInTheDocument();
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      'doneSet a deadlineThe deadline is Jan 27, 2027.',
      'openReview who uses the portal, and for whatUsage page not viewed since Jul 27, 2026.',
      'openLimit to 5 plugins20 plugins used in the last 28 days, excluding built-in plugins: 15 too many. Recommended, but not installed: Ships.',
      'openImprove catalog data quality3 of 47 catalog entities are stale; target: under 2%.',
      'openSend a report to decision-makersNo digest sent since Jul 27, 2026.',
      'not metDedicated teamThe team has 2 FTE (minimum 4).',
      'unknownExecutive sponsorNot answered yet.',
      'metRealistic timelineLeadership allows 18 months to reach 30%; published plans take 12 – 24 months.',
    ]);
    expect(
      checklist.getByRole('link', { name: 'Improve catalog data quality' }),
    ).toBeInTheDocument();
  });

  it('shows the checklist alone to those who may not see options and costs', async () => {
    const asked: string[] = [];
    const refuse = (key: string) => () => {
      asked.push(key);
      return Promise.reject(responseError(403, '{"error":"no"}'));
    };
    api.answers['GET /decision/answers'] = refuse('answers');
    api.answers['GET /decision/options'] = refuse('options');
    api.answers['GET /decision/money'] = refuse('money');
    const { container } = renderWithApi(<DecisionTab />, api);
    expect(
      await screen.findByText(/^Options and costs are visible to/),
    ).toHaveTextContent(
      'Options and costs are visible to people with the permission adoption-metrics.decision.read. Ask your portal administrators.',
    );
    const titles = screen
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(titles).toEqual(['Deadline', 'Recovery checklist']);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(container).not.toHaveTextContent('error');
  });

  it('shows no form to those who may only read', async () => {
    api.answers['GET /decision/answers'] = async () => ({
      ...decisionAnswers,
      mayAnswer: false,
    });
    api.answers['GET /decision/money'] = async () => ({
      ...decisionMoney,
      mayChange: false,
    });
    api.answers['GET /decision/numbers'] = async () => ({
      ...decisionNumbers,
      mayReplace: false,
    });
    api.answers['GET /decision/choices'] = async () => ({
      ...choices,
      mayChoose: false,
    });
    api.answers['GET /decision/proofs'] = async () => ({
      ...decisionProofs,
      mayChange: false,
      proofs: [],
    });
    const { container } = renderWithApi(<DecisionTab />, api);
    await screen.findByText(/^How many people work on the portal/);
    await screen.findByRole('table', { name: 'Cost of each option' });
    await screen.findByRole('table', { name: 'Decisions so far' });
    await openNumbers();
    await screen.findByText('No proof of concept has been planned yet.');
    expect(container.querySelectorAll('input, select')).toHaveLength(0);
    expect(
      screen.queryByRole('button', {
        name: /^(Save|Replace|Remove|Delete|Plan|Add|Use)/,
      }),
    ).toBeNull();
  });

  describe('recommendation', () => {
    it('is one sentence with its causes, and what is missing', async () => {
      renderWithApi(<DecisionTab />, api);
      const recommendation = await section('Recommendation');
      expect(
        recommendation.getByText(
          'Switch: the deadline has passed and the goal was missed. 0 of 2 targets met. 1 condition for success is not met.',
        ),
      ).toBeInTheDocument();
      expect(recommendation.getByText('switch')).toBeInTheDocument();
      const items = recommendation
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
      expect(items).toContain(
        'not metDedicated teamThe team has 2 FTE (minimum 4).',
      );
      expect(items).toContain('unknownExecutive sponsorNot answered yet.');
      expect(
        recommendation.getByText('Build, buy, or extend: buy'),
      ).toBeInTheDocument();
      for (const said of [
        'Quayside fits.',
        'Your team of 2 FTE is too small for the portal of today, whoever hosts it.',
        'How many changes to the portal come from outside its team is not known.',
        'The portal is still a pilot: 9 months after the first visit, 1 of 25 teams use it.',
      ]) {
        expect(items).toContain(said);
      }
    });

    it('names the option, with why it and why not the others', async () => {
      renderWithApi(<DecisionTab />, api);
      const recommendation = await section('Recommendation');
      expect(
        recommendation.getByText(
          'Quayside is recommended: it is the only option that fits.',
        ),
      ).toBeInTheDocument();
      const items = recommendation
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
      expect(items.slice(0, 4)).toEqual([
        'Your team of 2 FTE covers the 0.25 – 1.5 FTE it needs.',
        'It costs €71,250 – €224,500 per year, all-in.',
        'Driftwood – Horizon: An investment for 9 or more years. Not known yet.',
        'Lighthouse – The deadline was missed with it.',
      ]);
      expect(
        recommendation.getByRole('link', { name: 'Answer open questions' }),
      ).toHaveAttribute('href', '#questions');
    });

    it('urges nobody to switch who stays, and says what is not known', async () => {
      api.answers['GET /decision/options'] = async () => ({
        ...decisionOptions,
        verdict: {
          ...decisionOptions.verdict,
          state: 'stay',
          met: 3,
          metrics: [
            { id: 'active-users', status: 'met', statement: '' },
            { id: 'stale-entities', status: 'undecided', statement: '' },
          ],
          causes: [],
          unknown: [],
        },
      });
      renderWithApi(<DecisionTab />, api);
      const recommendation = await section('Recommendation');
      expect(
        recommendation.getByText(
          'Stay: the goal for active users is met. 3 of 2 targets met; not known yet: Stale entities.',
        ),
      ).toBeInTheDocument();
      expect(
        recommendation
          .getByText(/^Quayside is recommended/)
          .closest('details')
          ?.querySelector('summary'),
      ).toHaveTextContent('If you had to switch');
    });
  });

  describe('options', () => {
    const rowOf = async (name: RegExp) =>
      within(
        await screen.findByRole('table', { name: 'Options compared' }),
      ).getByRole('row', { name });

    it('stand side by side, with ranges as ranges', async () => {
      renderWithApi(<DecisionTab />, api);
      const quayside = await rowOf(/^Quayside/);
      expect(
        within(quayside)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      ).toEqual([
        'fits1 of 1 metmetSize: 77 – 777 developersYou have 300.You give up: A view of the sea',
        '0.25 – 1.5 FTE2 on the team',
        'Jan 23, 2027or by Apr 23, 2027',
        '€71.3–225KLicense €41–43KPeople €30.3–182K',
        'Expected €359 – €2,267Today €2,544 – €8,017',
        '99 – 19833% – 66%',
      ]);
      expect(quayside).toHaveTextContent(/^QuaysideRank 1/);
    });

    it('say what is unknown, and by how many the team is short', async () => {
      renderWithApi(<DecisionTab />, api);
      expect(await rowOf(/^Driftwood/)).toHaveTextContent(
        'unknownunknownunknownLicense unknownPeople unknown',
      );
      expect(await rowOf(/^Lighthouse/)).toHaveTextContent(
        /your portal today.*11 – 13 FTE2 on the team9 too few/,
      );
    });

    it('give each reason: met, not met or unknown', async () => {
      renderWithApi(<DecisionTab />, api);
      const lighthouse = within(await rowOf(/^Lighthouse/));
      await userEvent.click(lighthouse.getByText('1 of 3 met'));
      const reasons = lighthouse
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
      expect(reasons.slice(0, 3)).toEqual([
        'metSize: 77 – 777 developersYou have 300.',
        'not metTeam: 11 or more FTEYour team has 2.',
        'unknownHorizon: An investment for 9 or more yearsNot known yet.',
      ]);
    });

    it('name the sources of what that rests on', async () => {
      renderWithApi(<DecisionTab />, api);
      const options = await section('Options');
      expect(options.getByText(/not validated: /)).toHaveTextContent(
        'Almanac of Portals (Feb 29, 2024, published, not validated)',
      );
      expect(
        options.getByRole('button', { name: 'CSV of Options' }),
      ).toBeInTheDocument();
    });

    it('are sorted by what they cost, the unknown last', async () => {
      renderWithApi(<DecisionTab />, api);
      const options = await section('Options');
      const rows = () =>
        options.getAllByRole('rowheader').map(({ textContent }) => textContent);
      expect(rows()[0]).toMatch(/^Quayside/);
      await userEvent.click(
        options.getByRole('button', { name: 'Cost per year' }),
      );
      expect(rows()[0]).toMatch(/^Quayside/);
      await userEvent.click(options.getByRole('button', { name: 'Option' }));
      expect(rows()[0]).toMatch(/^Driftwood/);
    });
  });

  it('takes an unanswered question of readiness for neither yes nor no', async () => {
    renderWithApi(<DecisionTab />, api);
    const readiness = await section('Ready for Lighthouse?');
    expect(
      readiness.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'NoIs there a keeper for 19 years?',
      'YesDoes it stand on rocks?',
      expect.stringMatching(/^not answeredWill it stand 99 storms\?The last/),
    ]);
  });

  describe('questions', () => {
    it('say who answered when, and are sent as what they are', async () => {
      const put = jest.spyOn(api.answers, 'PUT /decision/answers');
      renderWithApi(<DecisionTab />, api);
      const questions = await section('Questions');
      expect(
        questions.getByText(
          'Answered by user:default/priya.nair on Oct 5, 2026: as of the last budget',
        ),
      ).toBeInTheDocument();
      expect(questions.getByText('We run it ourselves')).toBeInTheDocument();
      expect(questions.queryByLabelText('Who runs the portal?')).toBeNull();

      const team = questions.getByLabelText(/^How many people work/);
      await userEvent.clear(team);
      await userEvent.type(team, '3.5');
      await userEvent.type(questions.getByLabelText(/\(%\)$/), '12');
      await userEvent.selectOptions(
        questions.getByLabelText('Will it stand 99 storms?'),
        'No',
      );
      await userEvent.type(questions.getByLabelText(/^Note/), 'Agreed');
      await userEvent.click(
        questions.getByRole('button', { name: 'Save answers' }),
      );
      await waitFor(() =>
        expect(put).toHaveBeenCalledWith({
          body: {
            answers: {
              team: 3.5,
              outsideChanges: 0.12,
              'readiness.storms': false,
            },
            note: 'Agreed',
          },
        }),
      );
    });

    it('keep what was answered before', async () => {
      renderWithApi(<DecisionTab />, api);
      const questions = await section('Questions');
      expect(
        await questions.findByText(
          '4 FTE – deleted user, Jun 1, 2026: before the reorganization',
        ),
      ).toBeInTheDocument();
    });

    it('are asked again after a year', async () => {
      const put = jest.spyOn(api.answers, 'PUT /decision/answers');
      const getOptions = jest.spyOn(api.answers, 'GET /decision/options');
      renderWithApi(<DecisionTab />, api);
      const questions = await section('Questions');
      expect(await questions.findByText('outdated')).toBeInTheDocument();
      await userEvent.click(
        questions.getByRole('button', { name: /^Still true: Does the portal/ }),
      );
      await waitFor(() =>
        expect(put).toHaveBeenCalledWith({
          body: { answers: { sponsor: true } },
        }),
      );
      await waitFor(() => expect(getOptions).toHaveBeenCalledTimes(2));
    });

    it('say why an answer was refused', async () => {
      api.answers['PUT /decision/answers'] = () =>
        Promise.reject(responseError(409, 'The configuration answers this'));
      renderWithApi(<DecisionTab />, api);
      const questions = await section('Questions');
      await userEvent.click(
        await questions.findByRole('button', { name: /^Still true/ }),
      );
      expect(await questions.findByRole('alert')).toHaveTextContent(
        'Could not save the change: The configuration answers this',
      );
    });
  });

  describe('costs', () => {
    it('are ranges of money, for each option and over its years', async () => {
      renderWithApi(<DecisionTab />, api);
      const costs = await section('Costs');
      expect(await costs.findByText('License per year')).toBeInTheDocument();
      const table = within(
        costs.getByRole('table', { name: 'Cost of each option' }),
      );
      expect(
        table
          .getAllByRole('columnheader')
          .map(({ textContent }) => textContent),
      ).toEqual([
        'Option',
        'License per year',
        'People per year',
        'All-in per year',
        'Over 2 years',
        'Over 6 years',
        'Per developer and year',
      ]);
      expect(table.getByRole('row', { name: /^Quayside/ })).toHaveTextContent(
        '€41–43K€30.3–182K€71.3–225K€143–449K€428K – €1.35M€238 – €748',
      );
      expect(table.getByRole('row', { name: /^Driftwood/ })).toHaveTextContent(
        /(unknown){6}$/,
      );
      const switching = within(
        costs.getByRole('table', { name: 'When switching pays off' }),
      );
      expect(
        switching.getByRole('row', { name: /^Quayside/ }),
      ).toHaveTextContent(
        '€101,000 – €303,000€68,400Jun 2027 – Mar 202811% at best, 22% for certain',
      );
    });

    it('leave out what is spent, and say so', async () => {
      renderWithApi(<DecisionTab />, api);
      const costs = await section('Costs');
      const spent = within(costs.getByRole('note'));
      expect(
        spent.getByText('Already spent: €185,250 – €186,750'),
      ).toBeInTheDocument();
      expect(
        spent.getByText(/not part of the decision, and in no comparison/),
      ).toBeInTheDocument();
    });

    it('are reckoned from what is entered', async () => {
      const put = jest.spyOn(api.answers, 'PUT /decision/money');
      renderWithApi(<DecisionTab />, api);
      const costs = await section('Costs');
      const fte = costs.getByLabelText('FTE');
      await userEvent.clear(fte);
      await userEvent.type(fte, '2.5');
      const license = within(
        costs.getByRole('group', { name: 'License per year (EUR)' }),
      );
      await userEvent.type(license.getByLabelText('To'), '900');
      await userEvent.click(costs.getByRole('button', { name: 'Save costs' }));
      await waitFor(() =>
        expect(put).toHaveBeenCalledWith({
          body: {
            roles: [
              {
                title: 'Keeper',
                year: 'every',
                fte: 2.5,
                ratePerYear: 121_000,
              },
            ],
            licensePerYear: { low: 900, high: 900 },
            hostingPerYear: { low: 5_000, high: 7_000 },
            spendingSince: '2026-02-23',
          },
        }),
      );
    });

    it('are refused where a range is turned around', async () => {
      const put = jest.spyOn(api.answers, 'PUT /decision/money');
      renderWithApi(<DecisionTab />, api);
      const costs = await section('Costs');
      const hosting = within(
        costs.getByRole('group', { name: 'Hosting per year (EUR)' }),
      );
      await userEvent.type(hosting.getByLabelText('From'), '0');
      await userEvent.click(costs.getByRole('button', { name: 'Save costs' }));
      expect(await costs.findByRole('alert')).toHaveTextContent(
        'The first amount of a range cannot exceed the second.',
      );
      expect(put).not.toHaveBeenCalled();
    });
  });

  describe('published numbers', () => {
    const rowOf = async (name: RegExp) =>
      within(await openNumbers()).getByRole('row', { name });

    it('are asked for once somebody wants to see them', async () => {
      const ask = jest.spyOn(api.answers, 'GET /decision/numbers');
      renderWithApi(<DecisionTab />, api);
      await section('Published numbers');
      await screen.findByRole('table', { name: 'Cost of each option' });
      expect(ask).not.toHaveBeenCalled();
      await openNumbers();
      expect(ask).toHaveBeenCalledTimes(1);
    });

    it('have a source, and stay beside what replaces them', async () => {
      renderWithApi(<DecisionTab />, api);
      expect(await rowOf(/^Most plugins/)).toHaveTextContent(
        'up to 17 pluginsAlmanac of PortalsFeb 29, 2024, published, not validated',
      );
      expect(await rowOf(/^Fee per year/)).toHaveTextContent(
        '€41,000 – €43,000 per yearPublished: €31,000 – €137,000 per yearReplaced by user:default/priya.nair on Nov 20, 2026: Their offer1 earlier change€51,000 – €53,000 per year – deleted user, Oct 1, 2026: A first quoteAlso published: €71,000 per year (Gazette of Portals)license',
      );
      const configured = await rowOf(/^Team/);
      expect(configured).toHaveTextContent(
        '3 – 4 FTEPublished: 5 or more FTEReplaced in the configuration: Our own estimate',
      );
      expect(within(configured).queryByRole('button')).toBeNull();
    });

    it('are replaced, with a reason', async () => {
      const put = jest.spyOn(api.answers, 'PUT /decision/numbers/{id}');
      renderWithApi(<DecisionTab />, api);
      await openNumbers();
      const numbers = await section('Published numbers');
      await userEvent.click(
        numbers.getByRole('button', { name: 'Replace: Quayside: Adoption' }),
      );
      const form = within(
        numbers.getByRole('form', { name: 'Quayside: Adoption' }),
      );
      expect(form.getByLabelText('From (%)')).toHaveValue(33);
      const high = form.getByLabelText('To (%)');
      await userEvent.clear(high);
      await userEvent.type(form.getByLabelText(/^Why/), 'A trial');
      await userEvent.click(
        form.getByRole('button', { name: 'Replace number' }),
      );
      await waitFor(() =>
        expect(put).toHaveBeenCalledWith({
          params: { id: 'quayside.adoption' },
          body: { low: 0.33, high: null, why: 'A trial' },
        }),
      );
      await waitFor(() => expect(numbers.queryByRole('form')).toBeNull());
    });

    it('come back', async () => {
      const restore = jest.spyOn(api.answers, 'DELETE /decision/numbers/{id}');
      renderWithApi(<DecisionTab />, api);
      await openNumbers();
      await userEvent.click(
        await screen.findByRole('button', {
          name: 'Use published: Quayside: Fee per year',
        }),
      );
      expect(restore).toHaveBeenCalledWith({ params: { id: 'quayside.fee' } });
    });
  });

  describe('proof of concept', () => {
    it('says who won, by what, and what to keep in mind', async () => {
      const { container } = renderWithApi(<DecisionTab />, api);
      const proof = await section('Proof of concept');
      expect(
        await proof.findByText(
          'Quayside wins: it reached 30% of its team on day 6; of Driftwood nothing is known.',
        ),
      ).toBeInTheDocument();
      expect(proof.getByText(/^Teams are small/)).toBeInTheDocument();
      const schedule = within(proof.getByRole('list', { name: 'Schedule' }));
      // Between days stand the thin spaces of the locale.
      expect(
        schedule
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent?.replace(/\s/g, ' ')),
      ).toEqual([
        'Quayside, tried by HarborOct 5 – 25, 2026',
        'Driftwood, tried by BeachOct 26 – Nov 15, 2026',
        'EvaluationNov 16 – Dec 6, 2026',
      ]);
      const results = within(
        proof.getByRole('table', { name: 'Results by candidate' }),
      );
      expect(results.getByRole('row', { name: /^Quayside/ })).toHaveTextContent(
        'QuaysideHarborwinner4 of 106Oct 10, 2026€5944.2 of 5 (8 answers)Oct 25, 20261 day without data',
      );
      expect(
        results.getByRole('row', { name: /^Driftwood/ }),
      ).toHaveTextContent(
        'unknownNo activity was reported.not reachedunknownunknownno data yet',
      );
      await userEvent.click(
        proof.getByRole('button', { name: 'Show as table' }),
      );
      expect(
        proof.getByRole('row', { name: /Oct 8.* unknown/ }),
      ).toBeInTheDocument();
      expect(await brokenRules(container)).toEqual([]);
    });

    const harbor: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'harbor', namespace: 'default', title: 'Harbor' },
      spec: { type: 'team', children: [] },
    };

    /** The form, and its fields of a candidate. */
    async function openPlan() {
      renderWithApi(<DecisionTab />, api, [harbor]);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Plan a proof of concept' }),
      );
      const form = within(
        screen.getByRole('form', { name: 'Plan a proof of concept' }),
      );
      const candidate = (place: number) =>
        within(form.getByRole('group', { name: `Candidate ${place}` }));
      return { form, candidate };
    }

    it('is planned with portals that are known and teams of the catalog', async () => {
      api.answers['GET /portals'] = async () => threePortals;
      const plan = jest.spyOn(api.answers, 'POST /decision/proofs');
      const { form, candidate } = await openPlan();
      const start = form.getByLabelText('First day');
      await userEvent.clear(start);
      await userEvent.type(start, '2027-03-01');
      await userEvent.selectOptions(
        form.getByLabelText('Candidates'),
        'In the same weeks',
      );
      await userEvent.click(
        form.getByRole('button', { name: 'Remove candidate 2' }),
      );
      const first = candidate(1);
      await first.findByRole('option', { name: 'A candidate' });
      await userEvent.selectOptions(
        first.getByLabelText('Portal'),
        'A candidate',
      );
      await userEvent.type(
        first.getByRole('combobox', { name: /^Team/ }),
        'harb',
      );
      await userEvent.click(
        await screen.findByRole('option', { name: /^Harbor/ }),
      );
      await userEvent.type(first.getByLabelText('Cost per year'), '71250');
      await userEvent.click(form.getByRole('button', { name: 'Plan' }));
      await waitFor(() =>
        expect(plan).toHaveBeenCalledWith({
          body: {
            start: '2027-03-01',
            mode: 'parallel',
            weeks: 3,
            candidates: [
              {
                portal: 'poc',
                team: 'group:default/harbor',
                costPerYear: 71_250,
              },
            ],
          },
        }),
      );
    });

    it('says beside each field what is wrong with it', async () => {
      const plan = jest.spyOn(api.answers, 'POST /decision/proofs');
      const { form, candidate } = await openPlan();
      const weeks = form.getByLabelText('Weeks per candidate');
      await userEvent.clear(weeks);
      await userEvent.type(weeks, '99');
      await userEvent.type(candidate(2).getByLabelText('Name'), 'Driftwood');
      await userEvent.click(form.getByRole('button', { name: 'Plan' }));
      expect(weeks).toHaveAccessibleDescription(
        'Enter a whole number from 1 to 12.',
      );
      expect(candidate(1).getByLabelText('Name')).toHaveAccessibleDescription(
        'Enter a name, or choose a portal.',
      );
      expect(
        candidate(2).getByLabelText('Name'),
      ).not.toHaveAccessibleDescription();
      expect(
        candidate(2).getByText('Choose the team that tries it.'),
      ).toBeInTheDocument();
      expect(plan).not.toHaveBeenCalled();

      await userEvent.clear(weeks);
      await userEvent.type(weeks, '4');
      expect(weeks).not.toHaveAccessibleDescription();
    });

    it('takes feedback', async () => {
      const put = jest.spyOn(api.answers, 'PUT /decision/proofs/{id}/feedback');
      renderWithApi(<DecisionTab />, api);
      const form = within(
        await screen.findByRole('form', { name: 'Feedback' }),
      );
      await userEvent.selectOptions(
        form.getByLabelText('Candidate'),
        'Driftwood',
      );
      await userEvent.type(form.getByLabelText(/^Score/), '2.5');
      await userEvent.type(form.getByLabelText('Number of answers'), '9');
      await userEvent.click(
        form.getByRole('button', { name: 'Save feedback' }),
      );
      await waitFor(() =>
        expect(put).toHaveBeenCalledWith({
          params: { id: 7 },
          body: { candidate: 2, feedback: { score: 2.5, answers: 9 } },
        }),
      );
    });
  });

  describe('recorded decisions', () => {
    it('are what can be decided for, with who decided and why', async () => {
      const record = jest.spyOn(api.answers, 'POST /decision/choices');
      const getDeadline = jest.spyOn(api.answers, 'GET /deadline');
      renderWithApi(<DecisionTab />, api);
      const form = await section('Record the decision');
      await userEvent.click(await form.findByLabelText('Quayside'));
      await userEvent.type(
        form.getByLabelText('Decided by, and why'),
        'The board',
      );
      await userEvent.click(
        form.getByRole('button', { name: 'Save decision' }),
      );
      await waitFor(() =>
        expect(record).toHaveBeenCalledWith({
          body: {
            day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
            option: 'quayside',
            text: 'The board',
          },
        }),
      );
      await waitFor(() => expect(getDeadline).toHaveBeenCalledTimes(2));
      expect(
        form.getByRole('row', { name: /Steering committee/ }),
      ).toHaveTextContent(
        'Stay and extend the deadlineNov 2, 2026Steering committeedeleted user',
      );
    });

    it('say why one could not be recorded', async () => {
      api.answers['POST /decision/choices'] = () =>
        Promise.reject(responseError(403, 'Not yours'));
      renderWithApi(<DecisionTab />, api);
      const form = await section('Record the decision');
      await userEvent.click(await form.findByLabelText('Stop'));
      await userEvent.type(form.getByLabelText('Decided by, and why'), 'Me');
      await userEvent.click(form.getByRole('button', { name: /^Save/ }));
      expect(await form.findByRole('alert')).toHaveTextContent(/Not yours/);
    });

    it('are taken away', async () => {
      const remove = jest.spyOn(api.answers, 'DELETE /decision/choices');
      renderWithApi(<DecisionTab />, api);
      await userEvent.click(
        await screen.findByRole('button', {
          name: 'Remove decision: Steering committee',
        }),
      );
      expect(remove).toHaveBeenCalledWith({ query: { id: 1 } });
    });
  });

  it('names no product and no number but those of the answers', async () => {
    const { container } = renderWithApi(<DecisionTab />, api);
    await screen.findByRole('table', { name: 'Options compared' });
    await screen.findByRole('table', { name: 'Cost of each option' });
    await screen.findByRole('table', { name: 'Results by candidate' });
    await openNumbers();
    await screen.findByText(/steps completed/);
    const said = container.textContent ?? '';
    expect(said).toContain('Quayside');
    expect(published()).toEqual(expect.arrayContaining(['2,250,000', '2.25M']));
    expect(published().filter(each => names(said, each))).toEqual([]);
  });
});

/** What the product knows of real products: their names, and large numbers. */
function published(): string[] {
  const file = resolve(
    __dirname,
    '../../../../adoption-metrics-backend/src/decision/published/published.json',
  );
  const { sources, options, recommendedPlugins } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const known: Array<Record<string, string>> = [
    ...Object.values<Record<string, string>>(sources),
    ...options,
    ...recommendedPlugins,
  ];
  const amounts = JSON.stringify(options).match(/\b\d{5,}\b/g) ?? [];
  return [
    ...known.flatMap(({ title, phrase }) => (phrase ? [title, phrase] : title)),
    ...amounts.flatMap(amount => [
      Number(amount).toLocaleString('en-US'),
      Number(amount).toLocaleString('en-US', {
        notation: 'compact',
        maximumSignificantDigits: 3,
      }),
    ]),
  ];
}

/** Whether a name stands there as a word of its own. */
function names(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|\\W)${escaped}(?!\\w)`).test(text);
}
