import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  StaleEntity,
  StaleEntityList,
} from 'backstage-plugin-adoption-metrics-common';
import { groupBy } from '../../database';
import { formatInstant } from '../../time';
import {
  CatalogScanStore,
  ScanFinding,
  StaleEntityQuery,
} from '../CatalogScanStore';
import { formatCursor } from './cursor';
import { ReadableEntities } from './ReadableEntities';

/** A caller who may read next to nothing does not make the server read all. */
const MOST_ROUNDS = 10;

type Store = Pick<
  CatalogScanStore,
  'latestCompleted' | 'listed' | 'findingsOf'
>;

const isListed: Record<
  StaleEntityQuery['filter']['state'],
  (counted: boolean, exempted: boolean) => boolean
> = {
  stale: counted => counted,
  exempt: (_, exempted) => exempted,
  any: (counted, exempted) => counted || exempted,
};

/** Lists stale entities to those who may read them in the catalog. */
export class StaleEntityLister {
  constructor(
    private readonly options: { store: Store; readable: ReadableEntities },
  ) {}

  async list(
    query: StaleEntityQuery,
    credentials: BackstageCredentials,
  ): Promise<StaleEntityList> {
    const { store } = this.options;
    const reading = await store.latestCompleted();
    const { found, goesOn } = await this.#readable(query, credentials);
    return {
      scannedAt: reading ? formatInstant(reading.scannedAt) : null,
      judgedKinds: (reading?.byKind ?? []).map(({ kind }) => kind),
      entities: await this.#describe(found, query),
      nextCursor: goesOn ? formatCursor(goesOn) : null,
    };
  }

  /** Reads on until the page is full, since some may be hidden. */
  async #readable(query: StaleEntityQuery, credentials: BackstageCredentials) {
    const { store, readable } = this.options;
    const found: ScanFinding[] = [];
    let after = query.after;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const listed = await store.listed({ ...query, after });
      const refs = listed.map(({ entityRef }) => entityRef);
      const visible = await readable.among(refs, credentials);
      for (const each of listed) {
        after = each;
        if (visible.has(each.entityRef) && found.push(each) === query.limit) {
          return { found, goesOn: after };
        }
      }
      if (listed.length < query.limit) {
        return { found };
      }
    }
    return { found, goesOn: after };
  }

  async #describe(
    listed: ScanFinding[],
    { filter }: StaleEntityQuery,
  ): Promise<StaleEntity[]> {
    const refs = listed.map(({ entityRef }) => entityRef);
    const all = await this.options.store.findingsOf(refs);
    const ofState = all.filter(({ counted, exemption }) =>
      isListed[filter.state](counted, exemption !== undefined),
    );
    const byRef = groupBy(ofState, ({ entityRef }) => entityRef);
    return listed.map(each => describe(each, byRef.get(each.entityRef) ?? []));
  }
}

/** @param listed - decides since when; `reasons` are all that it has */
function describe(listed: ScanFinding, reasons: ScanFinding[]): StaleEntity {
  const { entityRef, kind, ownerRef = null, exemption = null } = listed;
  return {
    ...{ entityRef, kind, ownerRef, exemption },
    since: formatInstant(listed.since),
    reasons: reasons.map(({ reason, sentence, hint, since }) => ({
      ...{ reason, sentence, hint },
      since: formatInstant(since),
    })),
  };
}
