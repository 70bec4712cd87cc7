import { randomUUID } from 'node:crypto';
import { createBackend } from '@backstage/backend-defaults';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { demoClock } from './demoClock';
import { demoSignIn } from './demoSignIn';

// Relative paths in app-config.yaml (catalog, database) start in this package.
process.chdir(resolvePackagePath('backend'));

// The configuration requires a token, so set a random one.
process.env.ADOPTION_METRICS_TOKEN ||= randomUUID();

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(demoSignIn);

backend.add(import('@backstage/plugin-catalog-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('backstage-plugin-adoption-metrics-backend'));
backend.add(import('sample-history'));
backend.add(demoClock);

backend.start();
