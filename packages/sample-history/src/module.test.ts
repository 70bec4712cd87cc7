import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { adoptionMetricsHistoryExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import sampleHistory from '.';
import { catalogFiles } from './__testUtils__/company';

const files = catalogFiles('stuck');

async function start(settings: object, targets = files) {
  const locations = targets.map(target => ({ type: 'file', target }));
  const setSource = jest.fn();
  await startTestBackend({
    extensionPoints: [[adoptionMetricsHistoryExtensionPoint, { setSource }]],
    features: [
      sampleHistory,
      mockServices.rootConfig.factory({
        data: {
          sampleHistory: settings,
          catalog: { locations },
          demo: { people: [] },
        },
      }),
    ],
  });
  return setSource;
}

describe('the module', () => {
  it.each([
    [{}, 'sample'],
    [{ story: 'stuck' }, 'sample'],
    [{ story: 'failed' }, 'sample-failed'],
    [{ story: 'succeeded' }, 'sample-succeeded'],
  ])('gives the portal the past of %j', async (settings, id) => {
    const setSource = await start(settings);

    expect(setSource).toHaveBeenCalledTimes(1);
    expect(setSource.mock.calls[0][0]).toMatchObject({ id });
  });

  it.each([false, 'false'])('gives none when enabled is %j', async enabled => {
    expect(await start({ enabled })).not.toHaveBeenCalled();
  });

  it('says which key names a file that is not there', async () => {
    await expect(start({}, ['/nowhere.yaml'])).rejects.toThrow(
      /catalog\.locations names a file that is not there \(\/nowhere\.yaml\)/,
    );
  });

  it('says when the files describe too few people', async () => {
    await expect(start({}, files.slice(0, 1))).rejects.toThrow(
      /catalog\.locations describe 0 users .* more than 90/,
    );
  });

  it('says which stories there are', async () => {
    await expect(start({ story: 'won' })).rejects.toThrow(
      /sampleHistory\.story is 'won', accepted are stuck, failed, succeeded/,
    );
  });
});
