import { publishedWith } from '../__testUtils__/decisionFixtures';
import { knownNumbers } from './knownNumbers';
import publishedFile from './published.json';
import { readPublished } from './readPublished';
import { FileOption, PublishedFile } from './schema';
import { writeNumber } from './writeNumber';

const file = readPublished(publishedFile);

function wrong(change: (copy: PublishedFile) => void): () => PublishedFile {
  const copy = structuredClone(publishedFile) as unknown as PublishedFile;
  change(copy);
  return () => readPublished(copy);
}

describe('the published file', () => {
  it.each([...knownNumbers(file).values()])(
    'says of $id what it counts',
    number => {
      expect(number).toMatchObject({
        title: expect.stringMatching(/./),
        unit: expect.stringMatching(/./),
      });
    },
  );

  it.each([...knownNumbers(file).values()].filter(({ claim }) => claim))(
    'says of $id where it is from',
    ({ claim }) => {
      expect(claim!.origin).toMatchObject({
        title: expect.stringMatching(/./),
        date: expect.stringMatching(/^\d{4}(-\d\d){0,2}$/),
        grade: 'published, unverified',
      });
    },
  );

  it('says what of the cost every amount of money includes', () => {
    const silent = [...knownNumbers(file).values()].filter(
      ({ unit, includes }) =>
        unit.startsWith('money/') && !includes && unit !== 'money/year',
    );
    expect(silent).toEqual([]);
  });

  it.each<[string, (copy: PublishedFile) => void, RegExp]>([
    [
      'a number that the product counts with',
      copy => delete (copy.numbers as Record<string, unknown>).pluginCap,
      /numbers\.pluginCap is missing/,
    ],
    [
      'a source',
      copy => delete copy.sources.playbook,
      /unknown source 'playbook'/,
    ],
    [
      'order',
      copy => Object.assign(copy.numbers.horizon, { low: 6 }),
      /horizon\.low is 6; expected numbers up to high, 5/,
    ],
    [
      'a share that is one',
      copy => Object.assign(copy.numbers.stuckShare, { low: 15, high: 15 }),
      /stuckShare\.low is 15; expected numbers from 0 to 1/,
    ],
    [
      'a unit',
      copy => Object.assign(copy.options[0].numbers.team!, { unit: 'people' }),
      /\.team is not in FTE/,
    ],
    [
      'a bound to compare with',
      copy =>
        Object.assign(copy.options[0].numbers.team!, { low: null, high: 9 }),
      /has no number 'team' to compare with/,
    ],
    [
      'distinct ids',
      copy => Object.assign(copy.options[1], { id: copy.options[0].id }),
      /appears twice/,
    ],
    [
      'numbers that its questions name',
      copy =>
        Object.assign(copy.readiness.questions[0], { text: 'For {eternity}?' }),
      /a question refers to the unknown number 'eternity'/,
    ],
    [
      'milestones in order',
      copy => copy.plans[0].milestones.reverse(),
      /milestones of plans\.\S+ are not in order/,
    ],
    [
      'fields that we know',
      copy => Object.assign(copy, { surprise: 1 }),
      /field 'surprise' is unknown; expected .*numbers/,
    ],
    [
      'numbers',
      copy => Object.assign(copy.numbers.pluginCap, { high: 'five' }),
      /field 'numbers\.pluginCap\.high' is 'five'; expected numbers/,
    ],
    [
      'an approach',
      copy => Object.assign(copy.options[0], { approach: 'rent' }),
      /field 'options\.0\.approach' is 'rent'; expected build/,
    ],
    [
      'a title',
      copy => delete (copy.options[0] as Partial<FileOption>).title,
      /field 'options\.0\.title' is missing/,
    ],
    [
      'an option of which readiness is',
      copy => Object.assign(copy.readiness, { option: 'none' }),
      /readiness refers to the unknown option 'none'; expected self-hosted/,
    ],
    ['an object', copy => Object.assign(copy, { numbers: [] }), /'numbers'/],
  ])('is refused without %s', (_, change, message) => {
    expect(wrong(change)).toThrow(message);
    expect(wrong(change)).toThrow(/^The file of published numbers is wrong: /);
  });
});

describe('composePublished', () => {
  it('lets requirements and questions follow the number they repeat', () => {
    const { options, readiness } = publishedWith({
      'self-hosted-backstage.team': [3, 4],
      urgency: [9, null],
    });
    const [selfHosted] = options;
    const requirement = (fact: string) =>
      selfHosted.requires.find(each => each.fact === fact);
    expect(requirement('team')).toMatchObject({ low: 3 });
    expect(requirement('monthsUntilNeeded')).toMatchObject({ low: 9 });
    expect(readiness.questions[0].text).toContain('3–4 FTE');
  });

  it('keeps edges as they are published', () => {
    const bounds = Object.fromEntries(
      publishedWith().options.map(({ id, requires }) => {
        const { low, high, below } =
          requires.find(({ fact }) => fact === 'developers') ?? {};
        return [id, [low, high, below]];
      }),
    );
    expect(bounds).toMatchObject({
      'self-hosted-backstage': [500, undefined, undefined],
      port: [undefined, undefined, 500],
      cortex: [200, 1_000, undefined],
    });
  });

  it('takes a number that is the same as another until it is replaced itself', () => {
    const adoptionOf = (replaced: Parameters<typeof publishedWith>[0]) =>
      publishedWith(replaced).options[0].numbers.adoption;
    expect(adoptionOf({ averageAdoption: [0.2, 0.2] })).toMatchObject({
      low: 0.2,
      published: { low: 0.1 },
    });
    expect(
      adoptionOf({
        averageAdoption: [0.2, 0.2],
        'self-hosted-backstage.adoption': [0.3, 0.4],
      }),
    ).toMatchObject({ low: 0.3, high: 0.4 });
  });
});

describe('writeNumber', () => {
  const { numbers, options } = publishedWith();
  const [selfHosted] = options;

  it.each([
    [selfHosted.numbers.team!, '7–15 FTE'],
    [selfHosted.numbers.costPerYear!, '$1,050,000–$2,250,000 a year'],
    [numbers.monthsOfCommitment, '18–24 months'],
    [numbers.averageAdoption, '10%'],
    [numbers.pluginCap, 'at most 5 plugins'],
    [numbers.leastTeam, 'at least 4 FTE'],
    [numbers.opslevelSeatPrice, '$39 a seat a month'],
    [{ ...numbers.horizon, low: 1, high: 1 }, '1 year'],
    [{ ...numbers.horizon, low: null, high: null }, 'an unknown number'],
  ])('%#: writes %s', (number, written) => {
    expect(writeNumber(number)).toBe(written);
  });
});
