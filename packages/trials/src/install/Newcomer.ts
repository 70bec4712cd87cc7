import { cpSync } from 'node:fs';
import { inProject } from 'toolchain/lib/paths.mjs';
import {
  addFeatures,
  addToBackend,
  applyDiff,
  mergeJson,
  mergeYaml,
  replaceOnce,
} from './edits';
import { PortalFolder } from './PortalFolder';
import { Pages } from './steps';

const BACKEND = 'packages/backend/src/index.ts';
const APP = 'packages/app/src/App.tsx';
const CONFIGURATION = 'app-config.yaml';

/** How each step of the pages is carried out, by whoever follows them. */
export class Newcomer {
  constructor(
    private readonly folder: PortalFolder,
    private readonly pages: Pages,
  ) {}

  /** Steps 1 and 2: the packed packages into both packages of the portal. */
  async addPackages(): Promise<void> {
    const { folder, pages } = this;
    cpSync(inProject('dist-packages'), folder.path('adoption-metrics'), {
      recursive: true,
    });
    folder.edit('package.json', text =>
      mergeJson(text, pages.code('tarballs')),
    );
    await folder.run('add', 'sh', '-e', '-c', pages.code('add'));
  }

  addBackend(): void {
    this.#editBackend(text => addToBackend(text, this.pages.code('backend')));
  }

  /** The portal's own lines give way to the discovery of all it depends on. */
  discoverBackend(): void {
    this.#editBackend(() => this.pages.code('discovery'));
    this.folder.edit(CONFIGURATION, text =>
      mergeYaml(text, 'backend:\n  packages: all\n'),
    );
  }

  /** Without discovery of our package, so that the line itself is tried. */
  addFrontend(): void {
    const { folder, pages } = this;
    folder.edit(APP, text => addFeatures(text, pages.code('frontend')));
    const all = /^ {2}packages: all$/m;
    const others = `  packages:\n    exclude:\n      - backstage-plugin-adoption-metrics`;
    folder.edit(CONFIGURATION, text => replaceOnce(text, all, () => others));
  }

  /** An app on the old frontend system, with a homepage of its own. */
  addToOldApp(): void {
    this.#addPartsToOldApp();
    this.#applyDiff('old-app', APP);
    this.#applyDiff('old-apis', 'packages/app/src/apis.ts');
  }

  /** An app of the new frontend system with the old one inside. */
  addToHybridApp(): void {
    this.#addPartsToOldApp();
    this.#applyDiff('hybrid-app', APP);
    this.configure('hybrid-homepage');
  }

  #addPartsToOldApp(): void {
    const components = 'packages/app/src/components';
    const { folder, pages } = this;
    this.#applyDiff('old-root', `${components}/Root/Root.tsx`);
    this.#applyDiff('old-entity-page', `${components}/catalog/EntityPage.tsx`);
    folder.write(
      `${components}/home/HomePage.tsx`,
      pages.code('old-home-page'),
    );
    this.#applyDiff('old-home-route', APP);
  }

  #applyDiff(step: string, file: string): void {
    this.folder.edit(file, text => applyDiff(text, this.pages.code(step)));
  }

  /** Merges a step into the configuration of the portal. */
  configure(step: string): void {
    const { folder, pages } = this;
    folder.edit(CONFIGURATION, text => mergeYaml(text, pages.code(step)));
  }

  /** Lets the guest button sign in a person of the catalog. */
  signInAsPerson(): void {
    const { folder, pages } = this;
    folder.edit('examples/org.yaml', text => `${text}${pages.code('person')}`);
    folder.write('app-config.local.yaml', pages.code('sign-in'));
  }

  /** A policy that allows reading, and no more. */
  denyByDefault(): void {
    const { folder, pages } = this;
    folder.write(
      'packages/backend/src/permissionPolicy.ts',
      pages.code('policy'),
    );
    const allowAll =
      /backend\.add\(\s*import\('@backstage\/plugin-permission-backend-module-allow-all-policy'\),?\s*\);\n/;
    this.#editBackend(text =>
      replaceOnce(text, allowAll, () => pages.code('policy-line')),
    );
  }

  #editBackend(edit: (text: string) => string): void {
    this.folder.edit(BACKEND, edit);
  }
}
