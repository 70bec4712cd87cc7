import { applyDiff, replaceOnce } from './edits';
import { PortalFolder } from './PortalFolder';

const CHANGES = `-import { createApp } from '@backstage/app-defaults';
+import { createApp } from '@backstage/frontend-defaults';
+import {
+  convertLegacyAppOptions,
+  convertLegacyAppRoot,
+} from '@backstage/core-compat-api';
+import signalsPlugin from '@backstage/plugin-signals/alpha';
@@
-const app = createApp({
+const optionsModule = convertLegacyAppOptions({
   apis,
-  bindRoutes({ bind }) {
-    bind(catalogPlugin.externalRoutes, {
-      createComponent: scaffolderPlugin.routes.root,
-      viewTechDoc: techdocsPlugin.routes.docRoot,
-      createFromTemplate: scaffolderPlugin.routes.selectedTemplate,
-    });
-    bind(apiDocsPlugin.externalRoutes, {
-      registerApi: catalogImportPlugin.routes.importPage,
-    });
-    bind(scaffolderPlugin.externalRoutes, {
-      registerComponent: catalogImportPlugin.routes.importPage,
-      viewTechDoc: techdocsPlugin.routes.docRoot,
-    });
-    bind(orgPlugin.externalRoutes, {
-      catalogIndex: catalogPlugin.routes.catalogIndex,
-    });
-  },
@@
-export default app.createRoot(
+const legacyRoot = (
   <>
@@
-  </>,
-);
+  </>
+);
+
+const legacyFeatures = convertLegacyAppRoot(legacyRoot);
+
+const app = createApp({
+  features: [
+    signalsPlugin,
+    optionsModule,
+    ...legacyFeatures,
+  ],
+});
+
+export default app.createRoot();
@@
-import { apiDocsPlugin, ApiExplorerPage } from '@backstage/plugin-api-docs';
+import { ApiExplorerPage } from '@backstage/plugin-api-docs';
@@
-  CatalogIndexPage,
-  catalogPlugin,
+  CatalogIndexPage,
@@
-import {
-  CatalogImportPage,
-  catalogImportPlugin,
-} from '@backstage/plugin-catalog-import';
-import { ScaffolderPage, scaffolderPlugin } from '@backstage/plugin-scaffolder';
-import { orgPlugin } from '@backstage/plugin-org';
+import { CatalogImportPage } from '@backstage/plugin-catalog-import';
+import { ScaffolderPage } from '@backstage/plugin-scaffolder';
@@
-  techdocsPlugin,
`;

/**
 * Takes a portal of create-app's old template into the new frontend system, as
 * Backstage's guide to migrating apps says for its first phase.
 */
export function makeHybrid(folder: PortalFolder): void {
  folder.edit('packages/app/src/App.tsx', text => applyDiff(text, CHANGES));
  // A root of the new system is an element already.
  for (const file of ['index.tsx', 'App.test.tsx']) {
    folder.edit(`packages/app/src/${file}`, text =>
      replaceOnce(text, /<App \/>/, () => 'App'),
    );
  }
}
