import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { ingestConfig } from './config';

function read(ingest?: object) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { ingest } } as never),
    'adoptionMetrics.ingest',
    ingestConfig.prefault({}),
  );
}

describe('ingestConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      events: 20_000,
      batches: 10_000,
      pageLoads: 3_000,
      newNames: 40,
      knownNames: [],
    });
  });

  it('refuses a budget below what one batch may carry', () => {
    expect(() => read({ events: 499 })).toThrow(
      /adoptionMetrics\.ingest\.events.*from 500/,
    );
  });
});
