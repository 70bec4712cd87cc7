import { LoggerService } from '@backstage/backend-plugin-api';
import { CatalogReader } from './CatalogReader';
import { CatalogScanner } from './CatalogScanner';

/**
 * Scans the catalog, and logs once when scans start to fail and once when they
 * succeed again.
 */
export class CatalogScanTask {
  #failing = false;

  constructor(
    private readonly options: {
      scanner: Pick<CatalogScanner, 'scan'>;
      reader: CatalogReader;
      logger: LoggerService;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { scanner, reader, logger } = this.options;
    const result = await scanner.scan({ reader, signal });
    if (signal.aborted || result.status === 'superseded') {
      return;
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
}
