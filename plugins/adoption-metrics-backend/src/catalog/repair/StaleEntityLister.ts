import {
  StaleEntity,
  StaleEntityList,
} from 'backstage-plugin-adoption-metrics-common';
import { Visibility } from '../../http';
import { formatInstant, ReportingZone } from '../../time';
import {
  CatalogScanStore,
  StaleEntityPosition,
  StaleEntityQuery,
} from '../CatalogScanStore';
import { ScanFinding } from '../ScanFinding';
import { StalenessReading } from '../StalenessReading';
import { UnjudgedEntity } from '../UnjudgedEntity';
import { readablePage } from './readablePage';

/** Selects stale entities. */
interface AskedEntities extends StaleEntityQuery {
  /** Entities that the caller named; hidden ones are treated as nonexistent. */
  named: string[];
}

/** A page of stale entities, and where the next one begins. */
interface StaleEntityPage extends Omit<StaleEntityList, 'nextCursor'> {
  next?: StaleEntityPosition;
}

const isListed: Record<
  StaleEntityQuery['filter']['state'],
  (counted: boolean, exempted: boolean) => boolean
> = {
  stale: counted => counted,
  exempt: (_, exempted) => exempted,
  any: (counted, exempted) => counted || exempted,
};

/** Lists the stale entities that a caller can see. */
export class StaleEntityLister {
  constructor(
    private readonly options: {
      scans: Pick<CatalogScanStore, 'latest' | 'listed' | 'findingsOf'>;
      zone: Pick<ReportingZone, 'name'>;
    },
  ) {}

  async list(
    query: AskedEntities,
    visibility: Visibility,
  ): Promise<StaleEntityPage> {
    const { scans, zone } = this.options;
    const reading = await scans.latest();
    const { rows, last } =
      (await visibility.hidden(query.named)).size > 0
        ? { rows: [] }
        : await this.#page(query, visibility);
    return {
      timeZone: zone.name,
      scannedAt: reading ? formatInstant(reading.scannedAt) : null,
      judgedKinds: (reading?.byKind ?? []).map(({ kind }) => kind),
      entities: await this.#describe(rows, query),
      unjudged: await this.#unjudged(reading, query, visibility),
      next: last && { since: last.since, entityRef: last.entityRef },
    };
  }

  #page(query: StaleEntityQuery, visibility: Visibility) {
    return readablePage(
      {
        limit: query.limit,
        after: query.after,
        read: (after: StaleEntityPosition | undefined, limit) =>
          this.options.scans.listed({ ...query, after, limit }),
      },
      visibility,
    );
  }

  async #unjudged(
    reading: StalenessReading | undefined,
    { filter: { entityRef } }: StaleEntityQuery,
    visibility: Visibility,
  ): Promise<UnjudgedEntity[]> {
    const all = reading?.unjudged?.examples ?? [];
    const asked = all.filter(
      each => (entityRef ?? each.entityRef) === each.entityRef,
    );
    const refs = asked.map(each => each.entityRef);
    const visible = await visibility.readable(refs);
    return asked.filter(each => visible.has(each.entityRef));
  }

  async #describe(
    listed: ScanFinding[],
    { filter }: StaleEntityQuery,
  ): Promise<StaleEntity[]> {
    const refs = listed.map(({ entityRef }) => entityRef);
    const all = await this.options.scans.findingsOf(refs);
    const ofState = all.filter(({ counted, exemption }) =>
      isListed[filter.state](counted, exemption !== undefined),
    );
    const byRef = Map.groupBy(ofState, ({ entityRef }) => entityRef);
    return listed.map(each => describe(each, byRef.get(each.entityRef) ?? []));
  }
}

/**
 * @param listed - determines `since`; `reasons` are all reasons of the entity
 */
function describe(listed: ScanFinding, reasons: ScanFinding[]): StaleEntity {
  return {
    entityRef: listed.entityRef,
    kind: listed.kind,
    ownerRefs: listed.ownerRefs,
    missingOwnerRefs: listed.missingOwnerRefs,
    exemption: listed.exemption ?? null,
    since: formatInstant(listed.since),
    reasons: reasons.map(({ reason, sentence, hint, wording, since }) => ({
      reason,
      sentence,
      hint,
      wording,
      since: formatInstant(since),
    })),
  };
}
