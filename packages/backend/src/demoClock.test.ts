import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { demoClock } from './demoClock';

const now = Date.UTC(2026, 2, 1, 12);
const day = 24 * 60 * 60 * 1000;

function clockWith(demo: { clockOffset?: string }) {
  return ServiceFactoryTester.from(demoClock, {
    dependencies: [mockServices.rootConfig.factory({ data: { demo } })],
  }).getSubject();
}

function runIn(environment: string) {
  jest.replaceProperty(process, 'env', {
    ...process.env,
    NODE_ENV: environment,
  });
}

describe('demoClock', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(now);
  });

  afterEach(() => jest.restoreAllMocks());

  it('is the time of the machine by default, everywhere', async () => {
    runIn('production');

    expect((await clockWith({})).now()).toBe(now);
  });

  it('runs ahead by the offset', async () => {
    runIn('development');

    expect((await clockWith({ clockOffset: 'P1D' })).now()).toBe(now + day);
    expect((await clockWith({ clockOffset: 'PT36H' })).now()).toBe(
      now + 1.5 * day,
    );
  });

  it('rejects an offset outside development', async () => {
    runIn('production');

    await expect(clockWith({ clockOffset: 'P1D' })).rejects.toThrow(
      'demo.clockOffset is accepted only with NODE_ENV=development',
    );
  });

  it('rejects what is not a duration', async () => {
    runIn('development');

    await expect(clockWith({ clockOffset: 'tomorrow' })).rejects.toThrow(
      /demo.clockOffset/,
    );
  });
});
