import { LoggerService } from '@backstage/backend-plugin-api';
import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { Counters } from '../../telemetry';
import { UnjudgedEntities } from '../UnjudgedEntity';
import { CatalogReader } from './CatalogReader';
import { CatalogScanner } from './CatalogScanner';

/** How many entities that could not be judged to name in the log. */
const MOST_NAMED = 5;

/**
 * Scans the catalog. Logs once when scans start to fail, when they succeed
 * again, and when there are entities that cannot be judged.
 */
export class CatalogScanTask {
  #failing = false;
  #judgesAll = true;

  constructor(
    private readonly options: {
      scanner: Pick<CatalogScanner, 'scan'>;
      reader: CatalogReader;
      logger: LoggerService;
      telemetry?: Pick<Counters, 'scan'>;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { scanner, reader, logger, telemetry } = this.options;
    const result = await scanner.scan({ reader, signal });
    telemetry?.scan(result.status);
    if (signal.aborted || result.status === 'superseded') {
      return;
    }
    if (result.status === 'completed') {
      this.#reportUnjudged(result.unjudged);
    }
    const failing = result.status === 'failed';
    if (failing === this.#failing) {
      return;
    }
    this.#failing = failing;
    if (result.status === 'failed') {
      logger.warn(
        `Cannot scan the catalog; keeping the last value: ${result.error}`,
      );
    } else {
      logger.info('Catalog scans succeed again');
    }
  }

  #reportUnjudged(unjudged: UnjudgedEntities | undefined): void {
    const judgesAll = unjudged === undefined;
    if (judgesAll !== this.#judgesAll && unjudged) {
      const named = unjudged.examples
        .slice(0, MOST_NAMED)
        .map(({ entityRef, reason }) => `${entityRef} (${reason})`);
      const { logger } = this.options;
      logger.warn(
        `The catalog scan could not fully check ${writeCount(
          unjudged.total,
          'entity',
          'entities',
        )}, such as ${named.join(', ')}`,
      );
    }
    this.#judgesAll = judgesAll;
  }
}
