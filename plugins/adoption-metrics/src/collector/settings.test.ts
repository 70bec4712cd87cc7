import { mockApis } from '@backstage/frontend-test-utils';
import { isEligible } from './eligibility';
import { CollectorSettings, readSettings } from './settings';

function read(collector: object | undefined, baseUrl?: string) {
  const config = mockApis.config({
    data: {
      app: { baseUrl: baseUrl ?? 'https://portal.example.com/app' },
      ...(collector && { adoptionMetrics: { collector: { ...collector } } }),
    },
  });
  return readSettings(config, 'https://visited.example.com');
}

describe('readSettings', () => {
  it('counts everything at the origin of the app by default', () => {
    expect(read(undefined)).toEqual({
      enabled: true,
      origins: ['https://portal.example.com'],
      pageLoadSampling: 1,
      automatedBrowsers: false,
    });
  });

  it('takes a base URL without origin for the visited one', () => {
    expect(read({}, '/app').origins).toEqual(['https://visited.example.com']);
  });

  it('reads every key', () => {
    const settings = {
      enabled: false,
      origins: ['https://one.example.com', 'http://two.example.com:3000'],
      pageLoadSampling: 0.25,
      automatedBrowsers: true,
    };
    expect(read(settings)).toEqual(settings);
  });

  it('reads an origin as the browser spells it', () => {
    const origins = ['https://ONE.example.com:443/'];
    expect(read({ origins }).origins).toEqual(['https://one.example.com']);
  });

  it.each(['portal.example.com', 'portal:3000', 'about:blank'])(
    'refuses %s as an origin',
    origin => {
      expect(() => read({ origins: [origin] })).toThrow(
        /adoptionMetrics\.collector\.origins\[0\].*is not an origin/,
      );
    },
  );

  it.each([-0.1, 1.1])('refuses a sampling of %s', pageLoadSampling => {
    expect(() => read({ pageLoadSampling })).toThrow(
      /adoptionMetrics\.collector\.pageLoadSampling.*between 0 and 1/,
    );
  });
});

describe('isEligible', () => {
  const settings: CollectorSettings = {
    enabled: true,
    origins: ['https://portal.example.com'],
    pageLoadSampling: 1,
    automatedBrowsers: false,
  };
  const page = (origin: string, webdriver: boolean) =>
    ({ location: { origin }, navigator: { webdriver } } as Window);
  const portal = page('https://portal.example.com', false);

  it('reports people at allowed origins only', () => {
    expect(isEligible(settings, portal)).toBe(true);
    const elsewhere = page('https://staging.example.com', false);
    expect(isEligible(settings, elsewhere)).toBe(false);
    expect(isEligible({ ...settings, enabled: false }, portal)).toBe(false);
  });

  it('reports automated browsers only where configured', () => {
    const automated = page('https://portal.example.com', true);
    expect(isEligible(settings, automated)).toBe(false);
    expect(
      isEligible({ ...settings, automatedBrowsers: true }, automated),
    ).toBe(true);
  });
});
