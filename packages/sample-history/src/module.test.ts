import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { adoptionMetricsHistoryExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import sampleHistory from '.';
import { catalogFiles } from './__testUtils__/company';

const files = catalogFiles('stuck');

type Settings = boolean | Record<string, string | boolean>;

async function start(settings: Settings, targets = files) {
  const locations = targets.map(target => ({ type: 'file', target }));
  const setSource = jest.fn();
  const logger = mockServices.logger.mock();
  await startTestBackend({
    extensionPoints: [[adoptionMetricsHistoryExtensionPoint, { setSource }]],
    features: [
      sampleHistory,
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          sampleHistory: settings,
          catalog: { locations },
          demo: { people: [] },
        },
      }),
    ],
  });
  return { setSource, faults: logger.error.mock.calls.flat() };
}

describe('the module', () => {
  it.each([
    [{}, 'sample'],
    [{ story: 'stuck' }, 'sample'],
    [{ story: 'failed' }, 'sample-failed'],
    [{ story: 'succeeded' }, 'sample-succeeded'],
  ])('gives the portal the past of %j', async (settings, id) => {
    const { setSource } = await start(settings);

    expect(setSource).toHaveBeenCalledTimes(1);
    expect(setSource.mock.calls[0][0]).toMatchObject({ id });
  });

  it.each([false, 'false'])('gives none when enabled is %j', async enabled => {
    const { setSource, faults } = await start({ enabled });
    expect(setSource).not.toHaveBeenCalled();
    expect(faults).toEqual([]);
  });

  it.each<[string, Settings, string[], RegExp]>([
    [
      'a file that is not there',
      {},
      ['/nowhere.yaml'],
      /catalog\.locations names a file that is not there \(\/nowhere\.yaml\)/,
    ],
    [
      'files that describe too few people',
      {},
      files.slice(0, 1),
      /catalog\.locations describe 0 users .* more than 90/,
    ],
    [
      'a story that is none',
      { story: 'won' },
      files,
      /sampleHistory\.story is 'won', expected stuck, failed, succeeded/,
    ],
    ['what is no group', true, files, /'sampleHistory'.* wanted object/],
    [
      'what is no flag',
      { enabled: 'perhaps' },
      files,
      /sampleHistory\.enabled/,
    ],
  ])('starts without a past, and says why, with %s', async (...given) => {
    const [_title, settings, targets, message] = given;
    const { setSource, faults } = await start(settings, targets);
    expect(setSource).not.toHaveBeenCalled();
    expect(faults).toEqual([expect.stringMatching(message)]);
  });
});
