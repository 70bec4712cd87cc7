import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { MAX_RECIPIENTS } from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Visibility } from '../http';

/** Validates the recipients of a deadline. */
export class RecipientCheck {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      /** Recipients that are configured. */
      configured: string[];
    },
  ) {}

  /**
   * The given recipients, plus existing ones that are hidden from this person,
   * who cannot have removed them.
   *
   * @param given - entity refs of users and groups, in full and in lower case
   * @param by.stored - existing recipients, who may no longer be in the catalog
   * @throws InputError unless somebody can be reached and all new recipients
   * are in the catalog and visible to this person
   */
  async accept(
    given: string[],
    by: {
      credentials: BackstageCredentials;
      visibility: Visibility;
      stored: string[];
    },
  ): Promise<string[]> {
    const hidden = await by.visibility.hidden(by.stored);
    const recipients = [...new Set([...given, ...hidden])];
    if (recipients.length + this.options.configured.length === 0) {
      throw new InputError(
        `field 'recipients' is empty; expected 1 to ${MAX_RECIPIENTS} users and groups of the catalog, such as group:default/portal-team, and none only where adoptionMetrics.alerts.recipients names some`,
      );
    }
    const known = by.stored.filter(ref => !hidden.has(ref));
    const added = [...new Set(given)].filter(ref => !known.includes(ref));
    const missing = await this.#firstMissing(added, by.credentials);
    if (missing !== undefined) {
      throw new InputError(
        refusalOf(
          `field 'recipients.${given.indexOf(missing)}'`,
          missing,
          'users and groups in the catalog that you can read',
        ),
      );
    }
    return recipients;
  }

  async #firstMissing(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    if (entityRefs.length === 0) {
      return undefined;
    }
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials },
    );
    return entityRefs.find((_, index) => !items[index]);
  }
}
