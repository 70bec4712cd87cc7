import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  AnalyticsImplementationBlueprint,
  AnalyticsImplementationFactory,
} from '@backstage/plugin-app-react';
import { collectorExtensions } from '.';
import type { CollectorApi } from './CollectorApi';

describe('collectorExtensions', () => {
  const [, interactions] = collectorExtensions;

  it('hands what analytics hear to the collector', () => {
    const implementation = createExtensionTester(interactions).get(
      AnalyticsImplementationBlueprint.dataRefs.factory,
    ) as unknown as AnalyticsImplementationFactory<{ collector: CollectorApi }>;
    const collector = {
      captureEvent: jest.fn(),
      measurePageLoads: jest.fn(),
      setOptedOut: jest.fn(),
    };
    const event = {
      action: 'click',
      subject: 'Create',
      context: { pluginId: 'catalog', extensionId: 'page:catalog' },
    };
    implementation.factory({ collector }).captureEvent(event);
    expect(collector.captureEvent).toHaveBeenCalledWith(event);
  });
});
