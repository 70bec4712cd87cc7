import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  adoptionMetricsStalenessExtensionPoint,
  StalenessRule,
} from 'backstage-plugin-adoption-metrics-node';

const usingRelations = ['dependencyOf', 'apiConsumedBy'];

/** Others still use what was deprecated: one of both is not true any more. */
export const deprecatedInUse: StalenessRule = {
  reason: 'deprecated-in-use',
  definition: 'it is deprecated and others still use it',
  fields: ['spec.lifecycle'],
  evaluate({ entity }) {
    const users = (entity.relations ?? []).filter(({ type }) =>
      usingRelations.includes(type),
    );
    return entity.spec?.lifecycle === 'deprecated' && users.length > 0
      ? {
          sentence: `It is deprecated, and ${users[0].targetRef} still uses it.`,
          hint: 'Move its users to the successor, or correct spec.lifecycle.',
        }
      : undefined;
  },
};

export default createBackendModule({
  pluginId: 'adoption-metrics',
  moduleId: 'deprecated-in-use',
  register(env) {
    env.registerInit({
      deps: { staleness: adoptionMetricsStalenessExtensionPoint },
      async init({ staleness }) {
        staleness.addRule(deprecatedInUse);
      },
    });
  },
});
