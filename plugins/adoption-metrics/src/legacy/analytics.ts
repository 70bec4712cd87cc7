import {
  analyticsApiRef,
  createApiFactory,
  type AnalyticsApi,
  type AnyApiFactory,
  type ApiFactory,
} from '@backstage/core-plugin-api';
import { MultipleAnalyticsApi } from '@backstage/core-compat-api';
import { collectorDeps, collectorOf } from './collector';

const reporting = new WeakSet<object>();

/** Whether what these analytics hear is reported. */
export function isReporting(analytics: object): boolean {
  return reporting.has(analytics);
}

/**
 * Makes the analytics API of an app of the old frontend system, through which
 * the plugin learns who uses what. An app has just one such API, so hand over
 * the portal's own, if it has one: it goes on hearing everything.
 *
 * @param own - the factory of the portal's own analytics API
 * @throws Error if that is the factory of another API
 * @public
 */
export function createAdoptionAnalyticsApiFactory(
  own?: ApiFactory<AnalyticsApi, AnalyticsApi, any>,
): AnyApiFactory {
  if (own && own.api.id !== analyticsApiRef.id) {
    throw new Error(
      `createAdoptionAnalyticsApiFactory takes the factory of '${analyticsApiRef.id}', not that of '${own.api.id}'`,
    );
  }
  const { configApi, identityApi, fetchApi } = collectorDeps;
  return createApiFactory({
    api: analyticsApiRef,
    deps: {
      ...own?.deps,
      adoptionConfigApi: configApi,
      adoptionIdentityApi: identityApi,
      adoptionFetchApi: fetchApi,
    },
    factory: deps => {
      const collector = collectorOf({
        configApi: deps.adoptionConfigApi,
        identityApi: deps.adoptionIdentityApi,
        fetchApi: deps.adoptionFetchApi,
      });
      const analytics = MultipleAnalyticsApi.fromApis(
        own ? [own.factory(deps), collector] : [collector],
      );
      reporting.add(analytics);
      return analytics;
    },
  });
}
