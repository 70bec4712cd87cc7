import { publishedWith } from '../__testUtils__/decisionFixtures';
import { DecisionNumber, PublishedOption } from '../published/Published';
import { OptionNumber } from '../published/schema';
import { CostInputs, costsOf } from './costsOf';

const { options } = publishedWith();

function optionOf(id: string): PublishedOption {
  return options.find(option => option.id === id)!;
}

const inputs: CostInputs = {
  currency: 'USD',
  ratePerYear: { low: 150_000, high: 150_000 },
  developers: 300,
  active: 30,
  target: 0.3,
  years: [3, 5],
};

type Given = Partial<Record<OptionNumber, Partial<DecisionNumber>>>;

/** An option of an organization's own. */
function optionWith(numbers: Given): PublishedOption {
  return {
    id: 'quote',
    title: 'Quote',
    phrase: 'the quote',
    approach: 'buy',
    givesUp: [],
    requires: [],
    origin: { title: 'Quote', date: '2026', grade: 'your own' },
    numbers: numbers as PublishedOption['numbers'],
  };
}

const range = (low: number, high = low) => ({ low, high });

describe('of the published options', () => {
  it.each([
    ['port', range(50_000, 200_000), range(75_000, 150_000)],
    ['cortex', range(40_000, 150_000), range(150_000, 300_000)],
    ['managed-backstage', range(50_000, 150_000), range(600_000, 1_050_000)],
    ['custom-portal', null, range(300_000, 750_000)],
    ['self-hosted-backstage', null, range(1_050_000, 2_250_000)],
  ])('%s costs license and people', (id, license, people) => {
    expect(costsOf(optionOf(id), inputs)).toMatchObject({ license, people });
  });

  it.each([
    ['port', range(125_000, 350_000)],
    ['cortex', range(190_000, 450_000)],
    ['managed-backstage', range(650_000, 1_200_000)],
    ['custom-portal', range(300_000, 750_000)],
    ['self-hosted-backstage', range(1_050_000, 2_250_000)],
  ])('%s costs all-in', (id, allIn) => {
    expect(costsOf(optionOf(id), inputs).allIn).toEqual(allIn);
  });

  it.each([
    ['managed-backstage', range(86_400)],
    ['port', range(280_800)],
    ['cortex', range(234_000, 248_400)],
  ])('%s has a price of seats', (id, perYear) => {
    expect(costsOf(optionOf(id), inputs).seats).toEqual({
      perSeatAndMonth: optionOf(id).numbers.seatPrice && {
        low: optionOf(id).numbers.seatPrice!.low,
        high: optionOf(id).numbers.seatPrice!.high,
      },
      developers: 300,
      perYear,
    });
  });

  it('saves people by having it managed, less the fee', () => {
    const { netSaving } = costsOf(optionOf('managed-backstage'), inputs);
    expect(netSaving).toEqual(range(150_000, 550_000));
    expect(costsOf(optionOf('port'), inputs).netSaving).toBeNull();
  });

  it.each([
    ['port', 120, 180, range(277.78, 1_666.67), range(694.44, 2_916.67)],
    ['cortex', 90, 150, range(266.67, 1_666.67), range(1_266.67, 5_000)],
    ['custom-portal', 90, 210, null, range(1_428.57, 8_333.33)],
  ])(
    '%s is used by those who are expected to',
    (id, low, high, license, allIn) => {
      expect(costsOf(optionOf(id), inputs).perActive.expected).toEqual({
        active: { low, high },
        license,
        allIn,
      });
    },
  );

  it('says where a price of seats contradicts a fee', () => {
    expect(costsOf(optionOf('port'), inputs).contradiction).toEqual({
      fee: range(50_000, 200_000),
      sentence:
        'At the price per seat, 300 developers cost $280,800 a year, but the published fee is $50,000 – $200,000.',
    });
    const managed = costsOf(optionOf('managed-backstage'), inputs);
    expect(managed.contradiction).toBeNull();
  });
});

it('prices the seats of a quote', () => {
  const quote = optionWith({
    seatPrice: { ...range(39), unit: 'money/seat/month' },
  });
  const { seats, license, allIn, missing } = costsOf(quote, inputs);
  expect(seats!.perYear).toEqual(range(140_400));
  expect([license, allIn]).toEqual([range(140_400), range(140_400)]);
  expect(missing).toEqual([
    {
      code: 'people',
      sentence: 'The cost of its people is unknown and not included.',
    },
  ]);
});

it('adds a cost up over the years for which one invests', () => {
  const product = optionWith({
    costPerYear: { ...range(200_000), includes: ['people', 'license'] },
  });
  expect(costsOf(product, inputs).over).toEqual([
    { years: 3, cost: range(600_000) },
    { years: 5, cost: range(1_000_000) },
  ]);
});

it('divides by those who are active, and never by nobody', () => {
  const portal = optionWith({
    costPerYear: { ...range(900_000), includes: ['people'] },
  });
  const { perActive, perDeveloper } = costsOf(portal, inputs);
  expect(perActive.today).toEqual({
    active: range(30),
    allIn: range(30_000),
    license: null,
  });
  expect(perActive.atTarget).toMatchObject({
    active: range(90),
    allIn: range(10_000),
  });
  expect(perDeveloper).toEqual(range(3_000));
  expect(costsOf(portal, { ...inputs, active: 0 }).perActive.today).toBeNull();
  expect(costsOf(portal, { ...inputs, developers: 0 }).perDeveloper).toBeNull();
});

describe('what a number includes decides', () => {
  const team = range(2);

  it.each<[string, Given, number | null, string[]]>([
    ['people alone', { team }, 300_000, ['people']],
    [
      'a fee and people',
      { team, fee: range(10_000) },
      310_000,
      ['license', 'people'],
    ],
    [
      'a fee that includes people',
      { team, fee: { ...range(10_000), includes: ['license', 'people'] } },
      10_000,
      ['license', 'people'],
    ],
    [
      'people, and a fee beside them',
      {
        team,
        fee: range(10_000),
        costPerYear: { ...range(400_000), includes: ['people'] },
      },
      410_000,
      ['people', 'license'],
    ],
    [
      'a license, and people beside it',
      {
        team,
        fee: range(10_000),
        costPerYear: { ...range(50_000), includes: ['license'] },
      },
      350_000,
      ['license', 'people'],
    ],
    [
      'a cost that says nothing of it',
      { team, fee: range(10_000), costPerYear: range(400_000) },
      400_000,
      ['people', 'license'],
    ],
    ['nothing', {}, null, []],
  ])('%s', (_name, numbers, amount, includes) => {
    const costs = costsOf(optionWith(numbers), inputs);
    expect(costs.allIn).toEqual(amount === null ? null : range(amount));
    expect(costs.includes).toEqual(includes);
  });
});

it('knows nothing of people without a rate, and keeps open ends open', () => {
  const option = optionWith({ team: { low: 2, high: null }, fee: range(5) });
  expect(costsOf(option, { ...inputs, ratePerYear: undefined })).toMatchObject({
    people: null,
    allIn: range(5),
    includes: ['license'],
  });
  expect(costsOf(option, inputs)).toMatchObject({
    people: { low: 300_000, high: null },
    allIn: { low: 300_005, high: null },
  });
});
