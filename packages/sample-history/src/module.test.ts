import { resolve as resolvePath } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { adoptionMetricsHistoryExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import sampleHistory from '.';

const catalogDirectory = resolvePath(__dirname, '../../backend/catalog');

async function start(settings: object) {
  const setSource = jest.fn();
  await startTestBackend({
    extensionPoints: [[adoptionMetricsHistoryExtensionPoint, { setSource }]],
    features: [
      sampleHistory,
      mockServices.rootConfig.factory({
        data: { sampleHistory: settings, demo: { people: [] } },
      }),
    ],
  });
  return setSource;
}

describe('the module', () => {
  it('gives the portal a past', async () => {
    const setSource = await start({ catalogDirectory });

    expect(setSource).toHaveBeenCalledTimes(1);
    expect(setSource.mock.calls[0][0]).toMatchObject({ id: 'sample' });
  });

  it.each([false, 'false'])('gives none when enabled is %j', async enabled => {
    expect(await start({ enabled, catalogDirectory })).not.toHaveBeenCalled();
  });

  it('says which key names a folder that is not there', async () => {
    await expect(start({ catalogDirectory: '/nowhere' })).rejects.toThrow(
      /sampleHistory\.catalogDirectory is not there \(.*nowhere\)/,
    );
  });
});
