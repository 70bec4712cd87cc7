import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { sidebar } from './navigation';
import { signInPage } from './signIn';

/** The portal. Its plugins are discovered through `app.packages`. */
export const app = createApp({
  features: [
    createFrontendModule({
      pluginId: 'app',
      extensions: [signInPage, sidebar],
    }),
  ],
});
