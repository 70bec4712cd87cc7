import {
  createFrontendModule,
  createTranslationMessages,
  type FrontendFeature,
  type FrontendPlugin,
} from '@backstage/frontend-plugin-api';
import adoptionMetricsPlugin, {
  adoptionMetricsApiRef,
  type AdoptionMetricsApi,
  adoptionMetricsTranslationRef,
} from 'backstage-plugin-adoption-metrics';

// What an app is made of.
export const features: FrontendFeature[] = [adoptionMetricsPlugin];
export const plugin: FrontendPlugin = adoptionMetricsPlugin;

// What a portal that declares types exports again.
export const renamed = adoptionMetricsPlugin.withOverrides({
  extensions: [
    adoptionMetricsPlugin
      .getExtension('page:adoption-metrics')
      .override({ disabled: false }),
  ],
});
export const { routes, externalRoutes } = adoptionMetricsPlugin;
export const module = createFrontendModule({
  pluginId: 'adoption-metrics',
  extensions: [
    adoptionMetricsPlugin.getExtension('api:adoption-metrics/client'),
  ],
});

// @ts-expect-error an id that no extension has
adoptionMetricsPlugin.getExtension('page:adoption');

export const messages = createTranslationMessages({
  ref: adoptionMetricsTranslationRef,
  messages: {},
});

export const apiRef = adoptionMetricsApiRef;
export async function share(api: AdoptionMetricsApi): Promise<number> {
  const { metrics } = await api.request('GET /scorecard');
  return metrics.length;
}
